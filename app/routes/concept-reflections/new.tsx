import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { VISIBILITIES } from '#server/concepts/contract.ts'
import { paths } from '#server/concepts/paths.ts'
import { addReflection } from '#server/concepts/reflections/commands.ts'
import { CONTEXTS, LIMITS } from '#server/concepts/reflections/contract.ts'
import { newReflectionInput } from '#server/concepts/reflections/inputs.ts'
import { newReflectionFor } from '#server/concepts/reflections/views.ts'
import { contextNames, partNames } from '#server/concepts/reflections/words.ts'
import { visibilityHints, visibilityNames } from '#server/concepts/words.ts'

export const loader = page(({ actor, params, request }) =>
  newReflectionFor(actor, params.school ?? '', new URL(request.url).searchParams),
)

export const action = form(newReflectionInput, async ({ actor, params, input }) => {
  const school = params.school ?? ''
  await addReflection(actor, school, input)
  return redirectWithToast(paths.reflections(school), 'Der Eintrag steht im Rückblick.')
})

export const meta: MetaFunction = () => [
  { title: 'Rückblick schreiben – Medienkonzept – Lernen 25' },
]

export default function NewReflection() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { school, before } = view
  const text = LIMITS.text.max
  return (
    <>
      <div>
        <h2 className="text-xl">{before ? 'Eintrag berichtigen' : 'Rückblick schreiben'}</h2>
        <p className="text-leise">
          {before
            ? 'Der frühere Eintrag bleibt stehen, Ihr neuer verweist auf ihn.'
            : 'Die ersten drei Felder genügen. Einträge bleiben, wie sie sind.'}
        </p>
      </div>
      <HouseForm reply={reply} clientKey={view.clientKey} className="grid max-w-[46rem] gap-5">
        {before && <input type="hidden" name="corrects" value={before.id} />}
        <TextArea
          name="whatWeDid"
          label={partNames.whatWeDid}
          rows={2}
          maxLength={text}
          required
          defaultValue={before?.whatWeDid}
        />
        <TextArea
          name="use"
          label={partNames.use}
          optional
          rows={2}
          maxLength={text}
          defaultValue={before?.use}
        />
        <TextArea
          name="benefit"
          label={partNames.benefit}
          optional
          rows={2}
          maxLength={text}
          defaultValue={before?.benefit}
        />
        <MoreFields view={view} />
        <div className="flex flex-wrap gap-3">
          <Button>{before ? 'Berichtigung eintragen' : 'Eintrag speichern'}</Button>
          <ButtonLink variant="tertiary" to={paths.reflections(school.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </>
  )
}

function MoreFields({ view }: { view: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { before, goals, goalId, today } = view
  return (
    <>
      <Fold title="Überraschungen, Hindernisse, nächster Schritt" isOpen={before !== null}>
        <div className="grid gap-5">
          {(['surprise', 'hindrance', 'nextStep'] as const).map((part) => (
            <TextArea
              key={part}
              name={part}
              label={partNames[part]}
              optional
              rows={2}
              maxLength={part === 'nextStep' ? LIMITS.nextStep.max : LIMITS.text.max}
              defaultValue={before?.[part]}
            />
          ))}
        </div>
      </Fold>
      <Fold title="Tag, Anlass, Ziel und wer es liest" isOpen={goalId !== ''}>
        <div className="grid gap-5">
          <TextField
            name="heldOn"
            type="date"
            label="Tag"
            max={today}
            defaultValue={before?.heldOn ?? today}
          />
          <SelectField
            name="context"
            label="Anlass"
            choices={choicesOf(CONTEXTS, contextNames)}
            defaultValue={before?.context ?? (goalId === '' ? 'general' : 'goal')}
          />
          <SelectField
            name="goalId"
            label="Ziel"
            optional
            empty="Keines"
            choices={goals.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={goalId}
          />
          <RadioRows
            name="visibility"
            label="Wer liest es?"
            choices={VISIBILITIES.map((value) => ({
              ...{ value, label: visibilityNames[value], hint: visibilityHints[value] },
            }))}
            defaultValue={before?.visibility ?? 'school'}
          />
        </div>
      </Fold>
    </>
  )
}
