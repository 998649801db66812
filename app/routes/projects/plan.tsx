import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChildCheck } from '#app/ui/child-check.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths as documents } from '#server/documents/paths.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { paths as plgs } from '#server/plg/paths.ts'
import { paths } from '#server/projects/paths.ts'
import { removePlan, takePlan } from '#server/projects/plan/commands.ts'
import { removePlanInput, takePlanInput } from '#server/projects/plan/inputs.ts'
import { takingFor } from '#server/projects/plan/views.ts'
import { placeOf } from './components/place.ts'
import { ProjectHead } from './components/project-head.tsx'

export const loader = page(({ actor, params, request }) =>
  takingFor(actor, placeOf(params), pageNumber(new URL(request.url).searchParams.get('seite'))),
)

export const action = forms({
  take: intent(takePlanInput, async ({ actor, params, input }) =>
    redirectWithToast(await takePlan(actor, placeOf(params), input), 'Der Text ist übernommen.'),
  ),
  remove: intent(removePlanInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await removePlan(actor, placeOf(params), input),
      'Der Text ist herausgenommen. Das Dokument ist unverändert.',
    ),
  ),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Text übernehmen – ${data?.project.title ?? 'Vorhaben'} – Lernen 25` },
]

export default function Plan() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { project, plg, documents: list, hasPlan } = view
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const home = plgs.plg(plg.slug)
  return (
    <>
      <ProjectHead view={view} page="Text übernehmen" />
      <div className="grid max-w-[46rem] gap-5">
        {list.length === 0 ? (
          <EmptyState
            title="Noch kein Dokument."
            action={<ButtonLink to={documents.new(home)}>Neues Dokument</ButtonLink>}
          >
            Schreiben Sie den Plan zuerst gemeinsam als Dokument Ihrer PLG.
          </EmptyState>
        ) : (
          <HouseForm reply={replyTo('take')}>
            <input type="hidden" name="version" value={project.version} />
            <RadioRows
              name="document"
              label="Aus welchem Dokument?"
              hint="Übernommen wird der Text, wie er jetzt ist, ohne Kommentare, Bilder und Namen von Personen. Späteres Schreiben am Dokument ändert das Vorhaben nicht."
              choices={list.map(({ number, title, firstWords }) => ({
                value: String(number),
                label: title,
                hint: excerptOf(firstWords),
              }))}
            />
            <ChildCheck />
            <div className="flex flex-wrap gap-3">
              <Button name="intent" value="take">
                Übernehmen
              </Button>
              <ButtonLink variant="tertiary" to={project.path}>
                Abbrechen
              </ButtonLink>
            </div>
          </HouseForm>
        )}
        <Pages
          label="Seiten der Dokumente"
          page={view.page}
          pages={view.pages}
          linkTo={(number) => `${paths.plan(project.path)}?seite=${number}`}
        />
        {hasPlan && (
          <HouseForm reply={replyTo('remove')}>
            <input type="hidden" name="version" value={project.version} />
            <div>
              <Button variant="tertiary" name="intent" value="remove">
                Text aus dem Vorhaben herausnehmen
              </Button>
            </div>
          </HouseForm>
        )}
      </div>
    </>
  )
}

/** As many whole words as fit into two lines. */
const excerptOf = (text: string) =>
  text.length > 120
    ? `${text
        .slice(0, 120)
        .toWellFormed()
        .replace(/\s+\S*$/, '')} …`
    : text
