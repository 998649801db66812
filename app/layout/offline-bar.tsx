import WifiOff from 'lucide-react/icons/wifi-off'
import { useEffect, useSyncExternalStore } from 'react'
import { announce } from '#app/layout/announcer.tsx'

const SENTENCE = 'Keine Verbindung. Sie können weiterlesen und schreiben; gesendet wird später.'

/** Says that the network is gone, for as long as it is. */
export function OfflineBar() {
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  )
  useEffect(() => {
    if (!isOnline) announce(SENTENCE)
  }, [isOnline])

  if (isOnline) return null
  return (
    <aside
      aria-label="Verbindung"
      className="flex items-center gap-2 border-b border-achtung bg-achtung-zart px-3 py-2 font-semibold text-achtung md:px-5"
    >
      <WifiOff className="size-5 shrink-0" />
      <p>{SENTENCE}</p>
    </aside>
  )
}

function listen(onChange: () => void) {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}
