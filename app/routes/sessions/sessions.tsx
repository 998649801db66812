import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { paths as pollPaths } from '#server/plg/polls/paths.ts'
import { openPollsOf } from '#server/plg/polls/views.ts'
import { paths } from '#server/plg/sessions/paths.ts'
import { sessionsFor } from '#server/plg/sessions/views.ts'
import { giveTask, tickTask } from '#server/plg/tasks/commands.ts'
import { oneTaskInput, taskInput } from '#server/plg/tasks/inputs.ts'
import { tasksFor } from '#server/plg/tasks/views.ts'
import { SessionRow } from './components/session-row.tsx'
import { TaskCard } from './components/tasks.tsx'

export const loader = page(async ({ actor, params, request }) => {
  const slug = params.plg ?? ''
  const number = pageNumber(new URL(request.url).searchParams.get('seite'))
  const [sessions, polls, tasks] = await Promise.all([
    sessionsFor(actor, slug, number),
    openPollsOf(actor, slug),
    tasksFor(actor, slug),
  ])
  return { ...sessions, polls: polls.polls, tasks }
})

const giveOne = intent(taskInput, async ({ actor, params, input }) => {
  await giveTask(actor, { plg: params.plg ?? '' }, input)
  return redirectWithToast(paths.list(params.plg ?? ''), 'Die Aufgabe steht in der Liste.')
})
const tick = (isDone: boolean) =>
  intent(oneTaskInput, async ({ actor, params, input }) => {
    const text = await tickTask(actor, params.plg ?? '', { id: input.task, isDone })
    return redirectWithToast(paths.list(params.plg ?? ''), {
      text: isDone ? `Erledigt: ${text}` : `Wieder offen: ${text}`,
      ...(isDone && {
        undo: {
          action: paths.list(params.plg ?? ''),
          fields: { intent: 'undoTask', task: input.task },
          label: 'Rückgängig',
        },
      }),
    })
  })

export const action = forms({ giveTask: giveOne, doneTask: tick(true), undoTask: tick(false) })

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Termine – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Sessions() {
  const { plg, upcoming, past, polls, tasks, members, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const refresh = useRefresh()
  const soon = () => refresh(spread(1_500))
  useNews({ kind: 'plg', id: plg.id }, { onNews: soon, onReturn: soon })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
      <div className="grid min-w-0 gap-5">
        {can.plan && (
          <div className="flex flex-wrap gap-3">
            <ButtonLink variant="primary" to={paths.new(plg.slug)} icon={CalendarPlus}>
              Termin planen
            </ButtonLink>
            <ButtonLink to={pollPaths.new(plg.slug)}>Termin suchen</ButtonLink>
          </div>
        )}
        {polls.length > 0 && <Polls plg={plg.slug} polls={polls} />}
        {upcoming.length > 0 ? (
          <Card title="Kommende Termine">
            <ul>
              {upcoming.map((session) => (
                <SessionRow key={session.number} plg={plg.slug} session={session} />
              ))}
            </ul>
          </Card>
        ) : (
          <EmptyState title="Noch kein neuer Termin.">
            Zwischen zwei Treffen liegen oft mehrere Wochen. Hilfreich ist, wenn das nächste schon
            feststeht.
          </EmptyState>
        )}
        {past.total > 0 && (
          <Card title="Vergangene Termine">
            <ul>
              {past.rows.map((session) => (
                <SessionRow key={session.number} plg={plg.slug} session={session} />
              ))}
            </ul>
            <Pages
              label="Seiten der vergangenen Termine"
              page={past.page}
              pages={past.pages}
              linkTo={(number) => paths.page(plg.slug, number)}
            />
          </Card>
        )}
      </div>
      <div className="grid min-w-0 gap-5">
        <TaskCard
          tasks={tasks}
          members={members}
          reply={reply?.intent === 'giveTask' ? reply : undefined}
        />
        <Card title="Für Sie">
          <List>
            <li className="py-zeile">
              <Link to={paths.calendar()} className="underline">
                Termine im eigenen Kalender
              </Link>
            </li>
            <li className="py-zeile">
              <Link to={paths.attestation(plg.slug)} className="underline">
                Teilnahmebescheinigung
              </Link>
              <p className="text-sm text-leise">Die sehen nur Sie.</p>
            </li>
          </List>
        </Card>
      </div>
    </div>
  )
}

function Polls({
  plg,
  polls,
}: {
  plg: string
  polls: { number: number; title: string; closesOn: string | null }[]
}) {
  return (
    <Card title="Offene Umfragen">
      <List>
        {polls.map(({ number, title, closesOn }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-3 py-zeile">
            <div className="min-w-0">
              <p className="font-semibold">{title}</p>
              {closesOn && <p className="text-sm text-leise">Antworten bis {day(closesOn)}</p>}
            </div>
            <ButtonLink to={pollPaths.poll(plg, number)}>
              Antworten<span className="sr-only"> {title}</span>
            </ButtonLink>
          </li>
        ))}
      </List>
    </Card>
  )
}
