import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { redirectWithToast } from '#app/http/toast.ts'
import { forms, intent, page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { List, TaskRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { UNDO_DAYS } from '#server/software/contract.ts'
import {
  keepApart,
  mergeProducts,
  unmergeProducts,
} from '#server/software/curation/merging/commands.ts'
import type { Pair } from '#server/software/curation/merging/contract.ts'
import {
  distinctInput,
  mergeInput,
  unmergeInput,
} from '#server/software/curation/merging/inputs.ts'
import { duplicatesFor, pairFor } from '#server/software/curation/merging/views.ts'
import { paths } from '#server/software/paths.ts'
import { DuplicatePair } from './components/duplicate-pair.tsx'

export const loader = page(async ({ actor, request }) => {
  const asked = new URL(request.url).searchParams
  const [target, source] = [asked.get('bleibt'), asked.get('geht')]
  return target && source
    ? { pair: await pairFor(actor, { target, source }), list: null }
    : { pair: null, list: await duplicatesFor(actor) }
})

export const action = forms({
  merge: intent(mergeInput, async ({ actor, input }) => {
    const { mergeId, slug, name } = await mergeProducts(actor, input)
    return redirectWithToast(paths.product(slug), {
      text: `Zusammengeführt zu „${name}“.`,
      undo: {
        label: `Rückgängig (${UNDO_DAYS} Tage)`,
        action: paths.duplicates(),
        fields: { intent: 'unmerge', mergeId },
      },
    })
  }),
  unmerge: intent(unmergeInput, async ({ actor, input }) => {
    const { slug } = await unmergeProducts(actor, input.mergeId)
    return redirectWithToast(paths.product(slug), 'Die Einträge sind wieder getrennt.')
  }),
  distinct: intent(distinctInput, async ({ actor, input }) => {
    await keepApart(actor, input.oneId, input.otherId)
    return redirectWithToast(paths.duplicates(), 'Das sind zwei verschiedene Apps.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Dubletten – Software – Lernen 25' }]

export default function Duplicates() {
  const { pair, list } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const home = { label: 'Software', to: paths.directory() }
  return (
    <>
      <Breadcrumb
        steps={
          pair
            ? [home, { label: 'Dubletten', to: paths.duplicates() }, { label: 'Vergleich' }]
            : [home, { label: 'Dubletten' }]
        }
      />
      <PageHead
        title={pair ? 'Zwei Einträge, eine App?' : 'Dubletten'}
        meta="Was an beiden Einträgen hängt, steht danach zusammen."
      />
      {pair ? (
        <DuplicatePair pair={pair} reply={reply} />
      ) : (
        <div className="grid gap-4">
          <Pairs pairs={list?.pairs ?? []} />
          <Merges merges={list?.merges ?? []} />
        </div>
      )}
    </>
  )
}

function Pairs({ pairs }: { pairs: Pair[] }) {
  if (pairs.length === 0)
    return (
      <EmptyState
        title="Keine Einträge, die sich gleichen."
        action={<ButtonLink to={paths.directory()}>Zum Verzeichnis</ButtonLink>}
      >
        Verglichen werden Namen, Anbieter und Adressen.
      </EmptyState>
    )
  return (
    <Card title="Ähnliche Einträge" lead="Die wahrscheinlichsten zuerst.">
      <List>
        {pairs.map(({ one, other, reason }) => (
          <TaskRow
            key={`${one.slug} ${other.slug}`}
            action={
              <ButtonLink to={paths.pair(one.slug, other.slug)}>
                Vergleichen
                <span className="sr-only">
                  : {one.name} und {other.name}
                </span>
              </ButtonLink>
            }
          >
            <p className="font-semibold wrap-anywhere">
              {one.name} und {other.name}
            </p>
            <p className="text-sm text-leise">{reason}</p>
          </TaskRow>
        ))}
      </List>
    </Card>
  )
}

type Merge = { id: string; source: string; target: string; mergedAt: Date | string }

function Merges({ merges }: { merges: Merge[] }) {
  if (merges.length === 0) return null
  return (
    <Card
      title="Zuletzt zusammengeführt"
      lead={`${UNDO_DAYS} Tage lang lässt sich das zurücknehmen.`}
    >
      <List>
        {merges.map(({ id, source, target, mergedAt }) => (
          <TaskRow
            key={id}
            action={
              <HouseForm>
                <input type="hidden" name="mergeId" value={id} />
                <Button name="intent" value="unmerge" variant="secondary">
                  Rückgängig
                  <span className="sr-only">: {source}</span>
                </Button>
              </HouseForm>
            }
          >
            <p className="wrap-anywhere">
              „{source}“ ging in „{target}“ über
            </p>
            <p className="text-sm text-leise">{day(mergedAt)}</p>
          </TaskRow>
        ))}
      </List>
    </Card>
  )
}
