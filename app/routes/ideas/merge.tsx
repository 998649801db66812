import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { UNDO_DAYS } from '#server/ideas/contract.ts'
import { mergeIdeas } from '#server/ideas/merging/commands.ts'
import { mergeInput } from '#server/ideas/merging/inputs.ts'
import { mergingFor } from '#server/ideas/merging/views.ts'
import { paths } from '#server/ideas/paths.ts'

export const loader = page(({ actor, params, request }) =>
  mergingFor(actor, params.idea ?? '', new URL(request.url).searchParams.get('q') ?? ''),
)

export const action = form(mergeInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await mergeIdeas(actor, params.idea ?? '', input.sourceId),
    'Die Ideen sind zusammengeführt.',
  ),
)

export const meta: MetaFunction = () => [{ title: 'Ideen zusammenführen – Lernen 25' }]

export default function Merge() {
  const { idea, found, asked } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'Ideen', to: paths.list() },
          { label: idea.title, to: idea.path },
          { label: 'Zusammenführen' },
        ]}
      />
      <PageHead
        title="Ideen zusammenführen"
        meta={`Alle, die mitmachen, stehen danach zusammen bei „${idea.title}“. ${UNDO_DAYS} Tage lang lässt sich das zurücknehmen.`}
      />
      <HouseForm method="get" className="mb-5 flex flex-wrap items-end gap-3">
        <TextField
          name="q"
          type="search"
          label="Andere Idee suchen"
          defaultValue={asked}
          className="min-w-0 grow"
        />
        <Button variant="secondary">Suchen</Button>
      </HouseForm>
      {found.length > 0 ? (
        <HouseForm reply={reply}>
          <RadioRows
            name="sourceId"
            label="Welche Idee kommt dazu?"
            choices={found.map(({ id, title, problem, schools }) => ({
              value: id,
              label: title,
              hint: `${problem.slice(0, 160).toWellFormed()} · ${plural(schools, 'Schule', 'Schulen')}`,
            }))}
          />
          <div className="flex flex-wrap gap-3">
            <Button>Zusammenführen</Button>
            <ButtonLink to={idea.path} variant="tertiary">
              Abbrechen
            </ButtonLink>
          </div>
        </HouseForm>
      ) : (
        <EmptyState
          title={asked ? `Keine offene Idee zu „${asked}“.` : 'Keine ähnliche Idee gefunden.'}
          action={<ButtonLink to={idea.path}>Zurück zur Idee</ButtonLink>}
        >
          {asked
            ? 'Versuchen Sie ein anderes Wort aus Titel oder Beschreibung.'
            : 'Verglichen wurden die Titel offener Ideen. Suchen Sie nach einem Wort daraus.'}
        </EmptyState>
      )}
    </div>
  )
}
