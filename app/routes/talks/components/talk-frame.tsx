import type { ReactNode } from 'react'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { longDay, time } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { TalkState } from '#server/concepts/talks/contract.ts'
import { paths } from '#server/concepts/talks/paths.ts'
import { stateNames } from '#server/concepts/talks/words.ts'

export type TalkHead = {
  number: number
  title: string
  state: TalkState
  startsAt: Date | string | null
  endsAt: Date | string | null
  place: string
  occasion: string
  closeReason: string
  isSigned: boolean
}

const TONES: Record<TalkState, Tone> = {
  ...{ open: 'offen', scheduled: 'aktion', prepared: 'aktion', held: 'achtung', agreed: 'ok' },
  closed: 'offen',
}

export function StateBadge({ state }: { state: TalkState }) {
  return <Badge tone={TONES[state]}>{stateNames[state]}</Badge>
}

/** What stands above every page of a talk. */
export function TalkFrame({ talk, actions }: { talk: TalkHead; actions?: ReactNode }) {
  const { number, title, state, startsAt, endsAt, place, occasion, isSigned, closeReason } = talk
  const when =
    startsAt && endsAt ? `${longDay(startsAt)}, ${time(startsAt)} bis ${time(endsAt)} Uhr` : ''
  return (
    <>
      <Breadcrumb steps={[{ label: 'Gespräche', to: paths.list() }, { label: title }]} />
      <PageHead
        title={<span className="wrap-anywhere">{title}</span>}
        badge={<StateBadge state={state} />}
        meta={[when, place, occasion].filter(Boolean).join(' · ')}
        actions={actions}
      />
      <Tabs
        label="Teile des Gesprächs"
        tabs={[
          { label: 'Vorbereitung', to: paths.talk(number), end: true },
          { label: 'Reflexion', to: paths.reflection(number) },
          { label: 'Ergebnis', to: paths.result(number) },
        ]}
      />
      {state === 'closed' && (
        <div className="mb-5">
          <Notice>
            {isSigned
              ? 'Dieses Gespräch ist abgeschlossen. Was beide unterschrieben haben, bleibt hier zu lesen.'
              : `Dieses Gespräch endete ohne beide Unterschriften: ${closeReason}`}
          </Notice>
        </div>
      )}
    </>
  )
}
