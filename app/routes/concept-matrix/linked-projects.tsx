import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { gradeName } from '#server/concepts/matrix/grades/contract.ts'
import { linkProject } from '#server/concepts/matrix/links/commands.ts'
import { linkProjectInput } from '#server/concepts/matrix/links/inputs.ts'
import { linksFor } from '#server/concepts/matrix/links/views.ts'
import { rowTitle } from '#server/concepts/matrix/contract.ts'
import { paths } from '#server/concepts/paths.ts'

export const loader = page(({ actor, params, request }) =>
  linksFor(actor, params.school ?? '', new URL(request.url).searchParams),
)

export const action = form(linkProjectInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await linkProject(actor, { slug: params.school ?? '' }, input.project),
    'Das Vorhaben ist verknüpft. Prüfen Sie, wo es bei Ihnen zählt.',
  ),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Vorhaben im Medienkonzept – ${data?.school.name ?? ''} – Lernen 25` },
]

/** Vorhaben that the concept points at: the thing itself, never a copy of its text. */
export default function LinkedProjects() {
  const view = useLoaderData<typeof loader>()
  const { school, links, hidden, can } = view
  return (
    <>
      {can.write && <Find view={view} />}
      <Card title="Verknüpfte Vorhaben">
        {links.length === 0 && hidden === 0 && (
          <p className="text-leise">Noch ist kein Vorhaben verknüpft.</p>
        )}
        <ul className="divide-y divide-linie">
          {links.map(({ projectId, title, path, competencies, gradeBands, lastTaught }) => (
            <li
              key={projectId}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-zeile"
            >
              <div className="min-w-0">
                <Link to={path} className="font-semibold wrap-anywhere underline">
                  {title}
                </Link>
                <p className="text-sm text-leise">
                  {[
                    competencies.length > 0
                      ? `zählt bei ${competencies.join(', ')}`
                      : 'zählt noch bei keiner Kompetenz',
                    gradeBands.map(gradeName).join(', '),
                    lastTaught && `zuletzt ${lastTaught}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {can.write && (
                <ButtonLink variant="tertiary" to={paths.linkedProject(school.slug, projectId)}>
                  Ändern<span className="sr-only">: {title}</span>
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
        {hidden > 0 && (
          <p className="mt-2 text-leise">
            Dazu {plural(hidden, 'Vorhaben', 'Vorhaben')}, das Sie nicht lesen.
          </p>
        )}
      </Card>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Find({ view: { school, q, about, found } }: { view: View }) {
  const reply = useActionData<typeof action>()
  return (
    <Card
      title={about ? `Vorhaben zu ${rowTitle(about)} verknüpfen` : 'Vorhaben verknüpfen'}
      lead="Ihre eigenen und veröffentlichte. Ein Vorhaben steht als Verweis im Konzept und zählt, wo Sie es sagen."
    >
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <TextField name="q" label="Suchen" defaultValue={q} maxLength={100} />
        <Button variant="secondary">Suchen</Button>
      </Form>
      {found.length === 0 ? (
        <p className="mt-3 text-leise">
          {q
            ? 'Dazu gibt es kein Vorhaben, das Sie lesen.'
            : 'Suchen Sie nach einem Wort des Titels.'}
        </p>
      ) : (
        <HouseForm reply={reply} className="mt-3" action={paths.linkedProjects(school.slug)}>
          <ul className="divide-y divide-linie">
            {found.map(({ id, title, context, path }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-zeile"
              >
                <div className="min-w-0">
                  <Link to={path} className="wrap-anywhere underline">
                    {title}
                  </Link>
                  <p className="text-sm text-leise">{context}</p>
                </div>
                <Button variant="secondary" name="project" value={id}>
                  Verknüpfen<span className="sr-only">: {title}</span>
                </Button>
              </li>
            ))}
          </ul>
        </HouseForm>
      )}
    </Card>
  )
}
