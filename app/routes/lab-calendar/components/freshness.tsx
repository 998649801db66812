import { useRevalidator } from '@remix-run/react'
import { useState } from 'react'
import { useNews } from '#app/realtime/use-news.ts'
import { Button } from '#app/ui/button.tsx'
import { time } from '#app/ui/format.ts'

/**
 * How old what one sees is. Hears that something on this day changed and says so; nothing moves under the finger that is
 * about to press a cell, so the page is loaded when somebody asks for it.
 */
export function Freshness({ room, at }: { room: { kind: string; id: string } | null; at: string }) {
  const [changedIn, setChangedIn] = useState('')
  const { revalidate, state } = useRevalidator()
  const handleNews = () => setChangedIn(at)
  useNews(room, { onNews: handleNews, onReturn: handleNews })
  const hasChanged = changedIn === at
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 text-sm text-leise print:hidden">
      <p role="status">
        {hasChanged
          ? `Seit ${time(at)} Uhr hat sich dieser Tag geändert.`
          : `Stand ${time(at)} Uhr`}
      </p>
      {hasChanged && (
        <Button
          type="button"
          variant="tertiary"
          busy={state === 'loading'}
          onClick={() => void revalidate()}
        >
          Neu laden
        </Button>
      )}
    </div>
  )
}
