import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { hangUp, liveLine, whenIdle } from './socket.ts'
import type { News } from './use-news.ts'

/** Without the line for this long, counters are asked for over HTTP. */
const PATIENCE = 20_000
const ASK_EVERY = 60_000
/** Many people hear the same news at once; they do not all ask in the same moment. */
const SPREAD = 1_500

/** Keeps the tab's live line, and the bell up to date. Renders nothing. */
export function LiveLine({ personId }: { personId: string }) {
  const { revalidate } = useRevalidator()
  const refresh = useRef(revalidate)
  useEffect(() => {
    refresh.current = revalidate
  })

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let lastContact = Date.now()
    let isConnected = false
    let stop = () => {}
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(
        () => refresh.current(),
        Math.floor((performance.now() % 1) * SPREAD) + 100,
      )
    }
    const cancel = whenIdle(() => {
      void liveLine().then((socket) => {
        const handleNews = (news: News) => {
          if (news.kind === 'bell') soon()
        }
        const handleUp = () => {
          isConnected = true
        }
        const handleDown = () => {
          isConnected = false
          lastContact = Date.now()
        }
        isConnected = socket.connected
        socket.on('news', handleNews)
        socket.on('connect', handleUp)
        socket.on('disconnect', handleDown)
        stop = () => {
          socket.off('news', handleNews)
          socket.off('connect', handleUp)
          socket.off('disconnect', handleDown)
        }
      })
    })
    const poll = setInterval(() => {
      const isAway = !isConnected && Date.now() - lastContact > PATIENCE
      if (isAway && document.visibilityState === 'visible' && navigator.onLine) refresh.current()
    }, ASK_EVERY)
    return () => {
      cancel()
      clearTimeout(timer)
      clearInterval(poll)
      stop()
      hangUp()
    }
  }, [personId])

  return null
}
