import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckGroup, RadioRows } from '#app/ui/choice-field.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { createOffer } from '#server/visits/offers/commands.ts'
import { LIMITS } from '#server/visits/offers/contract.ts'
import { createInput } from '#server/visits/offers/inputs.ts'
import { newOfferFor } from '#server/visits/offers/views.ts'
import { paths } from '#server/visits/paths.ts'
import { gradeBandChoices, subjectChoices } from './components/choices.ts'

export const loader = page(({ actor }) => newOfferFor(actor))

export const action = form(createInput, async ({ actor, input }) =>
  redirectWithToast(await createOffer(actor, input), 'Ihr Unterricht ist offen.'),
)

export const meta: MetaFunction = () => [{ title: 'Unterricht öffnen – Lernen 25' }]

export default function New() {
  const { schools, plgs, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[{ label: 'Hospitation', to: paths.list() }, { label: 'Unterricht öffnen' }]}
      />
      <PageHead
        title="Unterricht öffnen"
        meta="Sie entscheiden bei jeder Anfrage, wer kommt und worauf geachtet wird."
      />
      <HouseForm reply={reply} clientKey={clientKey}>
        {schools.length > 1 && (
          <SelectField
            name="schoolId"
            label="An welcher Schule?"
            empty="Bitte wählen"
            required
            choices={schools}
          />
        )}
        <TextField
          name="topic"
          label="Was kann man bei Ihnen sehen?"
          hint="Zum Beispiel „Brüche legen und besprechen“. Keine Namen von Kindern, bitte."
          required
          maxLength={LIMITS.topic.max}
        />
        <SelectField
          name="subject"
          label="Fach"
          empty="Bitte wählen"
          required
          choices={subjectChoices}
          className="max-w-[20rem]"
        />
        <CheckGroup
          name="gradeBands"
          label="Jahrgänge"
          optional
          choices={gradeBandChoices}
          columns
        />
        <TextArea
          name="note"
          label="Hinweise für Gäste"
          hint="Treffpunkt, Anfahrt, was vorher gut zu wissen ist"
          optional
          rows={3}
          maxLength={LIMITS.note}
        />
        <Visibility plgs={plgs} />
        <SlotLine line={1} />
        <MoreSlots />
        <div className="flex flex-wrap gap-3">
          <Button>Unterricht öffnen</Button>
          <ButtonLink to={paths.list()} variant="tertiary">
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </div>
  )
}

function Visibility({ plgs }: { plgs: { value: string; label: string }[] }) {
  if (plgs.length === 0) return <input type="hidden" name="visibility" value="network" />
  return (
    <>
      <RadioRows
        name="visibility"
        label="Wer sieht das Angebot?"
        defaultValue="network"
        choices={[
          { value: 'network', label: 'Alle im Schulnetz' },
          { value: 'plg', label: 'Nur eine meiner PLGs' },
        ]}
      />
      <SelectField
        name="plgId"
        label="Welche PLG?"
        hint="Nur nötig, wenn eine PLG das Angebot sehen soll"
        optional
        empty="Keine"
        choices={plgs}
      />
    </>
  )
}

function MoreSlots() {
  const lines = Array.from({ length: LIMITS.newSlots - 1 }, (_, at) => at + 2)
  const sent = useActionData<typeof action>()?.initialValue
  return (
    <Fold title="Weitere Termine" isOpen={lines.some((line) => sent?.[`slot${line}Day`])}>
      <div className="grid gap-5">
        {lines.map((line) => (
          <SlotLine key={line} line={line} />
        ))}
      </div>
    </Fold>
  )
}

function SlotLine({ line }: { line: number }) {
  return (
    <fieldset className="rounded-lg border border-rand p-3">
      <legend className="px-1 font-semibold">
        {line}. Termin{line > 1 && <span className="font-normal text-leise"> (freiwillig)</span>}
      </legend>
      <div className="grid gap-3 md:grid-cols-4">
        <TextField name={`slot${line}Day`} type="date" label="Tag" />
        <TextField name={`slot${line}From`} type="time" label="Von" />
        <TextField name={`slot${line}To`} type="time" label="Bis" />
        <TextField
          name={`slot${line}Seats`}
          type="number"
          label="Plätze"
          min={1}
          max={LIMITS.seats}
          defaultValue={1}
        />
      </div>
    </fieldset>
  )
}
