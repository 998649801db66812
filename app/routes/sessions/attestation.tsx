import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Download from 'lucide-react/icons/download'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { paths as plgPaths } from '#server/plg/paths.ts'
import { attestationFor } from '#server/plg/sessions/attestation/views.ts'
import { paths } from '#server/plg/sessions/paths.ts'
import { lengthWords } from '#server/plg/sessions/words.ts'

export const loader = page(({ actor, params }) => attestationFor(actor, params.plg ?? ''))

export const meta: MetaFunction<typeof loader> = () => [
  { title: 'Teilnahmebescheinigung – Lernen 25' },
]

export default function Attestation() {
  const { plg, name, sessions, minutes, now, hasPdf } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: plg.title, to: plgPaths.plg(plg.slug) },
          { label: 'Termine', to: paths.list(plg.slug) },
          { label: 'Bescheinigung' },
        ]}
      />
      <PageHead
        title="Teilnahmebescheinigung"
        meta={<span className="print:hidden">Diese Seite sehen nur Sie.</span>}
      />
      {sessions.length === 0 ? (
        <EmptyState title="Noch kein Treffen mit Ihnen.">
          Sobald Ihre Anwesenheit bei einem Treffen festgehalten ist, steht es hier.
        </EmptyState>
      ) : (
        <Card title={`PLG „${plg.title}“`}>
          <p className="mb-3 max-w-[68ch]">
            <strong>{name}</strong> hat an {sessions.length} Treffen teilgenommen, zusammen{' '}
            {lengthWords(minutes)}. Stand {day(now)}.
          </p>
          <Table
            caption="Treffen"
            rows={sessions}
            rowKey={({ number }) => String(number)}
            columns={[
              { key: 'day', title: 'Tag', cell: ({ startsAt }) => day(startsAt) },
              { key: 'title', title: 'Treffen', cell: ({ title }) => title },
              { key: 'time', title: 'Dauer', cell: (one) => lengthWords(one.minutes) },
            ]}
          />
          <p className="mt-4 print:hidden">
            {hasPdf ? (
              <ButtonLink
                variant="primary"
                icon={Download}
                reloadDocument
                prefetch="none"
                to={paths.attestationPdf(plg.slug)}
              >
                Als PDF herunterladen
              </ButtonLink>
            ) : (
              'Zum Aufbewahren: Drucken Sie diese Seite in Ihrem Browser als PDF.'
            )}
          </p>
        </Card>
      )}
    </>
  )
}
