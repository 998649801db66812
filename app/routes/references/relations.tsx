import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { LiveCardRow } from '#app/references/live-card.tsx'
import { AddRelation, RelationButton, RelationList } from '#app/references/relations.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Card } from '#app/ui/card.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Actor } from '#server/auth/actor.ts'
import { relate, unrelate } from '#server/references/commands.ts'
import { keyOf } from '#server/references/contract.ts'
import { otherEndInput } from '#server/references/inputs.ts'
import { paths } from '#server/references/paths.ts'
import { liveCards, relationsFor } from '#server/references/views.ts'

type Thing = { kind: string; id: string }
const thingOf = ({ kind = '', id = '' }: { kind?: string; id?: string }): Thing => ({ kind, id })

export const loader = page(({ actor, params, request }) =>
  relationsFor(actor, { ...params, q: new URL(request.url).searchParams.get('q') ?? '' }),
)

/** Back to the thing, with a word about the other one. */
async function backTo(actor: Actor, thing: Thing, to: Thing, done: string, canUndo: boolean) {
  const cards = await liveCards(actor, [thing, to])
  const name = cards.get(keyOf(to))?.title
  const fields = { intent: 'relate', to: keyOf(to) }
  return redirectWithToast(cards.get(keyOf(thing))?.path ?? paths.relations(thing), {
    text: name === undefined ? `Verweis ${done}.` : `Verweis auf „${name}“ ${done}.`,
    ...(canUndo && {
      undo: { action: paths.relations(thing), fields, label: 'Rückgängig' },
    }),
  })
}

export const action = forms({
  relate: intent(otherEndInput, async ({ actor, params, input }) => {
    const thing = thingOf(params)
    await relate(actor, thing, input.to)
    return backTo(actor, thing, input.to, 'hinzugefügt', false)
  }),
  unrelate: intent(otherEndInput, async ({ actor, params, input }) => {
    const thing = thingOf(params)
    await unrelate(actor, thing, input.to)
    return backTo(actor, thing, input.to, 'entfernt', true)
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Verweise – ${data.thing.title} – Lernen 25` : 'Lernen 25' },
]

export default function RelationsPage() {
  const { thing, related, q, found } = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  const refused = Object.values(reply?.error ?? {}).flatMap((sentences) => sentences ?? [])
  return (
    <>
      <Breadcrumb steps={[{ label: thing.title, to: thing.path }, { label: 'Verweise' }]} />
      <PageHead title="Verweise" meta={`${thing.word} „${thing.title}“`} />
      {refused.map((sentence) => (
        <Notice key={sentence} tone="achtung">
          {sentence}
        </Notice>
      ))}
      <div className="grid gap-5">
        <AddRelation key={q} thing={thing} q={q} />
        {q !== '' && found.length === 0 && (
          <p role="status">
            Nichts gefunden zu „{q}“. Gefunden wird nur, was alle Wörter enthält und was Sie lesen
            können.
          </p>
        )}
        {found.map(({ kind, word, cards }) => (
          <Card key={kind} title={`Gefunden: ${word}`}>
            <List>
              {cards.map((card) => (
                <LiveCardRow key={keyOf(card)} card={card}>
                  <RelationButton intent="relate" thing={thing} card={card} />
                </LiveCardRow>
              ))}
            </List>
          </Card>
        ))}
        {related.length > 0 && (
          <Card title="Hängt zusammen mit">
            <RelationList thing={thing} cards={related} canChange />
          </Card>
        )}
      </div>
    </>
  )
}
