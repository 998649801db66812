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
  const { reason, innovation, risk, callTitle } = view.funding
  return (
    <>
      <Card title="Kosten">
        {items.length === 0 ? (
          <p className="text-leise">Noch keine Kostenzeile.</p>
        ) : (
          <Table
            caption="Kostenzeilen"
            rows={items.map((item, at) => ({ ...item, at }))}
            rowKey={({ at }) => String(at)}
            columns={[
              { key: 'text', title: 'Wofür', cell: ({ text }) => text },
              {
                key: 'quantity',
                title: 'Anzahl',
                align: 'right',
                cell: ({ quantity }) => number(quantity),
              },
              {
                key: 'unit',
                title: 'Einzelpreis',
                align: 'right',
                cell: ({ unitCents }) => euros(unitCents),
              },
              {
                key: 'sum',
                title: 'Summe',
                align: 'right',
                cell: ({ quantity, unitCents }) => euros(quantity * unitCents),
              },
            ]}
          />
        )}
        <div className="mt-3">
          <DefinitionList
            facts={[
              ['Kosten zusammen', euros(costCents)],
              ['Eigenanteil der Schule', euros(ownShareCents)],
              ['Beantragt', <strong key="requested">{euros(requestedCents)}</strong>],
            ]}
          />
        </div>
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

const said = (text: string): ReactNode =>
  text ? <span className="wrap-anywhere whitespace-pre-line">{text}</span> : null
