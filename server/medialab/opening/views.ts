import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import type { LocalDay } from '#server/schools/calendar/contract.ts'
import { may } from '../policy.ts'
import type { Opening } from './contract.ts'
import { dayAfter } from './rules.ts'
import * as sql from './sql.ts'

/** How far beyond the asked days the next open day is looked for. */
const LOOK_AHEAD = 60

/** When the lab is open between two days, and some weeks on: rules name the next day on which something goes. */
export const openingBetween = (from: LocalDay, to: LocalDay): Promise<Opening> =>
  sql.findOpening(from, dayAfter(to > from ? to : from, LOOK_AHEAD))

const MOST_CLOSURES = 100

/** When the lab is open, where things may be fetched: all that the SMZ sets. */
export async function hoursFor(actor: Actor) {
  authorize(may.manage, actor, {})
  const today = localDayOf(now())
  const [hours, closures, sites] = await Promise.all([
    sql.listHours(today),
    sql.listClosures(today, MOST_CLOSURES),
    sql.listSites(),
  ])
  return {
    ...{ hours, closures, sites },
    hasLab: sites.some(({ isLab }) => isLab),
    keys: { hours: randomUUID(), closure: randomUUID(), site: randomUUID() },
  }
}

/** One entry of the hours, to be changed. */
export async function hoursEntryFor(actor: Actor, id: string) {
  authorize(may.manage, actor, {})
  const [entry, sites] = await Promise.all([sql.findHours(id), sql.listSites()])
  const lab = existing(sites.find(({ isLab }) => isLab))
  return { entry: existing(entry), version: lab.version }
}
