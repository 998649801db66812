import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { DISTRICTS, SCHOOL_FORMS } from '#server/schools/contract.ts'
import { districtWords, schoolFormWords } from '#server/schools/words.ts'
import { FUNCTIONS } from '#server/software/contract.ts'
import { SMALLEST_CELL, STANDARD_FROM } from '#server/software/overview/contract.ts'
import { overviewFor } from '#server/software/overview/views.ts'
import { paths } from '#server/software/paths.ts'
import { functionNames } from '#server/software/words.ts'
import { FunctionTable, ProductTable } from './components/overview-tables.tsx'

export const loader = page(async ({ actor, request }) => {
  const asked = new URL(request.url)
  return { ...(await overviewFor(actor, asked.searchParams)), search: asked.search }
})

export const meta: MetaFunction = () => [{ title: 'Software der Schulen – Lernen 25' }]

/** What schools use for what, in numbers: where many things do the same, and what could become a standard. */
export default function Overview() {
  const { filter, isTooFew, lines, products, search } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Software', to: paths.directory() }, { label: 'Software der Schulen' }]}
      />
      <PageHead
        title="Software der Schulen"
        meta={`Nur Zahlen über Schulen zusammen. Weniger als ${SMALLEST_CELL} werden nicht ausgezählt.`}
      />
      <HouseForm method="get" className="mb-5 flex flex-wrap items-end gap-3">
        <SelectField
          name="schulform"
          label="Schulform"
          empty="Alle"
          choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
          defaultValue={filter.schoolForm}
        />
        <SelectField
          name="stadtbezirk"
          label="Stadtbezirk"
          empty="Alle"
          choices={choicesOf(DISTRICTS, districtWords)}
          defaultValue={filter.district}
        />
        <SelectField
          name="funktion"
          label="Funktion"
          empty="Alle im Überblick"
          choices={choicesOf(FUNCTIONS, functionNames)}
          defaultValue={filter.function}
        />
        <Button variant="secondary">Zeigen</Button>
      </HouseForm>
      {isTooFew ? (
        <EmptyState title="Das sind zu wenige Schulen.">
          {`Aus weniger als ${SMALLEST_CELL} Schulen ließe sich ablesen, was eine einzelne tut. Wählen Sie eine andere Schulform oder einen anderen Stadtbezirk.`}
        </EmptyState>
      ) : (
        <Card
          title={filter.function ? functionNames[filter.function] : 'Was wofür eingesetzt wird'}
          lead={
            filter.function
              ? undefined
              : `Oben steht, wofür es die meisten verschiedenen Apps gibt. Kandidat für einen Standard ist eine freigegebene App, die mindestens ${STANDARD_FROM} Schulen einsetzen.`
          }
          aside={
            <Link
              reloadDocument
              to={`${paths.overview()}/export${search}`}
              className="inline-flex min-h-11 items-center underline"
            >
              Als Tabelle (CSV)
            </Link>
          }
        >
          {products ? (
            <ProductTable products={products} />
          ) : (
            <FunctionTable lines={lines} filter={filter} />
          )}
        </Card>
      )}
    </>
  )
}
