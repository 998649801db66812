import type { StandingName } from '../standing/contract.ts'
import { STANDINGS } from '../standing/contract.ts'
import { isWithin } from '../standing/rules.ts'
import type { Use } from './contract.ts'

/**
 * A use as this reader sees it: a release that does not hold for the own form of school says nothing for it, and a
 * refusal is for those who are signed in.
 */
export function useFor(
  use: Use,
  { form, seesRefusals }: { form: string | null; seesRefusals: boolean },
): Use {
  if (use.standing === 'not_approved' && !seesRefusals) return unreviewed(use)
  const isFor =
    isWithin(use.scope, form, null) && (!use.release || isWithin(use.release.scope, form, null))
  return { ...(seesRefusals ? use : positive(use)), isForForm: isFor }
}

/** Visitors read nothing of a refusal, also not the reasons of one that was overtaken. */
const positive = (use: Use): Use => ({
  ...use,
  endReason: '',
  isElsewhere: false,
  release: use.release && { ...use.release, schools: [] },
  opinion: use.opinion?.verdict === 'objection' ? null : use.opinion,
})

const unreviewed = (use: Use): Use => ({
  ...positive(use),
  standing: 'not_reviewed',
  until: null,
  release: null,
  opinion: null,
})

const rank = (name: StandingName) => STANDINGS.indexOf(name)

/** The use that helps most: one for the own form of school before all others. */
export function bestUse(uses: Use[]): Use | undefined {
  return uses.toSorted(
    (one, other) =>
      Number(other.isForForm) - Number(one.isForForm) || rank(one.standing) - rank(other.standing),
  )[0]
}
