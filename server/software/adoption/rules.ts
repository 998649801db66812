import { type Condition } from '../standing/contract.ts'
import { isSpecial } from '../standing/rules.ts'
import type { AdoptionStatus, AvvStatus, Gap } from './contract.ts'

export type AdoptionFacts = {
  status: AdoptionStatus
  avvStatus: AvvStatus
  vvtEntered: boolean
  parentsInformed: boolean
  conditionsConfirmed: string[]
  needsReview: boolean
}

const USED: readonly AdoptionStatus[] = ['in_use', 'pilot']

/** What is missing of a use that a school has taken up; nothing of one it has not. */
export function gapsOf(adoption: AdoptionFacts, conditions: Condition[]): Gap[] {
  if (!USED.includes(adoption.status)) return []
  const confirmed = new Set(adoption.conditionsConfirmed)
  const isOpen = conditions.some((one) => isSpecial(one) && !confirmed.has(one.id))
  const missing: [Gap, boolean][] = [
    ['review', adoption.needsReview],
    ['avv', adoption.avvStatus === 'open'],
    ['vvt', !adoption.vvtEntered],
    ['parents', !adoption.parentsInformed],
    ['conditions', isOpen],
  ]
  return missing.filter(([, is]) => is).map(([gap]) => gap)
}
