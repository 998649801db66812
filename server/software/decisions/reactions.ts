import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { deviationProposed, pilotEnded, releaseEnding, standingChanged } from './events.ts'
import * as sql from './sql.ts'

const thing = (id: string) => ({ kind: 'software', id })
/** Who looks again, and who decides. */
const OFFICES = ['school_dpo', 'release_manager']
/** From here on schools are told too. */
const NEAR = 30

export const reactions = [
  live(standingChanged, ({ productId: id }) =>
    tell(roomOf('software', id), { kind: 'software', id, what: 'standing-changed' }),
  ),
  durable(standingChanged, 'software.tell-of-standing', async (news) => {
    const { productId, actorId, change, until, note } = news
    const told = { thing: thing(productId), actorId, details: { until, note } }
    await notify({
      ...{ ...told, kind: `software.use-${change}`, mail: 'soon' },
      audience: sql.decidersOf(productId, now()),
    })
    await notify({
      ...{ ...told, kind: `software.standing-${change}`, mail: 'digest' },
      audience: sql.followersOf(productId, now()),
    })
  }),
  durable(releaseEnding, 'software.tell-of-ending', async (news) => {
    const { releaseId, productId, days, until, isPilot } = news
    const told = { kind: 'software.release-ending', thing: thing(productId), actorId: null }
    const offices = sql.holdersOf(OFFICES, now())
    const audience = days > NEAR ? offices : offices.union(sql.decidersOf(productId, now()))
    await notify({ ...told, details: { until }, mail: 'digest', audience })
    if (!isPilot || days > NEAR) return
    const triers = { ...told, kind: 'software.pilot-ending', audience: sql.triersOf(releaseId) }
    await notify({ ...triers, details: { until }, mail: 'digest' })
  }),
  durable(pilotEnded, 'software.ask-for-report', ({ releaseId, productId }) =>
    notify({
      ...{ kind: 'software.pilot-ended', thing: thing(productId), actorId: null, mail: 'soon' },
      audience: sql.triersOf(releaseId),
    }),
  ),
  durable(deviationProposed, 'software.tell-second-person', ({ productId, actorId }) =>
    notify({
      kind: 'software.deviation-proposed',
      thing: thing(productId),
      actorId,
      audience: sql.holdersOf(['release_manager'], now()),
      mail: 'soon',
    }),
  ),
]
