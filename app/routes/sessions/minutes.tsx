import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { writeMinutes } from '#server/plg/sessions/commands.ts'
import { LIMITS } from '#server/plg/sessions/contract.ts'
import { minutesInput } from '#server/plg/sessions/inputs.ts'
import { paths } from '#server/plg/sessions/paths.ts'
import { minutesFor } from '#server/plg/sessions/views.ts'

type Params = { plg?: string; nr?: string }
const placeOf = ({ plg = '', nr = '' }: Params) => ({ plg, number: nr })

export const loader = page(({ actor, params }) => minutesFor(actor, placeOf(params)))

export const action = form(minutesInput, async ({ actor, params, input }) => {
  await writeMinutes(actor, placeOf(params), input)
  const to = paths.session(params.plg ?? '', Number(params.nr))
  return redirectWithToast(to, 'Das Protokoll ist gespeichert.')
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Protokoll: ${data?.session.title ?? 'Termin'} – Lernen 25` },
]

export default function Minutes() {
  const { plg, session } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Card title={`Protokoll: ${session.title}`}>
      <HouseForm reply={reply}>
        <Overtaken reply={reply} version={session.minutesVersion} />
        <TextArea
          name="minutes"
          label="Was war, was folgt daraus?"
          rows={16}
          maxLength={LIMITS.minutes}
          defaultValue={session.minutes}
          hint="Keine Namen von Lernenden. Beschlüsse und Aufgaben haben eigene Felder."
          counter
        />
        <div className="flex flex-wrap gap-3">
          <Button>Protokoll speichern</Button>
          <ButtonLink variant="tertiary" to={paths.session(plg.slug, session.number)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </Card>
  )
}
