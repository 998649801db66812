import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths } from '#server/medialab/paths.ts'
import { putReportAway } from '#server/medialab/reports/commands.ts'
import { RECOMMENDATIONS, REPORT_PARAMS } from '#server/medialab/reports/contract.ts'
import { reportInput } from '#server/medialab/reports/inputs.ts'
import { reportsFor } from '#server/medialab/reports/views.ts'
import { recommendationNames, words } from '#server/medialab/reports/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { FileLink } from './components/file-link.tsx'
import { ReportList } from './components/report-list.tsx'
import { TogetherTable } from './components/together-table.tsx'

export const loader = page(async ({ actor, request }) => {
  const asked = new URL(request.url)
  return { ...(await reportsFor(actor, asked.searchParams)), search: asked.search }
})

export const action = forms({
  delete: intent(reportInput, async ({ actor, input: { report: id } }) => {
    await putReportAway(actor, { id, isDeleted: true })
    return redirectWithToast(paths.reports(), {
      text: 'Der Bericht ist gelöscht.',
      undo: {
        action: paths.reports(),
        fields: { intent: 'restore', report: id },
        label: 'Rückgängig',
      },
    })
  }),
  restore: intent(reportInput, async ({ actor, input: { report: id } }) => {
    await putReportAway(actor, { id, isDeleted: false })
    return redirectWithToast(paths.reports(), 'Der Bericht ist wieder da.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Berichte – MediaLab – Lernen 25' }]

/** What schools found out with what they had; for the city what follows from it. */
export default function Reports() {
  const { filter, offers, rows, page, pages, open, together, search } =
    useLoaderData<typeof loader>()
  const isFiltered = Object.values(filter).some((value) => value !== '')
  return (
    <>
      <Breadcrumb steps={[{ label: 'MediaLab', to: paths.start() }, { label: 'Berichte' }]} />
      <PageHead
        title="Berichte aus dem Unterricht"
        meta="Was Schulen mit Geräten und Räumen des MediaLab erfahren haben."
        actions={<ButtonLink to={paths.demand()}>Das fehlt uns</ButtonLink>}
      />
      <div className="grid gap-5">
        {open.length > 0 && (
          <Card title="Wie war es?">
            <List>
              {open.map(({ booking, offers: names }) => (
                <TaskRow
                  key={booking}
                  action={<ButtonLink to={paths.newReport(booking)}>Berichten</ButtonLink>}
                >
                  {words.asked(names)}
                </TaskRow>
              ))}
            </List>
          </Card>
        )}
        <HouseForm method="get" className="flex flex-wrap items-end gap-3">
          <SelectField
            name={REPORT_PARAMS.offer}
            label="Angebot"
            empty="Alle"
            choices={offers}
            defaultValue={filter.offer}
          />
          <SelectField
            name={REPORT_PARAMS.schoolForm}
            label="Schulform"
            empty="Alle"
            choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
            defaultValue={filter.schoolForm}
          />
          <SelectField
            name={REPORT_PARAMS.recommendation}
            label="Empfehlung"
            empty="Alle"
            choices={choicesOf(RECOMMENDATIONS, recommendationNames)}
            defaultValue={filter.recommendation}
          />
          <Button variant="secondary">Zeigen</Button>
        </HouseForm>
        {together && together.length > 0 && (
          <Card
            title="Was die Berichte empfehlen"
            aside={<FileLink to={`/medialab/berichte/export${search}`} />}
          >
            <TogetherTable lines={together} />
          </Card>
        )}
        {rows.length > 0 ? (
          <Card title="Berichte">
            <ReportList rows={rows} />
          </Card>
        ) : (
          <EmptyState
            title={isFiltered ? 'Dazu gibt es noch keinen Bericht.' : 'Noch hat niemand berichtet.'}
          >
            Nach jeder Ausleihe und jeder Stunde im MediaLab fragen wir einmal, wie es war.
          </EmptyState>
        )}
      </div>
      <Pages
        label="Seiten der Berichte"
        page={page}
        pages={pages}
        linkTo={(number) => {
          const query = new URLSearchParams(search)
          query.set('seite', String(number))
          return `${paths.reports()}?${query.toString()}`
        }}
      />
    </>
  )
}
