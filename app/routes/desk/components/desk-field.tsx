import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import { CONTROL } from '#app/ui/field-frame.tsx'
import { LIMITS } from '#server/medialab/desk/contract.ts'
import { paths } from '#server/medialab/paths.ts'
import { useStandingFocus } from './use-standing-focus.ts'

/** The one field of the counter: a scanned or typed code, a booking, a name. */
export function DeskField({ typed }: { typed: string }) {
  const field = useRef<HTMLInputElement>(null)
  useStandingFocus(field)
  return (
    <Form action={paths.desk()} role="search" className="mb-5 grid gap-1 print:hidden">
      <label htmlFor="theke" className="font-semibold">
        Code, Buchung, Name oder Schule
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id="theke"
          name="q"
          key={typed}
          defaultValue={typed}
          maxLength={LIMITS.search}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- scanners type at once, also where no script runs
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          onFocus={(event) => event.currentTarget.select()}
          className={`${CONTROL} text-xl`}
        />
        <Button>Öffnen</Button>
      </div>
    </Form>
  )
}
