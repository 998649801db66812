import type { ReactNode } from 'react'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day, number } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { euros } from '#server/support/words.ts'
import type { FundingView } from './funding-view.ts'

/** What was decided, when there is a decision. */
export function FundingDecision({ view }: { view: FundingView }) {
  const { decidedAt, decider, grantedCents, decision, conditions, paidAt } = view.funding
  if (!decidedAt) return null
  return (
    <Card title="Entscheidung">
      <DefinitionList
        facts={[
          ['Bewilligt', grantedCents === null ? null : euros(grantedCents)],
          ['Entschieden', `${day(decidedAt)}${decider ? `, ${decider}` : ''}`],
          ['Begründung', said(decision)],
          ['Auflagen', said(conditions)],
          ['Ausgezahlt', paidAt && day(paidAt)],
        ]}
      />
    </Card>
  )
}

/** What is asked for, and why. */
export function FundingFacts({ view }: { view: FundingView }) {
  const { items } = view
  const { costCents, ownShareCents, requestedCents } = view.funding
  const sums: Line[] = [
    sumOf('Kosten zusammen', costCents),
    sumOf('Eigenanteil der Schule', -ownShareCents),
    { ...sumOf('Beantragt', requestedCents), sum: <strong>{euros(requestedCents)}</strong> },
  ]
  const { reason, innovation, risk, callTitle } = view.funding
  return (
    <>
      <Card title="Kosten">
        {items.length === 0 ? (
          <p className="text-leise">Noch keine Kostenzeile.</p>
        ) : (
          <Table
            caption="Kostenzeilen"
            rows={[...items.map(lineOf), ...sums]}
            rowKey={({ key }) => key}
            columns={[
              { key: 'text', title: 'Wofür', cell: (row) => <What row={row} /> },
              { key: 'sum', title: 'Summe', align: 'right', cell: ({ sum }) => sum },
            ]}
          />
        )}
      </Card>
      <Card title="Begründung">
        <DefinitionList
          facts={[
            ['Wozu', said(reason) ?? 'Noch nichts eingetragen'],
            ['Was ist neu', said(innovation) ?? 'Noch nichts eingetragen'],
            ['Risiken', said(risk)],
            ['Aufruf', callTitle],
          ]}
        />
      </Card>
    </>
  )
}

type Line = { key: string; text: string; times?: string; sum: ReactNode }

/** How often and for how much each stands below the words: a telephone has room for two columns. */
function What({ row: { text, times } }: { row: Line }) {
  return (
    <>
      <span className="wrap-anywhere">{text}</span>
      {times && <span className="block text-sm font-normal text-leise">{times}</span>}
    </>
  )
}

const money = (cents: number) => (
  <span className="whitespace-nowrap">{euros(cents).replace('-', '\u2212')}</span>
)

const lineOf = ({ text, quantity, unitCents }: FundingView['items'][number], at: number): Line => ({
  ...{ key: String(at), text, times: `${number(quantity)} × ${euros(unitCents)}` },
  sum: money(quantity * unitCents),
})

const sumOf = (text: string, cents: number): Line => ({ key: text, text, sum: money(cents) })

const said = (text: string): ReactNode =>
  text ? <span className="wrap-anywhere whitespace-pre-line">{text}</span> : null
