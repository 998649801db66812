import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { setBudget } from '#server/support/budget/commands.ts'
import { budgetInput } from '#server/support/budget/inputs.ts'
import { budgetFor } from '#server/support/budget/views.ts'
import { paths } from '#server/support/paths.ts'
import { euroDigits, euros } from '#server/support/words.ts'
import { BudgetTable } from './components/budget-table.tsx'
import { queryOf } from './components/query.ts'
import { OfficeTabs } from './components/office-tabs.tsx'

export const loader = page(({ actor, request }) => {
  const query = queryOf(request)
  return budgetFor(actor, { year: query.get('jahr'), page: pageNumber(query.get('seite')) })
})

export const action = form(budgetInput, async ({ actor, input }) => {
  await setBudget(actor, input)
  return redirectWithToast(paths.budget(input.year), `Der Haushalt ${input.year} ist festgelegt.`)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Haushalt ${data?.year ?? ''} – Förderung – Lernen 25` },
]

/** The yearly budget line: requested, granted, paid and spent. */
export default function Budget() {
  const { year, years, budget, sums, lines, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHead title={`Haushalt ${year}`} meta="Förderung von Innovationsprojekten" />
      <OfficeTabs can={{ inbox: true, readBudget: true }} />
      <div className="grid gap-5">
        <HouseForm method="get" className="flex flex-wrap items-end gap-3">
          <SelectField
            name="jahr"
            label="Jahr"
            choices={years.map((one) => ({ value: String(one), label: String(one) }))}
            defaultValue={year}
          />
          <Button variant="secondary">Zeigen</Button>
        </HouseForm>
        <Card title="Überblick">
          <DefinitionList
            facts={[
              ['Haushalt', budget ? euros(budget.amountCents) : 'noch nicht festgelegt'],
              ['Beantragt', euros(sums.requestedCents)],
              ['Bewilligt', euros(sums.grantedCents)],
              ['Ausgezahlt', euros(sums.paidCents)],
              ['Nachgewiesen', euros(sums.spentCents)],
              ['Noch frei', budget && euros(budget.amountCents - budget.committedCents)],
            ]}
          />
        </Card>
        <Card
          title="Vorhaben"
          aside={
            lines.total > 0 && (
              // These are bytes, not a page.
              <Link
                reloadDocument
                to={paths.budgetExport(year)}
                className="inline-flex min-h-11 items-center underline"
              >
                Als Tabelle (CSV)
              </Link>
            )
          }
          lead={plural(lines.total, 'Antrag', 'Anträge')}
        >
          {lines.rows.length === 0 ? (
            <EmptyState title={`Für ${year} ist noch kein Antrag eingereicht.`} />
          ) : (
            <BudgetTable year={year} rows={lines.rows} opens={can.open} />
          )}
          <Pages
            label="Seiten der Vorhaben"
            page={lines.page}
            pages={lines.pages}
            linkTo={(number) => `${paths.budget(year)}&seite=${number}`}
          />
        </Card>
        {can.set && (
          <Card
            title="Haushalt festlegen"
            lead="Bewilligt werden kann nie mehr, als hier steht. Unter das schon Bewilligte lässt er sich nicht senken."
          >
            <HouseForm reply={reply} className="grid max-w-[24rem] gap-5">
              <input type="hidden" name="year" value={year} />
              <TextField
                key={year}
                name="amount"
                label={`Betrag für ${year} in Euro`}
                inputMode="decimal"
                defaultValue={budget ? euroDigits(budget.amountCents) : ''}
              />
              <div>
                <Button>Festlegen</Button>
              </div>
            </HouseForm>
          </Card>
        )}
      </div>
    </>
  )
}
