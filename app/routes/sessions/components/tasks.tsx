import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { List } from '#app/ui/list.tsx'
import type { MemberChoice } from '#server/plg/sessions/contract.ts'
import { LIMITS, type TaskLine } from '#server/plg/tasks/contract.ts'
import { useAccepted } from './use-accepted.ts'

type Tasks = { open: TaskLine[]; done: TaskLine[]; taskKey: string; can: { work: boolean } }

/** What is to be done, by whom and by when. Nobody is counted. */
export function TaskCard({
  tasks,
  members,
  reply,
}: {
  tasks: Tasks
  members: MemberChoice[]
  reply: Reply | undefined
}) {
  const { open, done, can } = tasks
  const accepted = useAccepted('giveTask', reply)
  return (
    <Card title="Aufgaben" id="aufgaben">
      {open.length === 0 && <p className="text-leise">Nichts offen.</p>}
      <List>
        {open.map((task) => (
          <TaskItem key={task.id} task={task} canTick={can.work} />
        ))}
      </List>
      {done.length > 0 && (
        <details className="mt-2">
          <summary className="flex min-h-11 items-center underline">
            Zuletzt erledigt ({done.length})
          </summary>
          <List>
            {done.map((task) => (
              <TaskItem key={task.id} task={task} canTick={can.work} />
            ))}
          </List>
        </details>
      )}
      {can.work && (
        <NewTask key={accepted} taskKey={tasks.taskKey} members={members} reply={reply} />
      )}
    </Card>
  )
}

function TaskItem({ task, canTick }: { task: TaskLine; canTick: boolean }) {
  const { id, text, assignee, dueOn, isLate, isOwn, isDone } = task
  const facts = [
    isOwn ? 'Ihre Aufgabe' : (assignee ?? 'noch niemand'),
    dueOn && `bis ${day(dueOn)}`,
  ]
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-zeile">
      <div className="min-w-0">
        <p className="wrap-anywhere">{text}</p>
        <p className="text-sm text-leise">{facts.filter(Boolean).join(' · ')}</p>
        {isLate && <Badge tone="achtung">Der Tag ist vorbei</Badge>}
      </div>
      {canTick && (
        <HouseForm className="">
          <input type="hidden" name="task" value={id} />
          <Button variant="secondary" name="intent" value={isDone ? 'undoTask' : 'doneTask'}>
            {isDone ? 'Wieder öffnen' : 'Erledigt'}
            <span className="sr-only"> {text}</span>
          </Button>
        </HouseForm>
      )}
    </li>
  )
}

function NewTask({
  taskKey,
  members,
  reply,
}: {
  taskKey: string
  members: MemberChoice[]
  reply: Reply | undefined
}) {
  return (
    <HouseForm
      reply={reply}
      clientKey={taskKey}
      className="mt-3 grid gap-3 border-t border-linie pt-3 md:grid-cols-2"
    >
      <TextField
        name="text"
        label="Neue Aufgabe"
        required
        maxLength={LIMITS.text}
        className="md:col-span-2"
      />
      <SelectField name="assignee" label="Wer" optional choices={members} empty="Noch offen" />
      <TextField name="dueOn" label="Bis wann" optional type="date" />
      <div className="md:col-span-2">
        <Button variant="secondary" name="intent" value="giveTask">
          Aufgabe hinzufügen
        </Button>
      </div>
    </HouseForm>
  )
}
