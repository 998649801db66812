import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/concepts/paths.ts'
import { handOver } from '#server/concepts/succession/commands.ts'
import { handOverInput } from '#server/concepts/succession/inputs.ts'
import { handOverFor } from '#server/concepts/succession/views.ts'

export const loader = page(({ actor, request }) => {
  const query = new URL(request.url).searchParams
  return handOverFor(actor, query.get('von') ?? '', query.get('an') ?? '')
})

export const action = form(handOverInput, async ({ actor, input }) =>
  redirectWithToast(paths.handOver(), await handOver(actor, input)),
)

export const meta: MetaFunction = () => [{ title: 'Konzept übergeben – Verwaltung – Lernen 25' }]

export default function HandOver() {
  const { concepts, schools, asked, preview, problem } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const choicesOf = (rows: { slug: string; name: string }[]) =>
    rows.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <>
      <PageHead
        kicker="Verwaltung"
        title="Konzept übergeben"
        meta="Nach einer Zusammenlegung führt eine andere Schule das Medienkonzept weiter."
      />
      <div className="grid max-w-[46rem] grid-cols-[minmax(0,1fr)] gap-5">
        <HouseForm method="get">
          <SelectField
            name="von"
            label="Konzept von"
            empty="Bitte wählen"
            choices={choicesOf(concepts)}
            defaultValue={asked.from}
          />
          <SelectField
            name="an"
            label="Weitergeführt von"
            empty="Bitte wählen"
            choices={choicesOf(schools)}
            defaultValue={asked.to}
          />
          <div>
            <Button variant="secondary">Ansehen, was geschieht</Button>
          </div>
        </HouseForm>
        {problem && <Notice tone="achtung" title={problem} />}
        {preview && (
          <Card title="Das geschieht">
            <p className="mb-4 max-w-[68ch]">{preview.sentence}</p>
            <HouseForm reply={reply}>
              <input type="hidden" name="from" value={asked.from} />
              <input type="hidden" name="to" value={asked.to} />
              <input type="hidden" name="outcome" value={preview.outcome} />
              <div className="flex flex-wrap gap-3">
                <Button>Konzept übergeben</Button>
                <ButtonLink variant="tertiary" to={paths.handOver()}>
                  Abbrechen
                </ButtonLink>
              </div>
            </HouseForm>
          </Card>
        )}
      </div>
    </>
  )
}
