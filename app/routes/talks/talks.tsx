import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { paths as equipment } from '#server/concepts/equipment/paths.ts'
import { LIMITS } from '#server/concepts/talks/contract.ts'
import { callTalk } from '#server/concepts/talks/cycles/commands.ts'
import { callInput } from '#server/concepts/talks/cycles/inputs.ts'
import { roundFor } from '#server/concepts/talks/cycles/views.ts'
import { paths } from '#server/concepts/talks/paths.ts'
import { talksFor } from '#server/concepts/talks/views.ts'
import { RoundCard } from './components/round-card.tsx'
import { TalkTable } from './components/talk-table.tsx'

export const loader = page(async ({ actor, request }) => {
  const asked = new URL(request.url).searchParams
  const own = await talksFor(actor, asked)
  return { own, round: own.isOffice ? await roundFor(actor, asked) : null }
})

export const action = form(callInput, async ({ actor, input }) => {
  const number = await callTalk(actor, input)
  return redirectWithToast(paths.talk(number), 'Das Gespräch ist angefragt.')
})

export const meta: MetaFunction = () => [{ title: 'Gespräche – Lernen 25' }]

export default function Talks() {
  const { own, round } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title="Ausstattungsgespräche"
        meta="Schule und Amt sehen gemeinsam zurück: was genutzt wurde, was es gebracht hat, was als Nächstes kommt."
        actions={
          <>
            <ButtonLink to={equipment.start()}>Ausstattung</ButtonLink>
            {round && <ButtonLink to={equipment.report()}>Bedarfsbericht</ButtonLink>}
            {round && <ButtonLink to={paths.rounds()}>Runden</ButtonLink>}
          </>
        }
      />
      <div className="grid gap-5">
        {round && <RoundCard round={round} />}
        {(!round || own.talks.rows.length > 0) && (
          <Card title={round ? 'Gespräche, an denen Sie teilnehmen' : 'Ihre Gespräche'}>
            {own.talks.rows.length > 0 ? (
              <TalkTable caption="Liste der Gespräche" talks={own.talks.rows} />
            ) : (
              <EmptyState title="Es steht kein Gespräch an.">
                Das Amt eröffnet jedes Schuljahr eine Runde. Sie sehen das Gespräch dann hier.
              </EmptyState>
            )}
            {!round && (
              <Pages
                label="Seiten der Liste"
                page={own.talks.page}
                pages={own.talks.pages}
                linkTo={(seite) => paths.list({ seite })}
              />
            )}
          </Card>
        )}
        {own.ownSchools.length > 0 && (
          <Card
            title="Gespräch zwischendurch"
            lead="Wenn etwas nicht bis zur nächsten Runde warten kann."
          >
            <HouseForm reply={reply} clientKey={own.callKey} className="grid max-w-[46rem] gap-4">
              <SelectField
                {...{ name: 'school', label: 'Schule', choices: own.ownSchools }}
                defaultValue={own.ownSchools[0]?.value}
              />
              <TextField name="occasion" label="Worum geht es?" maxLength={LIMITS.occasion} />
              <div>
                <Button variant="secondary">Gespräch anfragen</Button>
              </div>
            </HouseForm>
          </Card>
        )}
      </div>
    </>
  )
}
