import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { paths as schools } from '#server/schools/paths.ts'
import { giveDelegation, takeDelegation } from '#server/software/adoption/delegation/commands.ts'
import { delegateInput } from '#server/software/adoption/inputs.ts'
import { softwareOfSchool } from '#server/software/adoption/school/views.ts'
import { gapNames, statusNames } from '#server/software/adoption/words.ts'
import { paths } from '#server/software/paths.ts'
import { Delegates } from './components/delegates.tsx'
import { StandingBadge } from './components/standing-badge.tsx'

export const loader = page(({ actor, params, request }) =>
  softwareOfSchool(
    actor,
    params.school ?? '',
    pageNumber(new URL(request.url).searchParams.get('seite')),
  ),
)

export const action = forms({
  give: intent(delegateInput, async ({ actor, params, input }) => {
    await giveDelegation(actor, params.school ?? '', input.personId)
    return redirectWithToast(
      paths.ofSchool(params.school ?? ''),
      'Diese Person kann jetzt über Apps entscheiden.',
    )
  }),
  take: intent(delegateInput, async ({ actor, params, input }) => {
    await takeDelegation(actor, params.school ?? '', input.personId)
    return redirectWithToast(paths.ofSchool(params.school ?? ''), {
      text: 'Die Übertragung ist beendet.',
      undo: {
        label: 'Rückgängig',
        action: paths.ofSchool(params.school ?? ''),
        fields: { intent: 'give', personId: input.personId },
      },
    })
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Apps – ${data?.school.name ?? 'Schule'} – Lernen 25` },
]

export default function OfSchool() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { school, rows, wishes } = view
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Schulen', to: schools.list() },
          { label: school.name, to: schools.school(school.slug) },
          { label: 'Apps' },
        ]}
      />
      <PageHead title="Apps Ihrer Schule" meta={school.name} />
      <div className="grid gap-5">
        <Card
          title="Entscheidungen"
          lead={plural(view.total, 'Nutzung', 'Nutzungen')}
          aside={
            view.total > 0 && (
              // These are bytes, not a page.
              <Link
                reloadDocument
                to={paths.ofSchoolFile(school.slug)}
                className="-my-2.5 inline-flex min-h-11 items-center underline"
              >
                Als Tabelle (CSV)
              </Link>
            )
          }
        >
          {rows.length === 0 ? (
            <EmptyState title="Ihre Schule hat noch über keine App entschieden.">
              Auf der Seite einer App entscheidet die Schulleitung unter „An Ihrer Schule“.
            </EmptyState>
          ) : (
            <Decisions rows={rows} school={school.slug} />
          )}
          <Pages
            label="Seiten der Entscheidungen"
            page={view.page}
            pages={view.pages}
            linkTo={(number) => `${paths.ofSchool(school.slug)}?seite=${number}`}
          />
        </Card>
        {wishes.length > 0 && (
          <Card title="Gewünscht" lead="Lehrkräfte bitten um diese Apps.">
            <List>
              {wishes.map(({ slug, name, count }) => (
                <TaskRow
                  key={slug}
                  action={
                    <Link
                      className="-my-2.5 inline-flex min-h-11 items-center underline"
                      to={paths.adoption(slug, school.slug)}
                    >
                      Ansehen<span className="sr-only">: {name}</span>
                    </Link>
                  }
                >
                  {name}, {plural(count, 'Person', 'Personen')}
                </TaskRow>
              ))}
            </List>
          </Card>
        )}
        {view.can.delegate && <Delegates people={view.people} reply={reply} />}
      </div>
    </>
  )
}

type Rows = ReturnType<typeof useLoaderData<typeof loader>>['rows']

function Decisions({ rows, school }: { rows: Rows; school: string }) {
  return (
    <Table
      stacks
      caption="Entscheidungen Ihrer Schule über Apps"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'app',
          title: 'App',
          cell: (row) => (
            <>
              <Link
                className="-my-2.5 inline-flex min-h-11 items-center underline"
                to={paths.adoption(row.slug, school)}
              >
                {row.name}
              </Link>
              <span className="block text-sm font-normal text-leise">{row.label}</span>
            </>
          ),
        },
        { key: 'status', title: 'An Ihrer Schule', cell: (row) => statusNames[row.status] },
        {
          key: 'standing',
          title: 'Status heute',
          cell: (row) => <StandingBadge standing={row.standing} />,
        },
        {
          key: 'gaps',
          title: 'Das fehlt',
          cell: ({ gaps }) =>
            gaps.length === 0 ? (
              <span className="text-leise">Nichts</span>
            ) : (
              <ul className="grid gap-1">
                {gaps.map((gap) => (
                  <li key={gap}>
                    {gap === 'review' ? (
                      <Badge tone="achtung">{gapNames.review}</Badge>
                    ) : (
                      gapNames[gap]
                    )}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}
