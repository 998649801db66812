/** A school an idea may fit, and why. Numbers of persons only from this many on; fewer are "mindestens eine". */
export const FEWEST_COUNTED = 3

export type FittingSchool = {
  name: string
  slug: string
  /** Reasons, in the order in which they count. */
  reasons: FittingReason[]
}

export type FittingReason =
  { kind: 'alike'; title: string } | { kind: 'teaching'; count: number | null } | { kind: 'form' }
