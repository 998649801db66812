import type { StandingName } from '../standing/contract.ts'

/** What holds today of an app that a Vorhaben uses. */
export type LinkedApp = {
  /** How the Vorhaben calls it. */
  as: string
  name: string
  slug: string
  standing: StandingName
  until: string | null
  /** What has to be seen to, in its own words. */
  conditions: string[]
  /** What to use instead, where it was refused. */
  alternative: string
}
