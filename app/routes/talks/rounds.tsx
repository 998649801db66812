import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { day, plural } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { LIMITS } from '#server/concepts/talks/contract.ts'
import { callTalk, openCycle } from '#server/concepts/talks/cycles/commands.ts'
import { callInput, cycleInput } from '#server/concepts/talks/cycles/inputs.ts'
import { roundsFor } from '#server/concepts/talks/cycles/views.ts'
import { paths } from '#server/concepts/talks/paths.ts'

export const loader = page(({ actor }) => roundsFor(actor))

export const action = forms({
  open: intent(cycleInput, async ({ actor, input }) => {
    const talks = await openCycle(actor, input)
    return redirectWithToast(
      paths.list(),
      `Die Runde ist eröffnet, mit ${plural(talks, 'Gespräch', 'Gesprächen')}.`,
    )
  }),
  call: intent(callInput, async ({ actor, input }) => {
    const number = await callTalk(actor, input)
    return redirectWithToast(paths.talk(number), 'Das Gespräch ist angesetzt.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Runden – Gespräche – Lernen 25' }]

export default function Rounds() {
  const { cycles, next, schools, clientKey, callKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <Breadcrumb steps={[{ label: 'Gespräche', to: paths.list() }, { label: 'Runden' }]} />
      <PageHead
        title="Runden"
        meta="Eine Runde gibt jeder Schule der Stadt ihr Gespräch. Wie lange sie dauert, entscheiden Sie mit jeder neu."
      />
      <div className="grid gap-5">
        <Card title="Neue Runde">
          <HouseForm
            reply={replyTo('open')}
            clientKey={clientKey}
            className="grid max-w-[46rem] gap-4"
          >
            <div className="grid gap-4 sm:grid-cols-3">
              <TextField
                name="startsOn"
                label="Beginnt am"
                type="date"
                defaultValue={next.startsOn}
              />
              <TextField
                {...{ name: 'months', label: 'Dauer in Monaten', inputMode: 'numeric' }}
                defaultValue={next.months}
              />
              <TextField name="dueOn" label="Gespräche bis" type="date" defaultValue={next.dueOn} />
            </div>
            <div>
              <Button name="intent" value="open">
                Runde eröffnen
              </Button>
            </div>
          </HouseForm>
        </Card>
        <Card title="Einzelnes Gespräch" lead="Zwischen zwei Runden, mit einer Schule.">
          <HouseForm
            reply={replyTo('call')}
            clientKey={callKey}
            className="grid max-w-[46rem] gap-4"
          >
            <SelectField
              {...{ name: 'school', label: 'Schule', choices: schools, empty: 'Bitte wählen' }}
            />
            <TextField name="occasion" label="Worum geht es?" maxLength={LIMITS.occasion} />
            <div>
              <Button variant="secondary" name="intent" value="call">
                Gespräch ansetzen
              </Button>
            </div>
          </HouseForm>
        </Card>
        {cycles.length > 0 && (
          <Card title="Bisherige Runden">
            <Table
              caption="Liste der Runden"
              stacks
              rows={cycles}
              rowKey={({ id }) => id}
              columns={[
                { key: 'year', title: 'Schuljahr', cell: ({ schoolYear }) => schoolYear },
                { key: 'from', title: 'Beginn', cell: ({ startsOn }) => day(startsOn) },
                { key: 'months', title: 'Dauer', cell: ({ months }) => `${months} Monate` },
                { key: 'due', title: 'Gespräche bis', cell: ({ dueOn }) => day(dueOn) },
              ]}
            />
          </Card>
        )}
      </div>
    </>
  )
}
