import { slugOf } from '#server/platform/text.ts'
import type { DeviceScenario, PupilAccount } from '../contract.ts'
import { TAKEN_SLUGS } from '../paths.ts'
import { accountNames, deviceNames } from '../words.ts'

const TRIES = 20

/** Addresses to try for a product of this name, the plain one first; none of them a page of our own. */
export function slugsFor(name: string): string[] {
  const plain = slugOf(name)
  const isTaken = (TAKEN_SLUGS as readonly string[]).includes(plain)
  const base = isTaken ? `app-${plain}` : plain
  return Array.from({ length: TRIES }, (_, at) => (at === 0 ? base : `${base}-${at + 1}`))
}

/** What a use is called in lists. */
export const labelOf = (device: DeviceScenario, account: PupilAccount) =>
  `${deviceNames[device]}; ${lowerFirst(accountNames[account])}`.slice(0, 160)

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
