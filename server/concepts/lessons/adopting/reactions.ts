import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { lessonAdopted } from '../../events.ts'
import { authorsToTell } from './sql.ts'

export const reactions = [
  // As with goals: that a school took it, not which one. That one says so itself, under "Verwendet an".
  durable(lessonAdopted, 'concepts.tell-of-adopted-lesson', ({ fromLessonId: id }) =>
    notify({
      kind: 'concepts.lesson-adopted',
      thing: { kind: 'lesson', id },
      actorId: null,
      audience: authorsToTell(id),
      mail: 'digest',
    }),
  ),
]
