import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/medialab/paths.ts'
import { editReport } from '#server/medialab/reports/commands.ts'
import { editInput } from '#server/medialab/reports/inputs.ts'
import { reportEditingFor } from '#server/medialab/reports/views.ts'
import { ReportFields } from './components/report-fields.tsx'

export const loader = page(({ actor, params }) => reportEditingFor(actor, params.report ?? ''))

export const action = form(editInput, async ({ actor, params, input }) => {
  const id = params.report ?? ''
  await editReport(actor, id, input)
  return redirectWithToast(paths.report(id), 'Ihr Bericht ist gespeichert.')
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction = () => [{ title: 'Bericht bearbeiten – MediaLab – Lernen 25' }]

export default function EditReport() {
  const { report } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[46rem]">
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Berichte', to: paths.reports() },
          { label: report.name, to: paths.report(report.id) },
          { label: 'Bearbeiten' },
        ]}
      />
      <PageHead title="Bericht bearbeiten" meta={report.name} />
      <HouseForm reply={reply} autoComplete="off">
        <Overtaken reply={reply} version={report.version} />
        <ReportFields told={report} />
        <div className="flex flex-wrap gap-3">
          <Button>Speichern</Button>
          <ButtonLink variant="tertiary" to={paths.report(report.id)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </div>
  )
}
