import { useRef, useState } from 'react'
import { announce } from '#app/layout/announcer.tsx'
import { freshKey, NotSent, sendFile, type SendTo } from '#app/files/send-file.ts'
import type { Children, Sent } from '#server/files/contract.ts'
import { sentenceFor } from '#server/files/words.ts'

/** Where a file is on its way. */
export type SendState =
  | { is: 'idle' }
  | { is: 'sending'; name: string; share: number }
  | { is: 'done'; sentence: string }
  | { is: 'failed'; reason: NotSent }

/**
 * Sends one file after the other. A file keeps its key until it has arrived, so that trying again is the same
 * act; another file gets another key.
 */
export function useSending(to: SendTo, offeredKey: string, onDone: (sent: Sent) => void) {
  const [state, setState] = useState<SendState>({ is: 'idle' })
  const [key, setKey] = useState(offeredKey)
  const stop = useRef<AbortController>()

  async function send(file: File, children: Children | undefined): Promise<boolean> {
    const controller = new AbortController()
    stop.current = controller
    setState({ is: 'sending', name: file.name, share: 0 })
    announce(`„${file.name}“ wird hochgeladen.`)
    try {
      const sent = await sendFile({
        to,
        file,
        children,
        clientKey: key,
        signal: controller.signal,
        onProgress: (share) => setState({ is: 'sending', name: file.name, share }),
      })
      setKey(freshKey())
      const sentence = sentenceFor(sent)
      setState({ is: 'done', sentence })
      announce(sentence)
      onDone(sent)
      return true
    } catch (error) {
      if (!(error instanceof NotSent)) throw error
      setState(error.why === 'aborted' ? { is: 'idle' } : { is: 'failed', reason: error })
      announce(error.message)
      return false
    }
  }

  return {
    state,
    key,
    send,
    /** Says beside the field what is missing before anything is sent. */
    refuse: (field: 'file' | 'children', sentence: string) =>
      setState({ is: 'failed', reason: new NotSent(sentence, 'refused', field) }),
    stop: () => stop.current?.abort(),
    /** Another file was chosen. */
    startAnew: () => {
      setKey(freshKey())
      setState({ is: 'idle' })
    },
  }
}
