import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { schoolTransferFor } from '#server/projects/transfer/views.ts'
import { paths as schools } from '#server/schools/paths.ts'
import { TransferSheetCard } from './components/transfer-sheet.tsx'

export const loader = page(({ actor, params }) => schoolTransferFor(actor, params.school ?? ''))

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Transferbögen – ${data?.school.name ?? 'Schule'} – Lernen 25` },
]

export default function SchoolTransfer() {
  const { school, sheets } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Schulen', to: schools.list() },
          { label: school.name, to: schools.school(school.slug) },
          { label: 'Transferbögen' },
        ]}
      />
      <PageHead
        title="Transferbögen Ihrer Schule"
        meta="Was Ihre Lehrkräfte aus ihren PLGs mitbringen. Alles andere aus den PLGs lesen nur deren Mitglieder."
      />
      {sheets.length === 0 ? (
        <EmptyState title="Noch kein Bogen.">
          Sobald eine PLG mit Ihrer Schule beim Transfer ist, schreiben Ihre Lehrkräfte hier auf,
          was sie mitnehmen.
        </EmptyState>
      ) : (
        <div className="grid gap-4">
          {sheets.map((sheet) => (
            <TransferSheetCard
              key={`${sheet.plgId}-${sheet.cycle}`}
              sheet={sheet}
              title={`${sheet.plg}, Durchgang ${sheet.cycle}`}
            />
          ))}
        </div>
      )}
    </>
  )
}
