import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import type { ReactNode } from 'react'
import { GoalList } from '#app/concepts/goal-list.tsx'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { BackLinks, PAGE_PARAM } from '#app/references/back-links.tsx'
import { Relations } from '#app/references/relations.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { afterConflict } from '#app/ui/overtaken.tsx'
import { subjectNames } from '#server/accounts/words.ts'
import { checkIn } from '#server/concepts/goals/check-ins/commands.ts'
import { cardCheckInInput } from '#server/concepts/goals/check-ins/inputs.ts'
import { moveStatus, putGoalAway } from '#server/concepts/goals/commands.ts'
import { goalInput, goalStatusInput } from '#server/concepts/goals/inputs.ts'
import {
  addMeasure,
  putMeasureAway,
  tickMeasure,
} from '#server/concepts/goals/measures/commands.ts'
import {
  measureInput,
  newMeasureInput,
  tickMeasureInput,
} from '#server/concepts/goals/measures/inputs.ts'
import { goalFor } from '#server/concepts/goals/views.ts'
import { dayName, goalVisibilityNames, words } from '#server/concepts/goals/words.ts'
import { gradeName } from '#server/concepts/matrix/grades/contract.ts'
import { nearestGoals } from '#server/concepts/network/adopting/views.ts'
import { paths as network } from '#server/concepts/network/paths.ts'
import { paths } from '#server/concepts/paths.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { dimensionNames } from '#server/plg/inquiry/words.ts'
import { competencyName } from '#server/projects/competencies/contract.ts'
import { backLinksOf, referencesOf } from '#server/references/views.ts'
import { CheckInForm } from './components/check-in-form.tsx'
import { CheckInList } from './components/check-in-list.tsx'
import { GoalStatusForm } from './components/goal-status.tsx'
import { MeasureList } from './components/measure-list.tsx'
import { DueBadge, StatusBadge } from './components/status-badge.tsx'
import { SubHead } from './components/sub-head.tsx'

type Params = { school?: string; goal?: string }
const schoolOf = ({ school = '' }: Params) => school
const placeOf = ({ school = '', goal = '' }: Params) => ({ school, goal })
const pathOf = ({ school = '', goal = '' }: Params) => paths.goal(school, Number(goal))

export const loader = page(async ({ actor, params, request }) => {
  const { searchParams } = new URL(request.url)
  const asked = pageNumber(searchParams.get('seite'))
  const view = await goalFor(actor, schoolOf(params), params.goal ?? '', asked)
  const thing = { kind: 'concept-goal', id: view.goal.id }
  const [relations, backLinks, nearest] = await Promise.all([
    referencesOf(actor, thing),
    backLinksOf(actor, thing, pageNumber(searchParams.get(PAGE_PARAM))),
    nearestGoals(actor, view.goal.id),
  ])
  return { ...view, thing, relations, backLinks, nearest }
})

