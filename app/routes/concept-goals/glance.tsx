import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { checkIn } from '#server/concepts/goals/check-ins/commands.ts'
import { cardCheckInInput } from '#server/concepts/goals/check-ins/inputs.ts'
import { glanceFor } from '#server/concepts/goals/views.ts'
import { dayName, halfName, promptWords, words } from '#server/concepts/goals/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { CheckInForm } from './components/check-in-form.tsx'
import { GoalCard } from './components/goal-card.tsx'
import { SubHead } from './components/sub-head.tsx'

export const loader = page(({ actor, params }) => glanceFor(actor, params.school ?? ''))

export const action = forms({
  checkIn: intent(cardCheckInInput, async ({ actor, params, input }) => {
    const { goal, ...said } = input
    const school = params.school ?? ''
    await checkIn(actor, school, goal, said)
    return redirectWithToast(
      `${paths.draft(school)}#ziel-${goal}`,
      'Der Zwischenstand ist eingetragen.',
    )
  }),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction = () => [{ title: 'Auf einen Blick – Medienkonzept – Lernen 25' }]

/** What opens first: the goals of this Halbjahr, each with what comes next. */
export default function Glance() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<Reply>()
  const { school, goals, half, prompts, can } = view
  return (
    <>
      <SubHead
        title="Auf einen Blick"
        meta={`${halfName(half.from)}, bis ${dayName(half.dueOn)}`}
        actions={
          can.write && (
            <ButtonLink variant="primary" icon={Plus} to={paths.newGoal(school.slug)}>
              Ziel anlegen
            </ButtonLink>
          )
        }
      />
      {view.isMany && <Notice>{words.tooMany}</Notice>}
      {prompts.length > 0 && (
        <Card title="Jetzt dran">
          <List>
            {prompts.map(({ number, kind, title }) => (
              <TaskRow
                key={number}
                action={
                  <ButtonLink to={`${paths.goal(school.slug, number)}#zwischenstand`}>
                    Zwischenstand eintragen
                    <span className="sr-only">: {title}</span>
                  </ButtonLink>
                }
              >
                {promptWords[kind](title)}
              </TaskRow>
            ))}
          </List>
        </Card>
      )}
      {goals.length === 0 && <NoGoals view={view} />}
      {goals.length > 0 && (
        <ul className="grid gap-4" aria-label="Ziele in Arbeit">
          {goals.map((goal, at) => (
            <GoalCard key={goal.id} goal={goal} school={school.slug} now={view.now}>
              {goal.canCheckIn && (
                <CheckInForm goal={goal} clientKey={view.checkInKeys[at] ?? ''} reply={reply} />
              )}
            </GoalCard>
          ))}
        </ul>
      )}
      {!view.isEmpty && (
        <p className="flex flex-wrap gap-x-5 gap-y-2">
          <Link
            className="inline-flex min-h-11 items-center underline"
            to={paths.goals(school.slug)}
          >
            Alle Ziele
            {view.waiting > 0 && ` (${plural(view.waiting, 'wartet', 'warten')})`}
          </Link>
          <Link
            className="inline-flex min-h-11 items-center underline"
            to={paths.newReflection(school.slug)}
          >
            Rückblick schreiben
          </Link>
        </p>
      )}
    </>
  )
}

/** Nothing to be seen yet: the three ways to begin. */
function NoGoals({
  view: { school, isEmpty, can },
}: {
  view: ReturnType<typeof useLoaderData<typeof loader>>
}) {
  return (
    <EmptyState
      title={isEmpty ? 'Womit fangen Sie an?' : 'Zurzeit ist kein Ziel in Arbeit.'}
      action={
        <div className="flex flex-wrap gap-3">
          {can.write && (
            <ButtonLink variant="primary" to={paths.newGoal(school.slug)}>
              {isEmpty ? 'Erstes Ziel anlegen' : 'Ziel anlegen'}
            </ButtonLink>
          )}
          {can.write && isEmpty && (
            <ButtonLink to={paths.import(school.slug)}>Word- oder PDF-Datei übernehmen</ButtonLink>
          )}
          <ButtonLink to={paths.search({ schulform: school.form })}>
            Beispiele derselben Schulform ansehen
          </ButtonLink>
        </div>
      }
    >
      <p>Ein bis fünf Ziele für dieses Halbjahr genügen. Ein Satz reicht.</p>
    </EmptyState>
  )
}
