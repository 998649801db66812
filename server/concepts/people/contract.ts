import type { ConceptRole } from '../contract.ts'

export const MOST_TASKS = 100
export const LIMITS = { title: { min: 3, max: 200 } } as const

export type Task = {
  personId: string
  name: string
  role: ConceptRole
  subject: string
  /** Does this person still belong to the school, or still advise schools? What they were given rests meanwhile. */
  isHere: boolean
  canEnd: boolean
}
