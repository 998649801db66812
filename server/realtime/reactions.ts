import { rightsChanged, sessionsEnded } from '#server/auth/events.ts'
import { live } from '#server/platform/bus.ts'
import { disconnect, roomOfPerson, roomOfSession } from './emit.ts'

export const reactions = [
  live(sessionsEnded, ({ sessionIds }) => disconnect(sessionIds.map(roomOfSession))),
  live(rightsChanged, ({ personIds }) => disconnect(personIds.map(roomOfPerson))),
]
