import { notify } from '#server/notifications/commands.ts'
import { durable } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import type { Side } from './contract.ts'
import {
  cycleOpened,
  dateAccepted,
  datesProposed,
  personInvited,
  talkAgreed,
  talkCalled,
  talkClosed,
  talkNear,
  talkSigned,
} from './events.ts'
import * as sql from './sql.ts'

const thing = (id: string) => ({ kind: 'equipment-talk', id })
const audienceOf = (side: Side, talkId: string) =>
  side === 'school' ? sql.schoolSideOf(talkId, now()) : sql.authoritySideOf(talkId, now())

type News = {
  kind: string
  talkId: string
  actorId: string | null
  to: Side
  mail: 'digest' | 'soon'
}
const tellSide = ({ kind, talkId, actorId, to, mail }: News) =>
  notify({ kind, thing: thing(talkId), actorId, audience: audienceOf(to, talkId), mail })

export const reactions = [
  durable(cycleOpened, 'talks.tell-schools', async ({ cycleId, actorId }) => {
    for (const talkId of await sql.talkIdsOfCycle(cycleId))
      await tellSide({ kind: 'talks.opened', talkId, actorId, to: 'school', mail: 'digest' })
  }),
  durable(talkCalled, 'talks.tell-of-call', ({ talkId, actorId, to }) =>
    tellSide({ kind: 'talks.opened', talkId, actorId, to, mail: 'digest' }),
  ),
  durable(datesProposed, 'talks.tell-of-dates', ({ talkId, actorId, to }) =>
    tellSide({ kind: 'talks.proposed', talkId, actorId, to, mail: 'soon' }),
  ),
  durable(dateAccepted, 'talks.tell-of-date', ({ talkId, actorId, to }) =>
    tellSide({ kind: 'talks.scheduled', talkId, actorId, to, mail: 'soon' }),
  ),
  durable(personInvited, 'talks.tell-invited', ({ talkId, actorId, personId }) =>
    notify({
      ...{ kind: 'talks.invited', thing: thing(talkId), actorId },
      ...{ audience: sql.personToTell(personId), mail: 'digest' },
    }),
  ),
  durable(talkNear, 'talks.tell-near', async ({ talkId }) => {
    const talk = await sql.isPreparedBy(talkId)
    const near = { kind: 'talks.near', talkId, actorId: null, mail: 'soon' as const }
    if (talk && !talk.schoolPreparedAt) await tellSide({ ...near, to: 'school' })
    if (talk && !talk.authorityPreparedAt) await tellSide({ ...near, to: 'authority' })
  }),
  durable(talkSigned, 'talks.tell-signature-wanted', ({ talkId, actorId, to }) =>
    tellSide({ kind: 'talks.signature-wanted', talkId, actorId, to, mail: 'soon' }),
  ),
  durable(talkClosed, 'talks.tell-closed', ({ talkId, actorId }) =>
    tellSide({ kind: 'talks.closed', talkId, actorId, to: 'school', mail: 'digest' }),
  ),
  durable(talkAgreed, 'talks.tell-agreed', async ({ talkId, actorId }) => {
    for (const to of ['school', 'authority'] as const)
      await tellSide({ kind: 'talks.agreed', talkId, actorId, to, mail: 'digest' })
  }),
]