export const action = forms({
  checkIn: intent(cardCheckInInput, async ({ actor, params, input }) => {
    const { goal, ...said } = input
    await checkIn(actor, schoolOf(params), goal, said)
    return redirectWithToast(
      `${pathOf(params)}#zwischenstand`,
      'Der Zwischenstand ist eingetragen.',
    )
  }),
  status: intent(goalStatusInput, async ({ actor, params, input }) => {
    await moveStatus(actor, schoolOf(params), params.goal ?? '', input)
    return redirectWithToast(pathOf(params), 'Der Stand ist gespeichert.')
  }),
  addMeasure: intent(newMeasureInput, async ({ actor, params, input }) => {
    await addMeasure(actor, placeOf(params), input)
    return redirectWithToast(`${pathOf(params)}#massnahmen`, 'Die Maßnahme ist hinzugefügt.')
  }),
  tickMeasure: intent(tickMeasureInput, async ({ actor, params, input }) => {
    await tickMeasure(actor, placeOf(params), input)
    const text = input.isDone ? 'Die Maßnahme ist erledigt.' : 'Die Maßnahme ist wieder offen.'
    return redirectWithToast(`${pathOf(params)}#massnahmen`, text)
  }),
  restoreMeasure: intent(measureInput, async ({ actor, params, input }) => {
    await putMeasureAway(actor, { ...placeOf(params), ...input }, false)
    return redirectWithToast(pathOf(params), 'Die Maßnahme ist wieder da.')
  }),
  delete: intent(goalInput, async ({ actor, params }) => {
    const school = schoolOf(params)
    const title = await putGoalAway(actor, school, Number(params.goal), true)
    const list = paths.goals(school)
    return redirectWithToast(list, {
      text: `„${title}“ ist gelöscht.`,
      undo: {
        ...{ action: list, label: 'Rückgängig' },
        fields: { intent: 'restore', goal: params.goal ?? '' },
      },
    })
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.goal.title ?? 'Ziel'} – Medienkonzept – Lernen 25` },
]

/** One goal with all that belongs to it. */
export default function Goal() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  const { goal, school, can } = view
  return (
    <>
      <GoalHead view={view} />
      {goal.isFar && <FarNotice view={view} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="grid min-w-0 gap-5">
          <Card title="Zwischenstände" id="zwischenstand">
            {can.checkIn && <CheckInForm goal={goal} clientKey={view.keys.checkIn} reply={reply} />}
            <CheckInList checkIns={view.checkIns} now={view.now} />
          </Card>
          <MeasureList
            measures={view.measures}
            goal={goal.number}
            school={school.slug}
            staff={view.staff}
            clientKey={view.keys.measure}
            canWrite={can.write}
            reply={reply}
          />
          <Steps view={view} />
        </div>
        <div className="grid min-w-0 gap-5">
          <Card title="Über das Ziel">
            <DefinitionList facts={factsOf(view)} />
          </Card>
          <OtherSchools view={view} />
          {can.write && <GoalStatusForm goal={goal} reply={reply} />}
          {can.contribute && (
            <div>
              <ButtonLink to={`${paths.newReflection(school.slug)}?ziel=${goal.number}`}>
                Rückblick zu diesem Ziel schreiben
              </ButtonLink>
            </div>
          )}
          <Relations thing={view.thing} cards={view.relations} canChange={can.write} />
          <BackLinks links={view.backLinks} />
        </div>
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function OtherSchools({ view: { goal, nearest } }: { view: View }) {
  if (nearest.length === 0) return null
  return (
    <Card title="Andere Schulen mit demselben offenen Ziel">
      <GoalList goals={nearest} />
      <div className="mt-3">
        <ButtonLink to={network.similarGoals(goal.id)}>Alle ansehen</ButtonLink>
      </div>
    </Card>
  )
}

function GoalHead({ view: { goal, school, can } }: { view: View }) {
  return (
    <SubHead
      title={goal.title}
      badge={
        <>
          <StatusBadge status={goal.status} />
          <DueBadge due={goal.due} />
        </>
      }
      meta={goal.statusReason && `Grund: ${goal.statusReason}`}
      actions={
        can.write && (
          <>
            <ButtonLink icon={Pencil} to={paths.editGoal(school.slug, goal.number)}>
              Bearbeiten
            </ButtonLink>
            <Form method="post">
              <input type="hidden" name="intent" value="delete" />
              <Button variant="tertiary" icon={Trash2}>
                Löschen
              </Button>
            </Form>
          </>
        )
      }
    />
  )
}

function FarNotice({ view: { goal, school, can } }: { view: View }) {
  return (
    <Notice
      action={
        can.step && (
          <ButtonLink to={`${paths.newGoal(school.slug)}?schritt=${goal.number}`}>
            Kleinen Schritt anlegen
          </ButtonLink>
        )
      }
    >
      {words.far}
    </Notice>
  )
}

function Steps({ view: { goal, steps, school, can } }: { view: View }) {
  if (steps.length === 0 && !can.step) return null
  return (
    <Card title="Kleine Schritte">
      {steps.length === 0 && <p className="text-leise">Noch keine.</p>}
      <List>
        {steps.map((step) => (
          <li key={step.id} className="flex flex-wrap items-center justify-between gap-2 py-zeile">
            <Link to={paths.goal(school.slug, step.number)} className="min-w-0 wrap-anywhere">
              {step.title}
            </Link>
            <StatusBadge status={step.status} />
          </li>
        ))}
      </List>
      {can.step && (
        <div className="mt-2">
          <ButtonLink to={`${paths.newGoal(school.slug)}?schritt=${goal.number}`}>
            Kleinen Schritt anlegen
          </ButtonLink>
        </div>
      )}
    </Card>
  )
}

function factsOf({ goal, school }: View): [string, ReactNode][] {
  return [
    ['Bis wann', dayName(goal.dueOn)],
    ['Zuständig', goal.owners.map(({ name }) => name).join(', ')],
    ['Warum', goal.why && <span className="wrap-anywhere whitespace-pre-line">{goal.why}</span>],
    ['Gelungen, wenn', goal.successSign],
    ['Bereich', wordsOf(goal.dimension ? [goal.dimension] : [], dimensionNames)],
    ['Jahrgänge', goal.wholeSchool ? 'Ganze Schule' : goal.gradeLevels.map(gradeName).join(', ')],
    ['Fächer', wordsOf(goal.subjects, subjectNames)],
    ['Kompetenzen', goal.competencies.map(competencyName).join(', ')],
    [
      'Schritt zu',
      goal.parent && (
        <Link to={paths.goal(school.slug, goal.parent.number)}>{goal.parent.title}</Link>
      ),
    ],
    [
      'Netzwerkziel',
      goal.network && <Link to={paths.networkGoal(goal.network.number)}>{goal.network.title}</Link>,
    ],
    ['Übernommen von', goal.adoptedSchool],
    ['Wer es liest', goalVisibilityNames[goal.visibility]],
  ]
}
