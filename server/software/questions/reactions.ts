import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { questionAnswered, questionAsked } from './events.ts'
import * as sql from './sql.ts'

const question = (id: string) => ({ kind: 'software-question', id })

export const reactions = [
  durable(questionAsked, 'software.tell-of-question', ({ questionId, actorId }) =>
    notify({
      ...{ kind: 'software.question-asked', thing: question(questionId), actorId },
      audience: sql.followersToTell(questionId),
      mail: 'none',
    }),
  ),
  durable(questionAnswered, 'software.tell-of-answer', ({ questionId, actorId, isOfficial }) =>
    notify({
      kind: isOfficial ? 'software.question-answered-officially' : 'software.question-answered',
      ...{ thing: question(questionId), actorId },
      audience: sql.listenersToTell(questionId),
      mail: 'digest',
    }),
  ),
]
