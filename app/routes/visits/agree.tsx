import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckGroup } from '#app/ui/choice-field.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { agreeVisit } from '#server/visits/agreements/commands.ts'
import { agreeInput } from '#server/visits/agreements/inputs.ts'
import { agreeingFor } from '#server/visits/agreements/views.ts'
import { LIMITS } from '#server/visits/contract.ts'
import { paths } from '#server/visits/paths.ts'
import { releaseNote } from '#server/visits/words.ts'

export const loader = page(({ actor, params }) => agreeingFor(actor, params.plg ?? ''))

export const action = form(agreeInput, async ({ actor, params, input }) => {
  const number = await agreeVisit(actor, params.plg ?? '', input)
  return redirectWithToast(paths.visit(number), 'Der Besuch ist eingetragen.')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Besuch verabreden – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Agree() {
  const { plg, self, members, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Card
      title="Besuch verabreden"
      lead="Öffnen Sie Ihren eigenen Unterricht, steht der Besuch sofort. Sonst entscheidet, wer besucht werden soll."
    >
      <HouseForm reply={reply} clientKey={clientKey}>
        <TextField
          name="lesson"
          label="Worum geht es in der Stunde?"
          required
          maxLength={LIMITS.lesson.max}
        />
        <div className="grid gap-3 md:grid-cols-3">
          <TextField name="day" type="date" label="Tag" required />
          <TextField name="from" type="time" label="Von" required />
          <TextField name="to" type="time" label="Bis" required />
        </div>
        <SelectField
          name="hostId"
          label="Bei wem?"
          choices={members}
          defaultValue={self}
          required
          empty="Bitte wählen"
        />
        <CheckGroup name="visitors" label="Wer kommt zu Besuch?" choices={members} />
        <p className="max-w-[68ch] text-sm text-leise">{releaseNote}</p>
        <div className="flex flex-wrap gap-3">
          <Button>Besuch verabreden</Button>
          <ButtonLink to={paths.ofPlg(plg.slug)} variant="tertiary">
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </Card>
  )
}
