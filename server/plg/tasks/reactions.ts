import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { taskGiven, tasksChanged } from './events.ts'
import * as sql from './sql.ts'

export const reactions = [
  live(tasksChanged, ({ plgId, sessionId }) => {
    const session = sessionId ? [{ kind: 'plg-session', id: sessionId }] : []
    tell([roomOf('plg', plgId), ...session.map(({ kind, id }) => roomOf(kind, id))], {
      ...{ kind: 'plg', id: plgId, what: 'tasks-changed' },
      also: session,
    })
  }),
  durable(taskGiven, 'plg.tell-of-task', ({ taskId, actorId }) =>
    notify({
      kind: 'plg.task-given',
      thing: { kind: 'plg-task', id: taskId },
      actorId,
      audience: sql.assigneeToTell(taskId),
      mail: 'digest',
    }),
  ),
]
