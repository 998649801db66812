import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ADDRESSEES, DEFAULT_ADDRESSEE, LIMITS, SUPPORT_KINDS } from '#server/support/contract.ts'
import { paths } from '#server/support/paths.ts'
import { askForSupport } from '#server/support/requests/commands.ts'
import { askInput } from '#server/support/requests/inputs.ts'
import { askingFor } from '#server/support/requests/views.ts'
import { addresseeNames, kindHints, kindNames } from '#server/support/words.ts'

export const loader = page(({ actor, params }) => askingFor(actor, params.plg ?? ''))

export const action = form(askInput, async ({ actor, params, input }) => {
  const number = await askForSupport(actor, params.plg ?? '', input)
  return redirectWithToast(paths.request(number), 'Ihre Anfrage ist unterwegs.')
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Um Unterstützung bitten – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Ask() {
  const { plg, projects, isClosed, hidesName, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (isClosed)
    return <Notice title="Diese PLG ist abgeschlossen">Anfragen sind nicht mehr möglich.</Notice>
  return (
    <Card
      title="Um Unterstützung bitten"
      lead={
        hidesName
          ? 'Gelesen wird genau das, was Sie hier schreiben, und Ihr Name. Der Name Ihrer Gruppe bleibt verborgen.'
          : `Gelesen wird genau das, was Sie hier schreiben, Ihr Name und der Titel „${plg.title}“. Das Innere Ihrer PLG bleibt verschlossen.`
      }
    >
      <HouseForm reply={reply} clientKey={clientKey} className="grid max-w-[42rem] gap-5">
        <RadioRows
          name="kind"
          label="Was brauchen Sie?"
          choices={SUPPORT_KINDS.map((kind) => ({
            value: kind,
            label: kindNames[kind],
            hint: `${kindHints[kind]} Geht an: ${addresseeNames[DEFAULT_ADDRESSEE[kind]]}.`,
          }))}
        />
        <SelectField
          name="addressee"
          label="Wer soll antworten?"
          hint="Wenn Sie nichts wählen, geht die Anfrage an die genannte Stelle."
          optional
          empty="Wie vorgeschlagen"
          choices={choicesOf(ADDRESSEES, addresseeNames)}
        />
        <TextArea
          name="text"
          label="Worum geht es?"
          hint="Keine Namen von Lernenden."
          rows={6}
          maxLength={LIMITS.requestText}
          counter
        />
        {projects.length > 0 && (
          <SelectField
            name="projectId"
            label="Zu welchem Vorhaben?"
            hint="Sein Titel steht dann in der Anfrage."
            optional
            empty="Zu keinem bestimmten"
            choices={projects.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <TextField
          name="wishedBy"
          type="date"
          label="Bis wann?"
          optional
          className="max-w-[16rem]"
        />
        <div className="flex flex-wrap gap-3">
          <Button>Anfrage senden</Button>
          <ButtonLink variant="tertiary" to={paths.ofPlg(plg.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </Card>
  )
}
