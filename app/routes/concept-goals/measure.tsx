import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import Trash2 from 'lucide-react/icons/trash-2'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import {
  askForMeasure,
  editMeasure,
  putMeasureAway,
} from '#server/concepts/goals/measures/commands.ts'
import { LIMITS, MEASURE_STATUSES } from '#server/concepts/goals/measures/contract.ts'
import { askInput, editMeasureInput, noInput } from '#server/concepts/goals/measures/inputs.ts'
import { measureFor } from '#server/concepts/goals/measures/views.ts'
import { measureStatusNames } from '#server/concepts/goals/measures/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { SUPPORT_KINDS } from '#server/support/contract.ts'
import { kindNames } from '#server/support/words.ts'
import { MeasureFields } from './components/measure-fields.tsx'
import { SubHead } from './components/sub-head.tsx'

type Params = { school?: string; goal?: string; measure?: string }
const placeOf = ({ school = '', goal = '', measure = '' }: Params) => ({ school, goal, measure })
const goalPath = ({ school = '', goal = '' }: Params) => paths.goal(school, Number(goal))

export const loader = page(({ actor, params }) => {
  const { school, goal, measure } = placeOf(params)
  return measureFor(actor, school, goal, measure)
})

export const action = forms({
  edit: intent(editMeasureInput, async ({ actor, params, input }) => {
    await editMeasure(actor, placeOf(params), input)
    return redirectWithToast(`${goalPath(params)}#massnahmen`, 'Die Maßnahme ist gespeichert.')
  }),
  ask: intent(askInput, async ({ actor, params, input }) => {
    await askForMeasure(actor, placeOf(params), input)
    return redirectWithToast(`${goalPath(params)}#massnahmen`, 'Ihre Anfrage ist gestellt.')
  }),
  delete: intent(noInput, async ({ actor, params }) => {
    const title = await putMeasureAway(actor, placeOf(params), true)
    return redirectWithToast(`${goalPath(params)}#massnahmen`, {
      text: `„${title}“ ist gelöscht.`,
      undo: {
        ...{ action: goalPath(params), label: 'Rückgängig' },
        fields: { intent: 'restoreMeasure', measure: params.measure ?? '' },
      },
    })
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction = () => [{ title: 'Maßnahme – Medienkonzept – Lernen 25' }]

export default function Measure() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  const { measure, goal, school, staff } = view
  const own = reply?.intent === 'edit' ? reply : undefined
  return (
    <div className="grid max-w-[46rem] gap-5">
      <SubHead
        title="Maßnahme bearbeiten"
        meta={
          <>
            Ziel: <Link to={paths.goal(school.slug, goal.number)}>{goal.title}</Link>
          </>
        }
        actions={
          <Form method="post">
            <input type="hidden" name="intent" value="delete" />
            <Button variant="tertiary" icon={Trash2}>
              Löschen
            </Button>
          </Form>
        }
      />
      <HouseForm reply={own} autoComplete="off">
        <input type="hidden" name="intent" value="edit" />
        <Overtaken reply={own} version={measure.version} />
        <MeasureFields
          staff={staff}
          given={{ ...measure, owners: measure.owners.map(({ id }) => id) }}
        />
        <SelectField
          name="status"
          label="Stand"
          choices={choicesOf(MEASURE_STATUSES, measureStatusNames)}
          defaultValue={measure.status}
        />
        <TextField
          name="blockedBy"
          label="Was blockiert?"
          hint="Nötig, wenn die Maßnahme blockiert ist."
          optional
          maxLength={LIMITS.blockedBy.max}
          defaultValue={measure.blockedBy}
        />
        <div className="flex flex-wrap gap-3">
          <Button>Speichern</Button>
          <ButtonLink variant="tertiary" to={paths.goal(school.slug, goal.number)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
      {measure.status === 'blocked' && !measure.request && (
        <AskForHelp view={view} reply={reply?.intent === 'ask' ? reply : undefined} />
      )}
    </div>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

/** Help comes through a PLG: there those who give it answer. */
function AskForHelp({ view, reply }: { view: View; reply: Reply | undefined }) {
  const { plgs, measure } = view
  return (
    <Card title="Unterstützung anfragen">
      {plgs.length === 0 ? (
        <p>
          Unterstützung fragen PLGs an. <Link to="/plg">Finden Sie eine PLG</Link>, die zu Ihrem
          Ziel passt.
        </p>
      ) : (
        <HouseForm reply={reply} clientKey={view.clientKey}>
          <input type="hidden" name="intent" value="ask" />
          <SelectField
            name="plg"
            label="Durch welche PLG?"
            choices={plgs.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
          <SelectField
            name="kind"
            label="Was brauchen Sie?"
            choices={choicesOf(SUPPORT_KINDS, kindNames)}
          />
          <TextArea
            name="text"
            label="Worum geht es?"
            rows={3}
            defaultValue={`${measure.title}. Es blockiert: ${measure.blockedBy}`}
          />
          <div>
            <Button>Unterstützung anfragen</Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}
