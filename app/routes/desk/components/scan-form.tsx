import { useFetcher } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { CONTROL, FieldErrors } from '#app/ui/field-frame.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { LIMITS } from '#server/medialab/desk/contract.ts'
import { useStandingFocus } from './use-standing-focus.ts'

/**
 * One code after the other, as fast as a scanner is: what is scanned while the last one is under way waits its turn.
 * What happened is said below, in words; without a script each scan is a page.
 */
export function ScanForm({ termin, said, reply }: { termin: number; said: string; reply: Reply }) {
  const field = useRef<HTMLInputElement>(null)
  const fetcher = useFetcher<NonNullable<Reply>>()
  const [waiting, setWaiting] = useState<string[]>([])
  useStandingFocus(field)

  useEffect(() => {
    const [code] = waiting
    if (fetcher.state !== 'idle' || code === undefined) return
    setWaiting((all) => all.slice(1))
    fetcher.submit({ intent: 'scan', termin: String(termin), code }, { method: 'post' })
  }, [fetcher, waiting, termin])

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    const code = field.current?.value.trim() ?? ''
    event.preventDefault()
    if (field.current) field.current.value = ''
    if (code !== '') setWaiting((all) => [...all, code])
  }
  const answer = fetcher.data ?? reply
  const errors = fetcher.state === 'idle' ? (answer?.error?.code ?? answer?.error?.[''] ?? []) : []
  return (
    <HouseForm onSubmit={handleSubmit} className="grid gap-1">
      <input type="hidden" name="termin" value={termin} />
      <label htmlFor="scan" className="font-semibold">
        Gerät scannen oder Code eingeben
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id="scan"
          name="code"
          maxLength={LIMITS.search}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- scanners type at once, also where no script runs
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          aria-describedby="scan-fehler"
          className={`${CONTROL} text-xl`}
        />
        <Button variant="secondary" name="intent" value="scan">
          Zurück
        </Button>
      </div>
      <div id="scan-fehler" role="alert">
        <FieldErrors id="scan" errors={errors} />
      </div>
      <p role="status" className="min-h-7 font-semibold text-ok">
        {errors.length === 0 && said}
      </p>
    </HouseForm>
  )
}
