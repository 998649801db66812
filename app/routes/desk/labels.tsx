import { Form, type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { labelsFor } from '#server/medialab/desk/labels/views.ts'
import { paths } from '#server/medialab/paths.ts'

export const loader = page(({ actor, request }) =>
  labelsFor(actor, new URL(request.url).searchParams.getAll('angebot')),
)

export const meta: MetaFunction = () => [{ title: 'Etiketten – Theke – Lernen 25' }]

export default function Labels() {
  const { offers, chosen, labels, hasPdf, isCut } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="print:hidden">
        <Breadcrumb steps={[{ label: 'Theke', to: paths.desk() }, { label: 'Etiketten' }]} />
        <PageHead
          title="Etiketten"
          meta="Jedes Etikett trägt einen Code ohne 0, O, 1 und I und öffnet die Seite des Geräts."
        />
        <Form action={paths.labels()} className="mb-5 grid gap-3">
          <fieldset className="min-w-0">
            <legend className="font-semibold">Wovon brauchen Sie Etiketten?</legend>
            <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
              {offers.map(({ slug, name, count }) => (
                <label key={slug} className="flex min-h-11 items-center gap-3 py-1">
                  <input
                    type="checkbox"
                    name="angebot"
                    value={slug}
                    defaultChecked={chosen.includes(slug)}
                    className="size-5 shrink-0"
                  />
                  <span>
                    {name} <span className="text-leise">({plural(count, 'Code', 'Codes')})</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary">Anzeigen</Button>
            {hasPdf && (
              <button
                type="submit"
                formAction={`${paths.labels()}/bogen`}
                // A file is no page: the browser fetches it itself.
                formTarget="_blank"
                className="min-h-11 underline"
              >
                Als PDF
              </button>
            )}
          </div>
        </Form>
        {labels.length === 0 && (
          <EmptyState title="Noch nichts gewählt.">
            Wählen Sie Angebote, dann stehen hier ihre Etiketten zum Drucken.
          </EmptyState>
        )}
        {isCut && (
          <Notice tone="achtung" title="Das sind die ersten 300. Wählen Sie weniger auf einmal." />
        )}
      </div>
      <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">
        {labels.map(({ code, name, offer, qr }) => (
          <li
            key={code}
            className="flex break-inside-avoid items-center gap-2 border border-rand bg-white p-1 text-black"
          >
            <svg
              role="img"
              aria-label={`QR-Code ${code}`}
              viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`}
              className="size-28 shrink-0"
            >
              <path d={qr.d} />
            </svg>
            <div className="min-w-0 text-sm">
              <p className="font-mono text-lg font-bold">{code}</p>
              <p>{name}</p>
              {name !== offer && <p>{offer}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
