import type { DeviceScenario, PupilAccount } from '../contract.ts'
import type { Use } from '../products/contract.ts'
import type { Condition, StandingName } from '../standing/contract.ts'

/** What somebody wants to know. Null: anything will do. */
export type Question = {
  grade: number | null
  device: DeviceScenario | null
  account: PupilAccount | null
}

/** The names of the fields in an address. */
export const PARAMS = { app: 'app', grade: 'jahrgang', device: 'geraet', account: 'konto' } as const

export const GRADES = Array.from({ length: 13 }, (_, at) => at + 1)

/** In what a decided use differs from the one that was asked for. */
export const DIFFERENCES = ['device', 'account', 'grade', 'form'] as const
export type Difference = (typeof DIFFERENCES)[number]

export type Answer = {
  /** "Ja.", "Nein.", "Das ist nicht entschieden." */
  lead: string
  sentence: string
  standing: StandingName
  /** Whether some use is what was asked for. */
  matches: boolean
  use: Use | null
  conditions: Condition[]
  /** Uses about which something is said, and what is different there. */
  others: { use: Use; differs: Difference[] }[]
}

/** A product whose name is like what was typed. */
export type Suggestion = { slug: string; name: string }
