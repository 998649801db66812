import { event } from '#server/platform/bus.ts'

export const reportFiled = event<{ reportId: string; reporterId: string }>(
  'moderation.report-filed',
)

export const reportAnswered = event<{ reportId: string; handledBy: string }>(
  'moderation.report-answered',
)
