import CloudOff from 'lucide-react/icons/cloud-off'
import Send from 'lucide-react/icons/send'
import { useEffect } from 'react'
import type { Trouble } from '#app/realtime/send-safely.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { time } from '#app/ui/format.ts'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { type CommentPage, LIMITS } from '#server/documents/comments/contract.ts'
import { paths } from '#server/documents/comments/paths.ts'
import type { CommentsView } from '#server/documents/comments/views.ts'
import { type CommentState, useCommentWriting } from './comment-writing.ts'

type Reply = Parameters<typeof HouseForm>[0]['reply']

/** One field for the words of a comment: a new one, an answer, or others for those that stand. */
export function CommentForm({
  view,
  page,
  what,
  label,
  button,
  defaultValue,
  answer,
  takesFocus = false,
  onSent,
  onCancel,
}: {
  view: CommentsView
  page: CommentPage
  what:
    | { intent: 'open'; quote: string }
    | { intent: 'reply'; thread: string }
    | { intent: 'edit'; comment: string }
  label: string
  button: string
  defaultValue?: string
  /** Of the page, when there is no script. */
  answer?: Reply
  takesFocus?: boolean
  onSent: (to: string) => void
  onCancel?: () => void
}) {
  const { document, me, ids } = view
  const writing = useCommentWriting({
    personId: me.id,
    draft: draftOf(what, document.id),
    onSent,
  })
  const { box, fetcher, state, clientKey } = writing
  const isHydrated = useHydrated()
  useEffect(() => {
    const area = takesFocus ? box.current?.querySelector('textarea') : null
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [takesFocus, box])
  const handleCancel = () => {
    writing.putAside()
    onCancel?.()
  }
  const { intent, ...fields } = what
  const hidden = {
    ...fields,
    ...(intent === 'open' && { thread: clientKey ?? ids.thread }),
    ...(intent === 'reply' && { clientKey: clientKey ?? ids.answer }),
  }
  return (
    <div ref={box}>
      <HouseForm
        fetcher={fetcher}
        action={paths.page(document.path)}
        reply={writing.reply ?? answer}
        onInput={writing.handleInput}
        onKeyDown={writing.handleKey}
        autoComplete="off"
        className="grid gap-2"
      >
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="from" value={page} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextArea
          name="body"
          label={label}
          rows={3}
          maxLength={LIMITS.body.max}
          defaultValue={defaultValue}
          readOnly={state.kind === 'sending'}
          className="[&_textarea:read-only]:text-leise"
        />
        <Trouble state={state} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button icon={state.kind === 'trouble' ? CloudOff : Send} busy={state.kind === 'sending'}>
            {state.kind === 'trouble' ? 'Nicht gesendet – erneut versuchen' : button}
          </Button>
          {onCancel && isHydrated && (
            <Button type="button" variant="tertiary" onClick={handleCancel}>
              Abbrechen
            </Button>
          )}
          <span role="status" className="text-sm text-leise">
            {wordsOf(state)}
          </span>
        </div>
      </HouseForm>
    </div>
  )
}

/** A draft belongs to what is written about; a new comment to the document, whatever words were selected. */
function draftOf(what: Parameters<typeof CommentForm>[0]['what'], document: string): string {
  if (what.intent === 'open') return `kommentar/${what.quote === '' ? 'ganzes/' : ''}${document}`
  return what.intent === 'reply'
    ? `kommentar/antwort/${what.thread}`
    : `kommentar/aendern/${what.comment}`
}

const REASONS: Record<Trouble, string> = {
  offline: 'Keine Verbindung. Ihr Text ist auf diesem Gerät gesichert.',
  server: 'Die Plattform hat nicht geantwortet. Ihr Text ist auf diesem Gerät gesichert.',
  refused: 'Das ist hier nicht mehr möglich. Ihr Text ist auf diesem Gerät gesichert.',
  'signed-out': 'Ihre Sitzung ist beendet. Ihr Text ist auf diesem Gerät gesichert.',
}

function Trouble({ state }: { state: CommentState }) {
  if (state.kind !== 'trouble') return null
  const { trouble, message } = state
  return (
    <p role="alert">
      {trouble === 'refused' && message ? message : REASONS[trouble]}
      {trouble === 'signed-out' && (
        <>
          {' '}
          <a href="/anmelden" target="_blank" rel="noopener" className="font-semibold underline">
            Anmelden (öffnet einen neuen Tab)
          </a>
          , dann hier erneut senden.
        </>
      )}
    </p>
  )
}

function wordsOf(state: CommentState): string {
  switch (state.kind) {
    case 'kept':
      return `Entwurf auf diesem Gerät gesichert, ${time(state.at)}`
    case 'not-kept':
      return 'Auf diesem Gerät kann kein Entwurf gesichert werden.'
    case 'sending':
      return 'Wird gesendet …'
    case 'trouble':
    case 'empty':
      return ''
  }
}
