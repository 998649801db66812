import { useRevalidator } from '@remix-run/react'
import Clock from 'lucide-react/icons/clock'
import { useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { plural } from '#app/ui/format.ts'
import { SignInElsewhere } from '#app/layout/sign-in-elsewhere.tsx'
import type { RootView } from '#app/layout/root-view.ts'

/** Four minutes, so that two remain for sure (WCAG 2.2.1): the clock is looked at only now and then. */
const WARN_BEFORE = 4 * 60_000
const LOOK_EVERY = 15_000
/** Where the tabs of a browser tell each other how long the session lasts; holds nothing but a time. */
const SHARED = 'lernen25:sitzung-bis'

/** Says that one will be signed out soon, with one press to stay. Nothing that was typed is touched. */
export function SessionWarning({ sessionEnd }: { sessionEnd: RootView['sessionEnd'] }) {
  const minutes = useMinutesLeft(sessionEnd)
  const { revalidate, state } = useRevalidator()
  if (!sessionEnd || minutes === null) return null
  return (
    <div
      role="alert"
      className="fixed inset-x-3 top-16 z-40 mx-auto flex max-w-[40rem] flex-wrap items-center gap-3 rounded-lg border border-achtung bg-achtung-zart p-3 text-schrift shadow-lg md:inset-x-5 print:hidden"
    >
      <Clock className="size-5 shrink-0 text-achtung" />
      <p className="min-w-0 flex-1 basis-60">{sentence(minutes, sessionEnd.isFinal)}</p>
      {minutes > 0 && !sessionEnd.isFinal && (
        <Button type="button" onClick={revalidate} busy={state !== 'idle'}>
          Angemeldet bleiben
        </Button>
      )}
      {minutes <= 0 && <SignInElsewhere />}
    </div>
  )
}

function sentence(minutes: number, isFinal: boolean): string {
  if (minutes <= 0)
    return 'Ihre Sitzung ist beendet. Was Sie hier geschrieben haben, bleibt stehen: Melden Sie sich in einem neuen Tab an und senden Sie es dann ab.'
  const left = plural(minutes, 'Minute', 'Minuten')
  return isFinal
    ? `In ${left} endet Ihre Sitzung, sie hat ihre längste Dauer erreicht. Bitte senden Sie ab, was Sie gerade schreiben.`
    : `In ${left} werden Sie abgemeldet, weil Sie länger nichts geöffnet haben.`
}

/** Full minutes until the end once it is near, 0 after it, null before. Asks the clock, because tablets sleep. */
function useMinutesLeft(sessionEnd: RootView['sessionEnd']): number | null {
  const [minutes, setMinutes] = useState<number | null>(null)
  useEffect(() => {
    const own = Date.now() + (sessionEnd?.secondsLeft ?? 0) * 1000
    // A visitor's page takes away what the session before has left.
    tellOtherTabs(own)
    if (!sessionEnd) return undefined
    const look = () => {
      const left = Math.max(own, otherTabsSay()) - Date.now()
      setMinutes(left > WARN_BEFORE ? null : Math.max(0, Math.floor(left / 60_000)))
    }
    look()
    const timer = setInterval(look, LOOK_EVERY)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [sessionEnd])
  return minutes
}

// A browser may forbid the storage; then each tab knows only of itself.
function tellOtherTabs(until: number): void {
  try {
    localStorage.setItem(SHARED, String(until))
  } catch {
    return
  }
}

function otherTabsSay(): number {
  try {
    return Number(localStorage.getItem(SHARED)) || 0
  } catch {
    return 0
  }
}
