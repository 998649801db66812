import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import FileUp from 'lucide-react/icons/file-up'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { ClosureList } from '#app/routes/schools/components/closure-list.tsx'
import { ImportList } from '#app/routes/schools/components/import-list.tsx'
import { SchoolSearch } from '#app/routes/schools/components/school-search.tsx'
import { SchoolTable } from '#app/routes/schools/components/school-table.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { confirmClosure, dismissClosure, reopenDecision } from '#server/schools/commands.ts'
import { closureInput } from '#server/schools/inputs.ts'
import { paths } from '#server/schools/paths.ts'
import { administrationFor } from '#server/schools/views.ts'

export const meta: MetaFunction = () => [{ title: 'Schulen verwalten – Lernen 25' }]

export const loader = page(({ actor, request }) =>
  administrationFor(actor, new URL(request.url).searchParams),
)

const undo = (schoolId: string) => ({
  label: 'Rückgängig',
  action: paths.administration(),
  fields: { intent: 'reopen', schoolId },
})

export const action = forms({
  confirm: intent(closureInput, async ({ actor, input: { schoolId } }) => {
    const { name } = await confirmClosure(actor, schoolId)
    return redirectWithToast(paths.administration(), {
      text: `„${name}“ ist geschlossen.`,
      undo: undo(schoolId),
    })
  }),
  dismiss: intent(closureInput, async ({ actor, input: { schoolId } }) => {
    const { name } = await dismissClosure(actor, schoolId)
    return redirectWithToast(paths.administration(), {
      text: `„${name}“ bleibt in Betrieb.`,
      undo: undo(schoolId),
    })
  }),
  reopen: intent(closureInput, async ({ actor, input: { schoolId } }) => {
    const { name } = await reopenDecision(actor, schoolId)
    return redirectWithToast(paths.administration(), `Über „${name}“ ist wieder zu entscheiden.`)
  }),
})

export default function Administration() {
  const { rows, page, pages, total, asked, closures, imports } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: 'Schulen' }]} />
      <PageHead
        title="Schulen verwalten"
        actions={
          <ButtonLink to={paths.import()} variant="primary" icon={FileUp}>
            Register einlesen
          </ButtonLink>
        }
      />
      <div className="grid gap-4">
        {closures.length > 0 && <ClosureList closures={closures} reply={reply} />}
        <Card title="Alle Schulen" aside={plural(total, 'Schule', 'Schulen')}>
          <SchoolSearch q={asked.q} reset={paths.administration()} />
          {rows.length > 0 ? (
            <SchoolTable rows={rows} />
          ) : (
            <EmptyState title={asked.q ? 'Keine Schule gefunden' : 'Noch keine Schulen'}>
              {asked.q
                ? 'Suchen Sie mit einem Teil des Namens, der Straße, der Postleitzahl oder mit der Schulnummer.'
                : 'Lesen Sie das amtliche Schulregister ein.'}
            </EmptyState>
          )}
          <Pages
            label="Seiten der Schulen"
            page={page}
            pages={pages}
            linkTo={(next) => paths.administration(asked, next)}
          />
        </Card>
        <ImportList imports={imports} />
      </div>
    </>
  )
}
