import { useEffect, useRef, useState } from 'react'
import { liveLine, whenIdle } from '#app/realtime/socket.ts'

const ROUNDS = 5
const MEASURE_AGAIN = 60_000
/** Often enough that all digits change within a quarter of a second. */
const TICK = 100

type Place = { kind: string; id: string }
type Answer = { ok: boolean; now?: number }

/**
 * The time of the house, ticking. Browsers' own clocks differ by minutes, so how far is measured over the live line:
 * of several questions the one that was answered fastest. Until then the page's own moment counts.
 *
 * @param pageTime the time of the house when the page was made
 */
export function useServerClock(place: Place, pageTime: number): number {
  const [now, setNow] = useState(pageTime)
  const offset = useRef<number | null>(null)
  const { kind, id } = place

  useEffect(() => {
    offset.current ??= pageTime - Date.now()
    const tick = setInterval(() => setNow(Date.now() + (offset.current ?? 0)), TICK)
    let isGone = false
    const measure = async () => {
      const socket = await liveLine()
      let best = Infinity
      for (let round = 0; round < ROUNDS && !isGone; round++) {
        const sent = Date.now()
        const answer = await socket
          .timeout(2_000)
          .emitWithAck('clock', { kind, id })
          .then((given: Answer) => given)
          .catch(() => undefined)
        const back = Date.now()
        if (answer?.now === undefined || back - sent >= best) continue
        best = back - sent
        offset.current = answer.now - (sent + back) / 2
      }
    }
    const cancel = whenIdle(() => void measure())
    const again = setInterval(() => void measure(), MEASURE_AGAIN)
    return () => {
      isGone = true
      cancel()
      clearInterval(tick)
      clearInterval(again)
    }
  }, [kind, id, pageTime])
  return now
}
