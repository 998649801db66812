import { event } from '#server/platform/bus.ts'

export const roleGiven = event<{
  conceptId: string
  personId: string
  actorId: string
  role: string
}>('concepts.role-given')
