import type { LocalDay } from '#server/schools/calendar/contract.ts'
import type { Opening } from './contract.ts'
import { dayAfter } from './rules.ts'
import * as sql from './sql.ts'

/** How far beyond the asked days the next open day is looked for. */
const LOOK_AHEAD = 60

/** When the lab is open between two days, and some weeks on: rules name the next day on which something goes. */
export const openingBetween = (from: LocalDay, to: LocalDay): Promise<Opening> =>
  sql.findOpening(from, dayAfter(to > from ? to : from, LOOK_AHEAD))
