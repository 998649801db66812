import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import {
  addTraining,
  editTraining,
  putTrainingAway,
} from '#server/concepts/goals/trainings/commands.ts'
import {
  editTrainingInput,
  newTrainingInput,
  trainingInput,
} from '#server/concepts/goals/trainings/inputs.ts'
import { trainingsFor } from '#server/concepts/goals/trainings/views.ts'
import { formatNames, trainingStatusNames } from '#server/concepts/goals/trainings/words.ts'
import { halfName } from '#server/concepts/goals/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { SubHead } from './components/sub-head.tsx'
import { TrainingFields } from './components/training-fields.tsx'
import { useAccepted } from './components/use-accepted.ts'

export const loader = page(({ actor, params, request }) => {
  const { searchParams } = new URL(request.url)
  const asked = pageNumber(searchParams.get('seite'))
  return trainingsFor(actor, params.school ?? '', asked, searchParams.get('bearbeiten'))
})

const listOf = ({ school = '' }: { school?: string }) => paths.trainings(school)

export const action = forms({
  add: intent(newTrainingInput, async ({ actor, params, input }) => {
    await addTraining(actor, params.school ?? '', input)
    return redirectWithToast(listOf(params), 'Der Fortbildungsbedarf ist eingetragen.')
  }),
  edit: intent(editTrainingInput, async ({ actor, params, input }) => {
    await editTraining(actor, params.school ?? '', input)
    return redirectWithToast(listOf(params), 'Der Fortbildungsbedarf ist gespeichert.')
  }),
  delete: intent(trainingInput, async ({ actor, params, input }) => {
    const topic = await putTrainingAway(actor, params.school ?? '', input.training, true)
    return redirectWithToast(listOf(params), {
      text: `„${topic}“ ist gelöscht.`,
      undo: {
        ...{ action: listOf(params), label: 'Rückgängig' },
        fields: { intent: 'restore', training: input.training },
      },
    })
  }),
  restore: intent(trainingInput, async ({ actor, params, input }) => {
    await putTrainingAway(actor, params.school ?? '', input.training, false)
    return redirectWithToast(listOf(params), 'Der Fortbildungsbedarf ist wieder da.')
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction = () => [{ title: 'Fortbildung – Medienkonzept – Lernen 25' }]

/** The Qualifizierungskonzept, which every media concept in NRW holds. */
export default function Trainings() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  const { school, rows, can, editing } = view
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const accepted = useAccepted('add', replyTo('add'))
  return (
    <>
      <SubHead
        title="Fortbildung"
        meta="Was das Kollegium lernen will: das Qualifizierungskonzept Ihres Medienkonzepts."
      />
      {editing && (
        <Card title="Fortbildungsbedarf bearbeiten">
          <HouseForm key={editing.id} reply={replyTo('edit')} autoComplete="off">
            <input type="hidden" name="intent" value="edit" />
            <input type="hidden" name="training" value={editing.id} />
            <Overtaken reply={replyTo('edit')} version={editing.version} />
            <TrainingFields view={view} given={editing} />
            <div className="flex flex-wrap gap-3">
              <Button>Speichern</Button>
              <ButtonLink variant="tertiary" to={paths.trainings(school.slug)}>
                Abbrechen
              </ButtonLink>
            </div>
          </HouseForm>
        </Card>
      )}
      <Card title="Fortbildungsbedarf">
        {rows.length === 0 && <p className="text-leise">Noch nichts eingetragen.</p>}
        <List>
          {rows.map((row) => (
            <TrainingRow key={row.id} row={row} school={school.slug} canWrite={can.write} />
          ))}
        </List>
        <Pages
          label="Seiten des Fortbildungsbedarfs"
          page={view.page}
          pages={view.pages}
          linkTo={(number) => `?seite=${number}`}
        />
        {can.write && (
          <Fold
            key={accepted}
            title="Fortbildungsbedarf eintragen"
            isOpen={replyTo('add') !== undefined}
          >
            <HouseForm reply={replyTo('add')} clientKey={view.clientKey} autoComplete="off">
              <input type="hidden" name="intent" value="add" />
              <TrainingFields view={view} given={null} />
              <div>
                <Button>Fortbildungsbedarf eintragen</Button>
              </div>
            </HouseForm>
          </Fold>
        )}
      </Card>
    </>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function TrainingRow({ row, school, canWrite }: { row: Row; school: string; canWrite: boolean }) {
  const { id, topic, forWhom, count, format, status, goal, dueSchoolYear, dueHalf } = row
  const half =
    dueSchoolYear && (dueHalf === 1 || dueHalf === 2)
      ? halfName({ schoolYear: dueSchoolYear, half: dueHalf })
      : ''
  const facts = [formatNames[format], forWhom, count && `${count} Personen`, half]
  return (
    <li className="py-zeile">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 font-semibold wrap-anywhere">{topic}</p>
        <Badge tone={status === 'done' ? 'ok' : status === 'planned' ? 'aktion' : 'offen'}>
          {trainingStatusNames[status]}
        </Badge>
      </div>
      <p className="text-leise">{facts.filter(Boolean).join(' · ')}</p>
      {goal && (
        <p>
          Ziel: <Link to={paths.goal(school, goal.number)}>{goal.title}</Link>
        </p>
      )}
      {canWrite && (
        <div className="flex flex-wrap items-center gap-x-4">
          <Link to={`?bearbeiten=${id}`} className="inline-flex min-h-11 items-center underline">
            Bearbeiten<span className="sr-only">: {topic}</span>
          </Link>
          <Form method="post">
            <input type="hidden" name="intent" value="delete" />
            <input type="hidden" name="training" value={id} />
            <Button variant="tertiary">
              Löschen<span className="sr-only">: {topic}</span>
            </Button>
          </Form>
        </div>
      )}
    </li>
  )
}
