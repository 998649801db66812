import { type RefObject, useEffect, useRef, useState } from 'react'
import { announce } from '#app/layout/announcer.tsx'
import type { ThreadView } from '#server/documents/comments/contract.ts'
import { useCommentActs } from './comment-acts.tsx'
import type { ThreadProps, Writing } from './comment-props.ts'
import { CommentThread } from './comment-thread.tsx'

type Props = Pick<ThreadProps, 'view' | 'page' | 'answer' | 'openMenu' | 'onGoTo'> & {
  threads: ThreadView[]
  active?: string | null
  /** Where the form is open when the page comes. */
  begin?: Writing
  onActivate?: (thread: string) => void
  /** Takes the focus when the thread that had it is gone. */
  heading: RefObject<HTMLElement>
}

/** Threads under each other. One form is open at a time. */
export function CommentThreads({
  threads,
  active = null,
  begin = null,
  onActivate,
  heading,
  ...props
}: Props) {
  const [writing, setWriting] = useState<Writing>(begin)
  const acts = useCommentActs()
  useKeptFocus(threads, heading)
  const write = (next: Writing) => {
    setWriting(next)
    if (next?.kind === 'reply') onActivate?.(next.id)
    // "Abbrechen": back to where the form was opened.
    if (!next && writing) focusSoon(placeOf(writing))
  }
  const done = (thread: string, said: string) => {
    setWriting(null)
    announce(said)
    focusSoon(`#kommentar-${thread}`)
  }
  return (
    // The handler hears the forms inside; nothing is operated on the frame itself.
    <div onSubmit={acts.handleSubmit} className="grid gap-3">
      {threads.map((thread) => (
        <CommentThread
          key={thread.id}
          {...props}
          thread={thread}
          isActive={thread.id === active}
          acts={acts}
          writing={writing}
          onWrite={write}
          onDone={done}
        />
      ))}
      {acts.watchers}
    </div>
  )
}

const placeOf = ({ kind, id }: NonNullable<Writing>) =>
  kind === 'reply' ? `[data-antworten="${id}"]` : `#kommentar-text-${id} summary`

function focusSoon(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus())
}

/** Somebody pressed "Erledigt" or deleted, and the button went: the focus must not fall out of the page. */
function useKeptFocus(threads: ThreadView[], heading: RefObject<HTMLElement>) {
  const held = useRef<string | null>(null)
  useEffect(() => {
    const remember = () => {
      const inside = document.activeElement?.closest('article[id^="kommentar-"]')
      if (document.activeElement !== document.body) held.current = inside?.id ?? null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  useEffect(() => {
    const isLost = held.current !== null && document.activeElement === document.body
    if (isLost) (document.getElementById(held.current ?? '') ?? heading.current)?.focus()
  }, [threads, heading])
}
