import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PACKAGE_FORMATS } from '#server/software/packages/contract.ts'
import { packageFor } from '#server/software/packages/views.ts'
import { partNames } from '#server/software/packages/words.ts'
import { paths } from '#server/software/paths.ts'
import { DocumentList } from './components/document-list.tsx'
import { StandingBadge } from './components/standing-badge.tsx'

export const loader = page(({ actor, params, request }) => {
  const query = new URL(request.url).searchParams
  const asked = { use: query.get('nutzung') ?? '', school: query.get('schule') ?? '' }
  return packageFor(actor, params.app ?? '', asked)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Unterlagen – ${data?.product.name ?? 'App'} – Lernen 25` },
]

const FORMAT_WORDS = { docx: 'Word', pdf: 'PDF' }

export default function Package() {
  const { product, documents, uses, schools, use, school, parts, hasPdf } =
    useLoaderData<typeof loader>()
  const formats = PACKAGE_FORMATS.filter((format) => format !== 'pdf' || hasPdf)
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: product.name, to: paths.product(product.slug) },
          { label: 'Unterlagen' },
        ]}
      />
      <PageHead
        title={`Unterlagen zu ${product.name}`}
        meta="Vorlagen für Ihre Schule, aus dem Verzeichnis ausgefüllt. Was nur Ihre Schule weiß, ist als Lücke markiert."
      />
      {documents.length > 0 && (
        <Card title="Vom Anbieter" className="mb-5">
          <DocumentList slug={product.slug} documents={documents} />
        </Card>
      )}
      {!use ? (
        <EmptyState title="Zu dieser App ist noch keine Nutzung beschrieben." />
      ) : (
        <div className="grid gap-5">
          <HouseForm method="get" className="flex flex-wrap items-end gap-3">
            <SelectField
              name="nutzung"
              label="Nutzung"
              choices={uses.map(({ id, label, variant }) => ({
                value: id,
                label: `${label} (${variant})`,
              }))}
              defaultValue={use.id}
            />
            {schools.length > 0 && (
              <SelectField
                name="schule"
                label="Schule"
                choices={schools.map(({ slug, name }) => ({ value: slug, label: name }))}
                defaultValue={school?.slug}
              />
            )}
            <Button variant="secondary">Zeigen</Button>
          </HouseForm>
          <p>
            <StandingBadge standing={{ name: use.standing, until: use.until }} />
          </p>
          <Notice>
            Die Texte ersetzen keine Rechtsberatung. Bitte prüfen und ergänzen Sie sie, bevor Sie
            sie verwenden.
          </Notice>
          <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
            {parts.map(({ part, isWritten, gaps }) => (
              <Card
                key={part}
                title={partNames[part]}
                lead={
                  isWritten
                    ? 'Für diese App geschrieben.'
                    : 'Aus den Angaben des Verzeichnisses gemacht.'
                }
              >
                {gaps.length > 0 && (
                  <div className="mb-2">
                    <p className="font-semibold">Das ergänzt Ihre Schule:</p>
                    <ul className="list-disc pl-5">
                      {gaps.map((gap) => (
                        <li key={gap} className="wrap-anywhere">
                          {gap}
                        </li>
                      ))}
                    </ul>
                  </div>
                )}
                <p className="flex flex-wrap gap-4">
                  {formats.map((format) => (
                    // These are bytes, not a page.
                    <Link
                      key={format}
                      reloadDocument
                      className="inline-flex min-h-11 items-center underline"
                      to={paths.packageFile(product.slug, {
                        ...{ nutzung: use.id, schule: school?.slug ?? '' },
                        ...{ teil: part, format },
                      })}
                    >
                      {partNames[part]} als {FORMAT_WORDS[format]}
                    </Link>
                  ))}
                </p>
              </Card>
            ))}
          </div>
        </div>
      )}
    </>
  )
}
