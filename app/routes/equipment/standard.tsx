import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/concepts/equipment/paths.ts'
import { standardPage } from '#server/concepts/equipment/standard/views.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { RuleTable } from './components/rule-table.tsx'

export const loader = visitorPage(({ request }) => standardPage(new URL(request.url).searchParams))

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Grundausstattung ${data ? schoolFormWords[data.form] : ''} – Lernen 25` },
]

export default function Standard() {
  const { form, forms, versions, current, shown, rules, classes } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'Ausstattung', to: paths.start() }, { label: 'Standard' }]} />
      <PageHead
        title="Grundausstattung"
        meta="Was jeder Schule ohne Begründung zusteht, nach Schulform."
      />
      {forms.length > 0 && (
        <nav aria-label="Schulformen" className="mb-5 print:hidden">
          <ul className="flex flex-wrap gap-x-4">
            {forms.map((one) => (
              <li key={one}>
                <Link
                  to={paths.standard(one)}
                  aria-current={one === form ? 'page' : undefined}
                  className="inline-flex min-h-11 items-center underline aria-[current]:font-semibold aria-[current]:no-underline"
                >
                  {schoolFormWords[one]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown ? (
        <div className="grid gap-5">
          <Card
            title={`${schoolFormWords[form]}, Version ${shown.number}`}
            lead={`Gilt ab ${shown.validFrom ? day(shown.validFrom) : ''}${shown.number === current ? ', heute gültig' : ''}. ${shown.note}`}
          >
            <RuleTable rules={rules} classes={classes} />
          </Card>
          {versions.length > 1 && (
            <Card title="Alle Versionen">
              <List>
                {versions.map(({ number, validFrom, note }) => (
                  <li key={number} className="py-zeile">
                    <Link to={paths.standard(form, number)} className="underline">
                      Version {number}
                    </Link>
                    , gilt ab {validFrom && day(validFrom)}. {note}
                  </li>
                ))}
              </List>
            </Card>
          )}
        </div>
      ) : (
        <EmptyState title={`Für ${schoolFormWords[form]} gilt heute noch kein Standard.`}>
          Sobald das Amt einen veröffentlicht, steht er hier.
        </EmptyState>
      )}
    </>
  )
}
