import { useEffect, useRef } from 'react'
import { liveLine, whenIdle } from './socket.ts'

type Place = { kind: string; id: string }
export type News = Place & { what: string; also?: Place[] }

/** So long at most lie between the loading of a page and its listening; a load too many does no harm. */
const LONGEST_START = 10_000

type Listening = {
  /** Something in this room changed. Load it through the page's own loader. */
  onNews: (news: News) => void
  /** Something was missed: the line was interrupted and is back, or it began after the page was loaded. */
  onReturn?: () => void
  onTyping?: () => void
}

/**
 * Listens in one room while the component is there. News has ids only; what is new is read by reloading the
 * page's data. Joins again after every reconnection: the server asks the rights anew each time.
 *
 * @param room e.g. { kind: 'topic', id }, or null to listen to nothing
 */
export function useNews(room: { kind: string; id: string } | null, listening: Listening): void {
  const latest = useRef(listening)
  useEffect(() => {
    latest.current = listening
  })
  const kind = room?.kind
  const id = room?.id

  useEffect(() => {
    if (!kind || !id) return
    let leave = () => {}
    let isGone = false
    // Time counts from the beginning of the visit, which for its first page is when that was asked for.
    const loadedAt = Math.max(0, performance.now() - LONGEST_START)
    const cancel = whenIdle(() => {
      void liveLine().then((socket) => {
        if (isGone) return
        let hasJoined = false
        const handleConnect = () => {
          if (hasJoined) latest.current.onReturn?.()
          const age = hasJoined ? undefined : Math.round(performance.now() - loadedAt)
          hasJoined = true
          socket.emit('join', { kind, id, age }, (answer?: { hasMissed?: boolean }) => {
            if (answer?.hasMissed && !isGone) latest.current.onReturn?.()
          })
        }
        const handleNews = (news: News) => {
          const places = [news, ...(news.also ?? [])]
          if (places.some((one) => one.kind === kind && one.id === id)) latest.current.onNews(news)
        }
        const handleTyping = (place: Place) => {
          if (place.kind === kind && place.id === id) latest.current.onTyping?.()
        }
        socket.on('connect', handleConnect)
        socket.on('news', handleNews)
        socket.on('typing', handleTyping)
        if (socket.connected) handleConnect()
        leave = () => {
          socket.emit('leave', { kind, id })
          socket.off('connect', handleConnect)
          socket.off('news', handleNews)
          socket.off('typing', handleTyping)
        }
      })
    })
    return () => {
      isGone = true
      cancel()
      leave()
    }
  }, [kind, id])
}

/** Tells the others in a room that somebody is writing, at most every three seconds. */
export function useTypingSignal(kind: string, id: string): () => void {
  const last = useRef(0)
  return () => {
    if (Date.now() - last.current < 3_000) return
    last.current = Date.now()
    void liveLine().then((socket) => {
      if (socket.connected) socket.emit('typing', { kind, id })
    })
  }
}
