import { useFetcher } from '@remix-run/react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Sent, Trouble } from '#app/realtime/send-safely.ts'
import {
  type Draft,
  forgetDraft,
  keepDraft,
  newClientKey,
  onDraftGone,
  readDraft,
} from '#app/ui/drafts.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

export type WritingState =
  | { kind: 'empty' }
  | { kind: 'kept'; at: number }
  | { kind: 'not-kept' }
  | { kind: 'sending' }
  | { kind: 'sent' }
  | { kind: 'trouble'; trouble: Trouble; message?: string }

/**
 * Writing that is never lost: what is typed in the named fields is kept on this device until the server has
 * acknowledged it, and sending can be repeated with the same key. Wrap the form in `box` and hand it `form`.
 *
 * @param place what is written here, e.g. "topic/<id>": its draft is found again under that name
 * @param onSent the server has it; `to` is the address where it now stands
 */
export function useWriting({
  personId,
  place,
  names,
  onSent,
}: {
  personId: string
  place: string
  names: readonly string[]
  onSent: (to: string) => void
}) {
  const fetcher = useFetcher<Sent>()
  const box = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [isUnkept, setUnkept] = useState(false)
  const [isSent, setSent] = useState(false)
  const reply = fetcher.data
  const isSending = fetcher.state !== 'idle'

  const fields = () =>
    names.flatMap((name) => box.current?.querySelector<Field>(`[name="${name}"]`) ?? [])

  const keep = (clientKey: string) => {
    const typed = fields()
    if (typed.every((field) => field.value === field.defaultValue)) {
      forgetDraft(personId, place)
      setDraft(null)
      return
    }
    const values = Object.fromEntries(typed.map((field) => [field.name, field.value]))
    const kept = { fields: values, clientKey, at: Date.now() }
    setUnkept(!keepDraft(personId, place, kept))
    setDraft(kept)
  }

  const restore = () => {
    const found = readDraft(personId, place)
    const typed = fields()
    // Typed before this script ran: those words are newer.
    if (typed.some((field) => field.value !== field.defaultValue)) keep(newClientKey())
    else if (found) {
      for (const field of typed) field.value = found.fields[field.name] ?? field.value
      setDraft(found)
    }
  }

  const acknowledge = (to: string) => {
    forgetDraft(personId, place)
    setDraft(null)
    setSent(true)
    for (const field of fields()) field.value = field.defaultValue
    onSent(to)
  }

  const latest = useRef({ restore, acknowledge })
  useEffect(() => {
    latest.current = { restore, acknowledge }
  })
  useEffect(() => {
    latest.current.restore()
    return onDraftGone(personId, place, () => setDraft(null))
  }, [personId, place])
  useEffect(() => {
    if (reply?.status === 'success' && 'to' in reply) latest.current.acknowledge(reply.to)
  }, [reply])

  return {
    box,
    state: stateOf({ isSending, reply, isSent, isUnkept, draft }),
    /** What is under way, to show it already. */
    pending: isSending ? fetcher.formData : undefined,
    clientKey: draft?.clientKey,
    form: {
      fetcher,
      reply: reply && 'error' in reply ? reply : undefined,
      onInput: (_event: FormEvent) => {
        setSent(false)
        keep(draft?.clientKey ?? newClientKey())
      },
      onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        if (!isSending) event.currentTarget.requestSubmit()
      },
    },
  }
}

export type Writing = ReturnType<typeof useWriting>

function stateOf(facts: {
  isSending: boolean
  reply: Sent | undefined
  isSent: boolean
  isUnkept: boolean
  draft: Draft | null
}): WritingState {
  const { isSending, reply, isSent, isUnkept, draft } = facts
  if (isSending) return { kind: 'sending' }
  if (reply && 'trouble' in reply)
    return { kind: 'trouble', trouble: reply.trouble, message: reply.message }
  if (isSent && reply?.status === 'success') return { kind: 'sent' }
  if (!draft) return { kind: 'empty' }
  return isUnkept ? { kind: 'not-kept' } : { kind: 'kept', at: draft.at }
}
