import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { TakeOver } from '#app/concepts/take-over.tsx'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { takingFor } from '#server/concepts/reflections/taking/views.ts'
import * as commands from '#server/plg/sessions/commands.ts'
import {
  attendanceInput,
  checkOutInput,
  decisionInput,
  oneDecisionInput,
} from '#server/plg/sessions/inputs.ts'
import { paths } from '#server/plg/sessions/paths.ts'
import { sessionFor } from '#server/plg/sessions/views.ts'
import { giveTask, tickTask } from '#server/plg/tasks/commands.ts'
import { oneTaskInput, taskInput } from '#server/plg/tasks/inputs.ts'
import { tasksFor } from '#server/plg/tasks/views.ts'
import {
  Agenda,
  Attendance,
  CheckOut,
  Decisions,
  Facts,
  Minutes,
  Norms,
} from './components/meeting.tsx'
import { TaskCard } from './components/tasks.tsx'

type Params = { plg?: string; nr?: string }
const placeOf = ({ plg = '', nr = '' }: Params) => ({ plg, number: nr })
const pageOf = ({ plg = '', nr = '' }: Params) => paths.session(plg, Number(nr))

export const loader = page(async ({ actor, params }) => {
  const view = await sessionFor(actor, placeOf(params))
  const [tasks, taking] = await Promise.all([
    tasksFor(actor, params.plg ?? '', view.session.id),
    takingFor(actor, { kind: 'plg-session', id: view.session.id }),
  ])
  return { ...view, tasks, taking }
})

const tick = (isDone: boolean) =>
  intent(oneTaskInput, async ({ actor, params, input }) => {
    const text = await tickTask(actor, params.plg ?? '', { id: input.task, isDone })
    const fields = { intent: 'undoTask', task: input.task }
    const undo = { action: pageOf(params), fields, label: 'Rückgängig' }
    return redirectWithToast(pageOf(params), {
      text: isDone ? `Erledigt: ${text}` : `Wieder offen: ${text}`,
      ...(isDone && { undo }),
    })
  })

export const action = forms({
  attendance: intent(attendanceInput, async ({ actor, params, input }) => {
    await commands.noteAttendance(actor, placeOf(params), input)
    return redirectWithToast(pageOf(params), 'Die Anwesenheit ist gespeichert.')
  }),
  decision: intent(decisionInput, async ({ actor, params, input }) => {
    await commands.noteDecision(actor, placeOf(params), input)
    return redirectWithToast(pageOf(params), 'Der Beschluss ist festgehalten.')
  }),
  removeDecision: intent(oneDecisionInput, async ({ actor, params, input }) => {
    const text = await commands.removeDecision(actor, placeOf(params), input.decision)
    const fields = { intent: 'decision', decision: text ?? '' }
    const undo = { action: pageOf(params), fields, label: 'Rückgängig' }
    return redirectWithToast(pageOf(params), {
      text: 'Der Beschluss ist entfernt.',
      ...(text !== null && { undo }),
    })
  }),
  checkOut: intent(checkOutInput, async ({ actor, params, input }) => {
    await commands.checkOut(actor, placeOf(params), input)
    return redirectWithToast(pageOf(params), 'Ihr Check-out ist gespeichert.')
  }),
  giveTask: intent(taskInput, async ({ actor, params, input }) => {
    await giveTask(actor, { plg: params.plg ?? '', session: params.nr }, input)
    return redirectWithToast(pageOf(params), 'Die Aufgabe steht in der Liste.')
  }),
  doneTask: tick(true),
  undoTask: tick(false),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.session.title ?? 'Termin'} – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Session() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const refresh = useRefresh()
  const soon = () => refresh(spread(1_500))
  useNews({ kind: 'plg-session', id: view.session.id }, { onNews: soon, onReturn: soon })
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
      <div className="grid min-w-0 gap-5">
        <Facts view={view} />
        <Agenda session={view.session} />
        <Minutes view={view} />
        <Decisions view={view} reply={replyTo('decision')} />
        <CheckOut view={view} reply={replyTo('checkOut')} />
      </div>
      <div className="grid min-w-0 gap-5">
        <Norms norms={view.norms} />
        <Attendance view={view} reply={replyTo('attendance')} />
        <TaskCard tasks={view.tasks} members={view.members} reply={replyTo('giveTask')} />
        <TakeOver taking={view.taking} />
      </div>
    </div>
  )
}
