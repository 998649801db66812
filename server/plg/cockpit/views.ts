import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import { cyclesOf } from '../cycle/views.ts'
import { may as mayInPlg } from '../policy.ts'
import { factsOf } from '../views.ts'
import { may } from './policy.ts'
import { missingAtGate, signalsOf } from './rules.ts'
import * as sql from './sql.ts'
import { signalWords } from './words.ts'

const PAGE = 30

/**
 * The facilitator's own PLGs: where each stands, its next date, and where it seems to be stuck. Three queries,
 * however many there are; nothing in it is about a person.
 */
export async function cockpitFor(actor: Actor, page: number) {
  authorize(may.accompany, actor, {})
  const at = now()
  const [all, { count }] = await Promise.all([
    sql.listAccompanied(actor.id, { now: at, limit: PAGE, offset: (page - 1) * PAGE }),
    sql.countAccompanied(actor.id),
  ])
  const rows = all.filter((row) => mayInPlg.enter(actor, factsOf(row)))
  const cycles = new Map(
    (await cyclesOf(rows.map(({ id }) => id))).map((cycle) => [cycle.id, cycle]),
  )
  const plgs = rows.map((row) => {
    const { id, slug, title, kind, phase, phaseUntil, isPaused, nextSession, openTasks } = row
    const missing = missingAtGate(kind, phase, existing(cycles.get(id)))
    const signals = signalsOf(
      {
        ...{ kind, phase, isPaused, phaseUntil },
        hasNextSession: nextSession !== null,
        lastMet: localDayOf(row.lastSession ?? row.foundedAt),
        consentOpenSince: row.consentOpenSince && localDayOf(row.consentOpenSince),
        today: localDayOf(at),
      },
      missing,
    )
    return {
      ...{ id, slug, title, kind, phase, phaseUntil, isPaused, nextSession, openTasks },
      signals: signals.map((key) => signalWords(key, slug, missing)),
    }
  })
  return {
    plgs: paged(plgs, count, page, PAGE),
    can: { moderate: hasNetworkRole(actor, 'smz_staff') },
    now: at,
  }
}
