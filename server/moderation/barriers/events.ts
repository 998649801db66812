import { event } from '#server/platform/bus.ts'

export const barrierFiled = event<{ barrierId: string; personId: string | null }>(
  'moderation.barrier-filed',
)

export const barrierAnswered = event<{ barrierId: string }>('moderation.barrier-answered')
