import { useFetcher } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Sent, Trouble } from '#app/realtime/send-safely.ts'
import {
  type Draft,
  forgetDraft,
  keepDraft,
  newClientKey,
  onDraftGone,
  readDraft,
} from '#app/ui/drafts.ts'

export type CommentState =
  | { kind: 'empty' | 'sending' }
  | { kind: 'kept' | 'not-kept'; at: number }
  | { kind: 'trouble'; trouble: Trouble; message?: string }

type Place = {
  personId: string
  /** What is written here, e.g. "kommentar/<thread>": its draft is found again under that name. */
  draft: string
  /** The server has it; `to` is the address where it now stands. */
  onSent: (to: string) => void
}

/**
 * Writing a comment so that it is not lost: what is typed stays on this device until the server has acknowledged it,
 * and sending can be repeated with the same key. Wrap the form in `box`.
 */
export function useCommentWriting({ personId, draft: place, onSent }: Place) {
  const fetcher = useFetcher<Sent>()
  const box = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [isUnkept, setUnkept] = useState(false)
  const reply = fetcher.data
  const isSending = fetcher.state !== 'idle'
  const field = () => box.current?.querySelector('textarea') ?? null

  const keep = (clientKey: string) => {
    const area = field()
    if (!area) return
    if (area.value === area.defaultValue) {
      forgetDraft(personId, place)
      setDraft(null)
      return
    }
    const kept = { fields: { body: area.value }, clientKey, at: Date.now() }
    setUnkept(!keepDraft(personId, place, kept))
    setDraft(kept)
  }
  const restore = () => {
    const area = field()
    const found = readDraft(personId, place)
    // Typed before this script ran: those words are newer.
    if (area && area.value !== area.defaultValue) keep(newClientKey())
    else if (area && found) {
      area.value = found.fields.body ?? area.value
      setDraft(found)
    }
  }
  const acknowledge = (to: string) => {
    const area = field()
    forgetDraft(personId, place)
    setDraft(null)
    if (area) area.value = area.defaultValue
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
    fetcher,
    reply: reply && 'error' in reply ? reply : undefined,
    state: stateOf({ isSending, reply, isUnkept, draft }),
    /** Goes with every try to send this draft. */
    clientKey: draft?.clientKey,
    handleInput: () => keep(draft?.clientKey ?? newClientKey()),
    handleKey: (event: KeyboardEvent<HTMLFormElement>) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (!isSending) event.currentTarget.requestSubmit()
    },
    /** Put aside: the words stay for the next time, as another act. */
    putAside: () => {
      if (draft) keep(newClientKey())
    },
  }
}

function stateOf(facts: {
  isSending: boolean
  reply: Sent | undefined
  isUnkept: boolean
  draft: Draft | null
}): CommentState {
  const { isSending, reply, isUnkept, draft } = facts
  if (isSending) return { kind: 'sending' }
  if (reply && 'trouble' in reply)
    return { kind: 'trouble', trouble: reply.trouble, message: reply.message }
  if (!draft) return { kind: 'empty' }
  return { kind: isUnkept ? 'not-kept' : 'kept', at: draft.at }
}
