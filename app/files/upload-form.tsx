import { useRevalidator } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { SendProgress } from '#app/files/send-progress.tsx'
import type { SendTo } from '#app/files/send-file.ts'
import { type SendState, useSending } from '#app/files/use-sending.ts'
import { SignInElsewhere } from '#app/layout/sign-in-elsewhere.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { FileField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import {
  ACCEPTED,
  CHILDREN,
  type Children,
  PICTURES_ACCEPTED,
  type Sent,
} from '#server/files/contract.ts'
import { paths } from '#server/files/paths.ts'
import { childrenWords, refusals } from '#server/files/words.ts'

const HINTS = {
  also: 'Höchstens 25 MB: Bilder, PDF, Word, Excel, PowerPoint, OpenDocument, Text, MP3 oder MP4. Aus Bildern werden Ort und Kameradaten entfernt.',
  only: 'Höchstens 25 MB: JPEG, PNG, WebP oder GIF. Ort und Kameradaten werden entfernt.',
  // What is taken there stands above the form: fewer kinds than elsewhere.
  none: 'Höchstens 25 MB.',
}

/**
 * The form that brings a file to a thing, or a new version of one. With a script it shows how far it is and
 * keeps the page; without one it is a plain form that leads back.
 */
export function UploadForm({
  to,
  clientKey,
  back,
  pictures = 'also',
  onDone,
}: {
  to: SendTo
  clientKey: string
  /** The page to come back to where no script runs. */
  back: string
  pictures?: keyof typeof HINTS
  onDone?: (sent: Sent) => void
}) {
  const { revalidate } = useRevalidator()
  const sending = useSending(to, clientKey, (sent) => {
    if (onDone) onDone(sent)
    else revalidate()
  })
  const [chosen, setChosen] = useState<File>()
  const isHydrated = useHydrated()
  const isPicture = isHydrated ? (chosen?.type.startsWith('image/') ?? false) : true

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (sending.state.is === 'sending') return
    if (!chosen) return sending.refuse('file', refusals.missing)
    const children = isPicture ? (new FormData(form).get('children') as Children | null) : 'none'
    // Said before megabytes travel; the server asks as well.
    if (!children) return sending.refuse('children', refusals.children)
    if (children === 'unknown') return sending.refuse('children', refusals.childrenUnknown)
    void sending.send(chosen, isPicture ? children : undefined).then((isDone) => {
      if (!isDone) return
      setChosen(undefined)
      form.reset()
    })
  }
  const handleChoice = (event: FormEvent<HTMLInputElement>) => {
    setChosen(event.currentTarget.files?.[0])
    sending.startAnew()
  }

  return (
    <HouseForm
      action={paths.upload()}
      encType="multipart/form-data"
      reloadDocument
      onSubmit={handleSubmit}
      reply={replyOf(sending.state)}
    >
      {Object.entries({ ...to, clientKey: sending.key, back }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Before the file, so that the answer is known when the bytes come. */}
      {pictures !== 'none' && (
        <div hidden={!isPicture}>
          <RadioRows
            name="children"
            label="Sind auf dem Bild Kinder erkennbar?"
            hint={isHydrated ? undefined : 'Nur bei Bildern nötig.'}
            choices={CHILDREN.map((value) => ({ value, label: childrenWords[value] }))}
          />
        </div>
      )}
      <FileField
        name="file"
        label="Datei"
        hint={HINTS[pictures]}
        accept={pictures === 'only' ? PICTURES_ACCEPTED : ACCEPTED}
        onInput={handleChoice}
      />
      <SendProgress state={sending.state} onStop={sending.stop} />
      <Trouble state={sending.state} />
      <div>
        <Button busy={sending.state.is === 'sending'}>
          {isRepeatable(sending.state) ? 'Erneut versuchen' : 'Hochladen'}
        </Button>
      </div>
    </HouseForm>
  )
}

const isRepeatable = (state: SendState) => state.is === 'failed' && state.reason.why !== 'refused'

/** A refusal stands beside its field. */
function replyOf(state: SendState) {
  if (state.is !== 'failed' || state.reason.why !== 'refused') return undefined
  return { status: 'error' as const, error: { [state.reason.field]: [state.reason.message] } }
}

/** What is no matter of a field: the line, the server, the session. */
function Trouble({ state }: { state: SendState }) {
  if (state.is !== 'failed' || !isRepeatable(state)) return null
  const isSignedOut = state.reason.why === 'signed-out'
  return (
    <Notice tone="achtung" action={isSignedOut ? <SignInElsewhere /> : undefined}>
      {state.reason.message}
    </Notice>
  )
}
