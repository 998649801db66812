import { useCallback, useRef, useState } from 'react'

type Asked = { quote: string; answer: (thread: string | null) => void }
export type CommentPanelState = ReturnType<typeof useCommentPanel>

/**
 * What the column of comments and the text beside it share: which thread is looked at, whether the sheet of a
 * narrow screen is open, and the words that somebody wants to comment on.
 */
export function useCommentPanel() {
  const [active, setActive] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  /** Where the focus goes: a new object each time somebody asks for the comments. */
  const [goal, setGoal] = useState<{ thread?: string } | null>(null)
  const [quote, setQuote] = useState<string | null>(null)
  const asked = useRef<Asked | null>(null)

  const settle = useCallback((thread: string | null) => {
    // Without words there is nothing to mark: it is a comment on the whole document.
    asked.current?.answer(asked.current.quote === '' ? null : thread)
    asked.current = null
    setQuote(null)
    setOpen(false)
    if (thread) setActive(thread)
  }, [])
  /** For the editor: resolves with the id of the thread once it is kept on the server, with null when nobody wrote. */
  const newThread = useCallback(
    (words: string) => {
      settle(null)
      setQuote(words)
      setOpen(true)
      return new Promise<string | null>((answer) => {
        asked.current = { quote: words, answer }
      })
    },
    [settle],
  )
  return {
    active,
    isOpen,
    goal,
    quote,
    newThread,
    settle,
    /** The text shows that the caret is in this thread's words; the sheet stays as it is. */
    look: setActive,
    open: useCallback((thread?: string) => {
      if (thread) setActive(thread)
      setGoal({ thread })
      setOpen(true)
    }, []),
    close: useCallback(() => setOpen(false), []),
  }
}
