import { event } from '#server/platform/bus.ts'

export const questionAsked = event<{ questionId: string; actorId: string }>(
  'software.question-asked',
)
export const questionAnswered = event<{
  questionId: string
  actorId: string
  isOfficial: boolean
}>('software.question-answered')
