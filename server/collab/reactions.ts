import { rightsChanged, sessionsEnded } from '#server/auth/events.ts'
import { live } from '#server/platform/bus.ts'
import { closeLines } from './attach.ts'

export const reactions = [
  live(sessionsEnded, ({ sessionIds }) => closeLines({ sessionIds })),
  live(rightsChanged, ({ personIds }) => closeLines({ personIds })),
]
