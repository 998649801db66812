import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { recordUnmet } from '../demand/commands.ts'
import { momentsOf } from '../placing/rules.ts'
import type { Search } from './contract.ts'
import type { findFor } from './views.ts'
import { wishOf } from './paths.ts'
import * as sql from './sql.ts'

type Answer = Pick<Awaited<ReturnType<typeof findFor>>, 'search' | 'needs' | 'times' | 'isAsked'>

/** Keeps what was looked for and not found (R36-10); the same question of a school counts once a day. */
export async function rememberMissed(actor: Actor, answer: Answer): Promise<void> {
  const missed = missedOf(answer)
  if (missed.length === 0) return
  const [schoolId = null] = schoolsOf(actor)
  const wish = momentsOf(wishOf(answer.search))
  const isTime = wish.startsAt < wish.endsAt && !answer.search.isAnyTime
  const { startsAt, endsAt } = isTime ? wish : { startsAt: null, endsAt: null }
  const since = new Date(now().getTime() - DAY_IN_MS)
  const known = await sql.listMissed({ schoolId, since, wanted: missed.map(({ words }) => words) })
  await recordUnmet(
    missed
      .filter(
        ({ words }) =>
          !known.some(
            (one) => one.wanted === words && one.startsAt?.getTime() === startsAt?.getTime(),
          ),
      )
      .map(({ words, quantity }) => ({
        ...{ schoolId, offerId: null, kind: null, wanted: words, startsAt, endsAt, quantity },
        reason: 'not_found',
      })),
  )
}

const DAY_IN_MS = 86_400_000

/** The needs that nothing answers; of any time, all of them when there is none. */
function missedOf({ search, needs, times, isAsked }: Answer): Search['needs'] {
  if (!isAsked) return []
  if (search.isAnyTime) return times.length === 0 ? search.needs : []
  return needs.filter(({ offers }) => !offers.some(({ isFree }) => isFree))
}
