import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Download from 'lucide-react/icons/download'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { certificateFor } from '#server/medialab/workshops/after/views.ts'
import { paths } from '#server/medialab/workshops/paths.ts'
import { spanOf } from './components/workshop-words.tsx'

export const loader = page(({ actor, params }) => certificateFor(actor, params.workshop ?? ''))

export const meta: MetaFunction = () => [{ title: 'Teilnahmebescheinigung – Lernen 25' }]

export default function Certificate() {
  const given = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Workshops', to: paths.list() },
          { label: given.title, to: given.path },
          { label: 'Bescheinigung' },
        ]}
      />
      <PageHead
        title="Teilnahmebescheinigung"
        meta={<span className="print:hidden">Diese Seite sehen nur Sie.</span>}
      />
      <Card title={given.title}>
        <p className="max-w-[68ch]">
          <strong>{given.name}</strong> hat teilgenommen: {given.kind} „{given.title}“.
        </p>
        <p className="mt-2">
          {spanOf(given)}, {given.length}
        </p>
        {given.leaders && <p className="mt-2">Leitung: {given.leaders}</p>}
        <p className="mt-2">Veranstaltet vom Schulmedienzentrum Duisburg.</p>
        <p className="mt-4 print:hidden">
          {given.hasPdf ? (
            <ButtonLink
              variant="primary"
              icon={Download}
              reloadDocument
              prefetch="none"
              to={paths.certificatePdf(given.named)}
            >
              Als PDF herunterladen
            </ButtonLink>
          ) : (
            'Zum Aufbewahren: Drucken Sie diese Seite in Ihrem Browser als PDF.'
          )}
        </p>
      </Card>
    </>
  )
}
