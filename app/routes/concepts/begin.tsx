import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { beginConcept } from '#server/concepts/commands.ts'
import { beginInput } from '#server/concepts/inputs.ts'
import { beginFor } from '#server/concepts/views.ts'

export const loader = page(({ actor }) => beginFor(actor))

export const action = form(beginInput, async ({ actor, input }) =>
  redirect(await beginConcept(actor, input), 303),
)

export const meta: MetaFunction = () => [{ title: 'Medienkonzept beginnen – Lernen 25' }]

export default function BeginConcept() {
  const { schools, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const open = schools.filter(({ path }) => path === null)
  const begun = schools.filter(({ path }) => path !== null)
  return (
    <>
      <PageHead
        title="Medienkonzept beginnen"
        meta="Sie haben schon eines? Danach übernehmen Sie die Word- oder PDF-Datei."
      />
      {begun.map(({ id, name, path }) => (
        <p key={id} className="mb-3">
          {name} hat bereits ein Konzept: <Link to={path ?? ''}>Zum Entwurf</Link>
        </p>
      ))}
      {open.length > 0 ? (
        <HouseForm reply={reply} clientKey={clientKey}>
          <RadioRows
            name="schoolId"
            label="Für welche Schule?"
            choices={open.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={open[0]?.id}
          />
          <Button>Medienkonzept beginnen</Button>
        </HouseForm>
      ) : (
        begun.length === 0 && (
          <EmptyState title="Ein Medienkonzept beginnt die Schulleitung">
            <p>Auch die Digitalisierungsbeauftragten einer Schule können es beginnen.</p>
          </EmptyState>
        )
      )}
    </>
  )
}
