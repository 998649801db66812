import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChildCheck } from '#app/ui/child-check.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { saveClosing } from '#server/projects/closing/commands.ts'
import { CLOSING_LIMITS, RECOMMENDATIONS } from '#server/projects/closing/contract.ts'
import { closingInput } from '#server/projects/closing/inputs.ts'
import { closingFor } from '#server/projects/closing/views.ts'
import {
  closingQuestions,
  recommendationHints,
  recommendationNames,
} from '#server/projects/closing/words.ts'
import { placeOf } from './components/place.ts'
import { ProjectHead } from './components/project-head.tsx'

export const loader = page(({ actor, params }) => closingFor(actor, placeOf(params)))

export const action = form(closingInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await saveClosing(actor, placeOf(params), input),
    'Reflexion und Abschluss sind gespeichert.',
  ),
)

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reflexion und Abschluss – ${data?.project.title ?? 'Vorhaben'} – Lernen 25` },
]

const REFLECTION = ['result', 'surprise', 'wouldChange'] as const
const REPORT = ['context', 'approach'] as const

export default function Closing() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { closing, project } = view
  const area = (name: (typeof REFLECTION)[number] | (typeof REPORT)[number]) => (
    <TextArea
      key={name}
      name={name}
      label={closingQuestions[name]}
      optional
      maxLength={CLOSING_LIMITS.text.max}
      defaultValue={closing?.[name]}
    />
  )
  return (
    <>
      <ProjectHead view={view} page="Reflexion und Abschluss" />
      <HouseForm reply={reply} autoComplete="off" className="grid max-w-[46rem] gap-5">
        <Overtaken reply={reply} version={closing?.version ?? 0} />
        <p className="text-leise">
          Wer das Vorhaben liest, liest auch das. Bitte ohne Namen von Lernenden.
        </p>
        <h2 className="text-xl">Reflexion</h2>
        {REFLECTION.map(area)}
        <h2 className="text-xl">Abschluss</h2>
        <TextArea
          name="oneSentence"
          label={closingQuestions.oneSentence}
          rows={2}
          maxLength={CLOSING_LIMITS.oneSentence.max}
          defaultValue={closing?.oneSentence}
          counter
        />
        {REPORT.map(area)}
        <TextArea
          name="effort"
          label={closingQuestions.effort}
          optional
          rows={2}
          maxLength={CLOSING_LIMITS.effort.max}
          defaultValue={closing?.effort}
        />
        <RadioRows
          name="recommendation"
          label="Ihre Empfehlung"
          defaultValue={closing?.recommendation}
          choices={RECOMMENDATIONS.map((value) => ({
            value,
            label: recommendationNames[value],
            hint: recommendationHints[value],
          }))}
        />
        <ChildCheck />
        <div className="flex flex-wrap gap-3">
          <Button>Abschluss speichern</Button>
          <ButtonLink variant="tertiary" to={project.path}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </>
  )
}
