import Check from 'lucide-react/icons/check'
import CloudOff from 'lucide-react/icons/cloud-off'
import Send from 'lucide-react/icons/send'
import type { ReactNode } from 'react'
import type { Trouble } from '#app/realtime/send-safely.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { time } from '#app/ui/format.ts'
import type { WritingState } from './use-writing.ts'

const REASONS: Record<Trouble, ReactNode> = {
  offline: 'Keine Verbindung. Ihr Text ist auf diesem Gerät gesichert.',
  server: 'Die Plattform hat nicht geantwortet. Ihr Text ist auf diesem Gerät gesichert.',
  refused: 'Das ist hier nicht mehr möglich. Ihr Text ist auf diesem Gerät gesichert.',
  'signed-out': (
    <>
      Ihre Sitzung ist beendet, Ihr Text ist auf diesem Gerät gesichert.{' '}
      <a href="/anmelden" target="_blank" rel="noopener" className="font-semibold underline">
        Anmelden (öffnet einen neuen Tab)
      </a>
      , dann hier erneut senden.
    </>
  ),
}

/** The button that sends, and beside it honestly what has become of the text. */
export function SendRow({ label, state }: { label: string; state: WritingState }) {
  const isStuck = state.kind === 'trouble'
  return (
    <div className="grid gap-2">
      {isStuck && (
        <p role="alert">
          {state.trouble === 'refused' && state.message ? state.message : REASONS[state.trouble]}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button icon={isStuck ? CloudOff : Send} busy={state.kind === 'sending'}>
          {isStuck ? 'Nicht gesendet – erneut versuchen' : label}
        </Button>
        <span data-testid="status-chip" role="status" className="text-sm text-leise">
          <StateWords state={state} />
        </span>
      </div>
    </div>
  )
}

function StateWords({ state }: { state: WritingState }) {
  switch (state.kind) {
    case 'kept':
      return `Entwurf auf diesem Gerät gesichert, ${time(state.at)}`
    case 'not-kept':
      return 'Auf diesem Gerät kann kein Entwurf gesichert werden.'
    case 'sending':
      return 'Wird gesendet …'
    case 'sent':
      return (
        <Badge tone="ok" icon={Check}>
          Gesendet
        </Badge>
      )
    case 'trouble':
    case 'empty':
      return null
  }
}
