import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { asText, type Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** Answers one entry of a list; `name` and `id` say which. The reply is shown at the form it belongs to. */
export function AnswerForm({
  name,
  id,
  hint,
  maxLength,
  reply,
}: {
  name: string
  id: string
  hint: string
  maxLength: number
  reply: Reply
}) {
  const isMine = reply?.initialValue?.[name] === id
  return (
    <details className="rounded-lg border border-rand" open={isMine || undefined}>
      <summary className="inline-flex min-h-11 w-full items-center rounded-lg px-4 font-semibold hover:bg-mulde">
        Antworten und abschließen
      </summary>
      <HouseForm reply={isMine ? reply : undefined} className="grid gap-4 p-4 pt-2">
        <TextArea
          name="answer"
          label="Antwort"
          hint={hint}
          rows={5}
          maxLength={maxLength}
          counter
        />
        <div>
          <Button name={name} value={id}>
            Antwort senden
          </Button>
        </div>
      </HouseForm>
    </details>
  )
}

/** Somebody else was faster, so the form this answers is no longer on the page. The typed text is kept. */
export function GoneReply({ name, ids, reply }: { name: string; ids: string[]; reply: Reply }) {
  const id = asText(reply?.initialValue?.[name])
  if (!reply?.error || ids.includes(id)) return null
  const typed = asText(reply.initialValue?.answer)
  return (
    <div role="alert">
      <Notice tone="achtung" title={Object.values(reply.error).flat().join(' ')}>
        {typed && <p className="whitespace-pre-line">Ihr Text war: {typed}</p>}
      </Notice>
    </div>
  )
}
