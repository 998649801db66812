import { event } from '#server/platform/bus.ts'

/** A question went out; to a vendor a letter with a link has to follow. */
export const vendorAsked = event<{ questionId: string }>('software.vendor-asked')
/** A vendor has answered after its day, when the case had gone on. */
export const lateAnswer = event<{ caseId: string }>('software.late-answer')
/** It is due soon and nobody has answered. */
export const answerOverdue = event<{
  questionId: string
  caseId: string
  addressee: 'requester' | 'vendor'
}>('software.answer-overdue')
