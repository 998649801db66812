import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { addInstruction } from '#server/medialab/instructions/commands.ts'
import { addInstructionInput } from '#server/medialab/instructions/inputs.ts'
import { instructionsFor } from '#server/medialab/instructions/views.ts'
import { instructionKindNames } from '#server/medialab/instructions/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { InstructionFields, validityOf } from './components/proofs.tsx'

export const loader = page(({ actor }) => instructionsFor(actor))

export const action = form(addInstructionInput, async ({ actor, input }) => {
  await addInstruction(actor, input)
  return redirectWithToast(paths.instructions(), `„${input.name}“ ist angelegt.`)
})

export const meta: MetaFunction = () => [{ title: 'Einweisungen – MediaLab – Lernen 25' }]

export default function Instructions() {
  const { kinds, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb steps={[{ label: 'MediaLab', to: paths.start() }, { label: 'Einweisungen' }]} />
      <PageHead
        title="Einweisungen"
        actions={<ButtonLink to={paths.manageOffers()}>Angebote</ButtonLink>}
      />
      <div className="grid gap-5">
        {kinds.length > 0 ? (
          <Card title="Arten">
            <List>
              {kinds.map((kind) => (
                <li key={kind.id} className="py-zeile">
                  <Link
                    to={paths.instruction(kind.id)}
                    className="inline-flex min-h-11 items-center font-semibold underline"
                  >
                    {kind.name}
                  </Link>
                  <p className="text-leise">
                    {instructionKindNames[kind.kind]} · {validityOf(kind)} ·{' '}
                    {plural(kind.people, 'Person', 'Personen')} · nötig für{' '}
                    {plural(kind.offers, 'Angebot', 'Angebote')}
                  </p>
                </li>
              ))}
            </List>
          </Card>
        ) : (
          <EmptyState title="Noch keine Einweisung.">
            Legen Sie eine an, und wählen Sie sie dann bei den Angeboten, die sie brauchen.
          </EmptyState>
        )}
        <Card title="Neue Einweisung">
          <HouseForm reply={reply} clientKey={clientKey} key={kinds.length}>
            <InstructionFields />
            <div>
              <Button>Einweisung anlegen</Button>
            </div>
          </HouseForm>
        </Card>
      </div>
    </div>
  )
}
