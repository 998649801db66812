import { useActionData } from '@remix-run/react'
import type { Reply } from '#app/http/page.ts'
import { useTypingSignal } from '#app/realtime/use-news.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { BodyField } from './body-field.tsx'
import type { Writing } from './use-writing.ts'
import { SendRow } from './writing-state.tsx'

/** The answer to a topic. In the flow of the page: the keyboard of a tablet takes half of its height. */
export function Composer({
  plg,
  topicId,
  address,
  clientKey,
  prefill,
  writing,
}: {
  plg: string
  topicId: string
  /** Of the page; without a script the answer of the server comes back to this place of it. */
  address: string
  /** Of the server, for when there is no script. */
  clientKey: string
  prefill?: string
  writing: Writing
}) {
  const sayTyping = useTypingSignal('topic', topicId)
  const answer = useActionData<Reply>()
  const { form, box, state } = writing
  const handleInput: typeof form.onInput = (event) => {
    form.onInput(event)
    sayTyping()
  }
  return (
    <div ref={box} id="antwort" className="rounded-xl border border-rand bg-flaeche p-3">
      <HouseForm
        {...form}
        action={`${address}#antwort`}
        reply={form.reply ?? (answer?.intent === 'write' ? answer : undefined)}
        onInput={handleInput}
        autoComplete="off"
        className="grid gap-2"
      >
        <input type="hidden" name="intent" value="write" />
        {/* The key of the draft, not of the form: it outlives the page. */}
        <input type="hidden" name="clientKey" value={writing.clientKey ?? clientKey} />
        <BodyField
          plg={plg}
          box={box}
          label="Ihre Antwort"
          rows={3}
          defaultValue={prefill}
          isLocked={state.kind === 'sending'}
        />
        <SendRow label="Antwort senden" state={state} />
      </HouseForm>
    </div>
  )
}
