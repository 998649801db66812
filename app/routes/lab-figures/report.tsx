import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { TakeOver } from '#app/concepts/take-over.tsx'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { takingFor } from '#server/concepts/reflections/taking/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { reportFor } from '#server/medialab/reports/views.ts'
import { OneReport } from './components/report-list.tsx'

export const loader = page(async ({ actor, params }) => {
  const view = await reportFor(actor, params.report ?? '')
  return { ...view, taking: await takingFor(actor, { kind: 'lab-report', id: view.report.id }) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bericht: ${data?.report.offer.name ?? ''} – MediaLab – Lernen 25` },
]

export default function ReportPage() {
  const { report, taking } = useLoaderData<typeof loader>()
  const { slug, name, isListed } = report.offer
  return (
    <div className="max-w-[46rem]">
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Berichte', to: paths.reports() },
          { label: name },
        ]}
      />
      <PageHead
        title={`Bericht: ${name}`}
        actions={isListed && <ButtonLink to={paths.offer(slug)}>Zum Angebot</ButtonLink>}
      />
      <div className="grid gap-2">
        <OneReport report={report} />
        <TakeOver taking={taking} />
      </div>
    </div>
  )
}
