import { event } from '#server/platform/bus.ts'

export const taskGiven = event<{ taskId: string; assigneeId: string; actorId: string }>(
  'plg.task-given',
)
export const tasksChanged = event<{ plgId: string; sessionId: string | null }>('plg.tasks-changed')
