import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { saveEvaluation } from '#server/projects/evaluation/commands.ts'
import { EVALUATION_LIMITS, EVIDENCE_KINDS } from '#server/projects/evaluation/contract.ts'
import { evaluationInput } from '#server/projects/evaluation/inputs.ts'
import { evaluationFor } from '#server/projects/evaluation/views.ts'
import { evaluationQuestions, evidenceNames } from '#server/projects/evaluation/words.ts'
import { placeOf } from './components/place.ts'
import { ProjectHead } from './components/project-head.tsx'

export const loader = page(({ actor, params }) => evaluationFor(actor, placeOf(params)))

export const action = form(evaluationInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await saveEvaluation(actor, placeOf(params), input),
    'Die Auswertung ist gespeichert.',
  ),
)

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Auswertung – ${data?.project.title ?? 'Vorhaben'} – Lernen 25` },
]

const QUESTIONS = ['whoLearned', 'whoDidNot', 'forThoseWhoCould'] as const
const INSIGHTS = ['costBenefit', 'equipmentInsight', 'softwareInsight'] as const
/** So many empty places follow the evidence there is. */
const SPARE = 2

export default function Evaluation() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { evaluation, project } = view
  const evidence = evaluation?.evidence ?? []
  const places = Math.min(evidence.length + SPARE, EVALUATION_LIMITS.rows)
  return (
    <>
      <ProjectHead view={view} page="Auswertung" />
      <HouseForm reply={reply} autoComplete="off" className="grid max-w-[46rem] gap-5">
        <Overtaken reply={reply} version={evaluation?.version ?? 0} />
        <p className="text-leise">
          Die Auswertung lesen nur die Mitglieder der PLG. Bitte trotzdem ohne Namen von Lernenden.
        </p>
        {QUESTIONS.map((name) => (
          <TextArea
            key={name}
            name={name}
            label={evaluationQuestions[name]}
            optional
            maxLength={EVALUATION_LIMITS.answer.max}
            defaultValue={evaluation?.[name]}
          />
        ))}
        {Array.from({ length: places }, (_, at) => (
          <div key={at} className="grid gap-3 md:grid-cols-[14rem_minmax(0,1fr)]">
            <SelectField
              name={`evidence${at}Kind`}
              label={`Art von Beleg ${at + 1}`}
              choices={choicesOf(EVIDENCE_KINDS, evidenceNames)}
              defaultValue={evidence[at]?.kind ?? 'observation'}
            />
            <TextArea
              name={`evidence${at}Text`}
              label={`Was zeigt Beleg ${at + 1}?`}
              optional
              rows={2}
              maxLength={EVALUATION_LIMITS.evidence.max}
              defaultValue={evidence[at]?.text}
            />
          </div>
        ))}
        {INSIGHTS.map((name) => (
          <TextArea
            key={name}
            name={name}
            label={evaluationQuestions[name]}
            optional
            rows={3}
            maxLength={EVALUATION_LIMITS.insight.max}
            defaultValue={evaluation?.[name]}
          />
        ))}
        <div className="flex flex-wrap gap-3">
          <Button>Auswertung speichern</Button>
          <ButtonLink variant="tertiary" to={project.path}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </>
  )
}
