import { Form, useSubmit } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { List } from '#app/ui/list.tsx'
import { keyOf, type LiveCard } from '#server/references/contract.ts'
import { paths } from '#server/references/paths.ts'
import { LiveCardRow } from './live-card.tsx'
import { ThingSearch } from './thing-search.tsx'

type Thing = { kind: string; id: string }

/** What people have connected a thing with, for its page; whoever may change the thing adds and removes. */
export function Relations({
  thing,
  cards,
  canChange,
}: {
  thing: Thing
  cards: LiveCard[]
  canChange: boolean
}) {
  if (cards.length === 0 && !canChange) return null
  return (
    <Card title="Verweise">
      <RelationList thing={thing} cards={cards} canChange={canChange} />
      {canChange && (
        <div className="mt-3 print:hidden">
          <AddRelation thing={thing} />
        </div>
      )}
    </Card>
  )
}

export function RelationList({
  thing,
  cards,
  canChange,
}: {
  thing: Thing
  cards: LiveCard[]
  canChange: boolean
}) {
  if (cards.length === 0) return null
  return (
    <List>
      {cards.map((card) => (
        <LiveCardRow key={keyOf(card)} card={card}>
          {canChange && <RelationButton intent="unrelate" thing={thing} card={card} />}
        </LiveCardRow>
      ))}
    </List>
  )
}

const LABELS = {
  relate: { label: 'Hinzufügen', rest: ': Verweis auf' },
  unrelate: { label: 'Entfernen', rest: ': Verweis auf' },
}

/** Connects a thing with another one, or no longer. */
export function RelationButton({
  intent,
  thing,
  card,
}: {
  intent: 'relate' | 'unrelate'
  thing: Thing
  card: LiveCard
}) {
  const { label, rest } = LABELS[intent]
  return (
    <Form method="post" action={paths.relations(thing)} className="print:hidden">
      <input type="hidden" name="to" value={keyOf(card)} />
      <Button variant={intent === 'relate' ? 'secondary' : 'tertiary'} name="intent" value={intent}>
        {label}
        <span className="sr-only">
          {rest} „{card.title}“
        </span>
      </Button>
    </Form>
  )
}

/** The field that connects; on the page of results it has the words that were looked for. */
export function AddRelation({ thing, q }: { thing: Thing; q?: string }) {
  const submit = useSubmit()
  const action = paths.relations(thing)
  return (
    <ThingSearch
      action={action}
      q={q}
      addressOf={(typed) => paths.suggestions(typed, { persons: false })}
      onTake={(card) => submit({ intent: 'relate', to: keyOf(card) }, { method: 'post', action })}
    />
  )
}
