import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { LIMITS } from '#server/support/contract.ts'
import { editFunding } from '#server/support/funding/commands.ts'
import { editFundingInput } from '#server/support/funding/inputs.ts'
import { fundingForEdit } from '#server/support/funding/views.ts'
import { numberIn, paths } from '#server/support/paths.ts'
import { euroDigits } from '#server/support/words.ts'
import { CostFields } from './components/cost-fields.tsx'

export const loader = page(({ actor, params }) => fundingForEdit(actor, numberIn(params.number)))

export const action = form(editFundingInput, async ({ actor, params, input }) => {
  const number = numberIn(params.number)
  await editFunding(actor, number, input)
  return redirectWithToast(paths.funding(number), 'Der Antrag ist gespeichert.')
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Förderantrag – ${data?.funding.projectTitle ?? ''} – Lernen 25` },
]

export default function EditFunding() {
  const { funding, items, schools, years } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Förderanträge', to: paths.fundings() },
          { label: `Nr. ${funding.number}`, to: paths.funding(funding.number) },
          { label: 'Bearbeiten' },
        ]}
      />
      <PageHead title={funding.projectTitle} meta={`Förderantrag Nr. ${funding.number}`} />
      <HouseForm reply={reply} className="grid max-w-[52rem] gap-5">
        {/* After a conflict the next sending is meant to overwrite. */}
        <input type="hidden" name="version" value={reply?.theirs ?? funding.version} />
        <Card
          title="Kosten"
          lead="Eine Zeile je Anschaffung. Leere Zeilen zählen nicht; nach dem Speichern gibt es neue."
        >
          <CostFields items={items} reply={reply} />
          <TextField
            name="ownShare"
            label="Eigenanteil der Schule in Euro"
            optional
            inputMode="decimal"
            defaultValue={funding.ownShareCents > 0 ? euroDigits(funding.ownShareCents) : ''}
            className="mt-5 max-w-[16rem]"
          />
        </Card>
        <Card title="Begründung">
          <div className="grid gap-5">
            <TextArea
              name="reason"
              label="Wozu brauchen Sie das?"
              rows={5}
              defaultValue={funding.reason}
              maxLength={LIMITS.text}
              counter
            />
            <TextArea
              name="innovation"
              label="Was ist daran neu?"
              rows={4}
              defaultValue={funding.innovation}
              maxLength={LIMITS.text}
              counter
            />
            <TextArea
              name="risk"
              label="Was könnte schiefgehen, und was tun Sie dann?"
              optional
              rows={3}
              defaultValue={funding.risk}
              maxLength={LIMITS.text}
              counter
            />
          </div>
        </Card>
        <Card title="Wer und wann">
          <div className="grid gap-5">
            <SelectField
              name="schoolId"
              label="Welche Schule erhält das Geld und weist es nach?"
              hint="Ihre Schulleitung kann den eingereichten Antrag lesen."
              choices={schools}
              defaultValue={funding.schoolId}
            />
            <SelectField
              name="year"
              label="Haushaltsjahr"
              choices={years.map((year) => ({ value: String(year), label: String(year) }))}
              defaultValue={funding.year}
              className="max-w-[16rem]"
            />
          </div>
        </Card>
        <div>
          <Button>Speichern</Button>
        </div>
      </HouseForm>
    </>
  )
}
