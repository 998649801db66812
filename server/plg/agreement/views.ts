import { type Actor, fullName } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { KIND_DEFAULTS, type Kind } from '../contract.ts'
import { may } from '../policy.ts'
import { authorizeVisit, insideOf } from '../views.ts'
import { type Norm, VERSIONS_SHOWN } from './contract.ts'
import { isReviewDue } from './rules.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** What the schools have agreed to, and how the group wants to work together. */
export async function agreementFor(actor: Actor, slug: string) {
  authorizeVisit(actor)
  const { plg, proof, facts } = await insideOf(actor, { slug })
  const [state, versions, seats, norms] = await Promise.all([
    sql.findPlgState(proof),
    sql.listAgreements(proof, VERSIONS_SHOWN),
    sql.listSeats(proof),
    sql.listNorms(proof),
  ])
  const at = existing(state)
  return {
    plg,
    /** Walled groups ask nobody outside. */
    asksSchools: !KIND_DEFAULTS[at.kind as Kind].isWalled,
    versions: versions.map(shaped),
    schools: seats,
    norms: norms.filter(({ state: is }) => is === 'active').map((norm) => normOf(norm, at)),
    dropped: norms
      .filter(({ state: is }) => is === 'dropped')
      .map(({ id, text }) => ({ id, text })),
    can: { change: may.lead(actor, facts) && at.phase !== 'closed' },
  }
}

export type Version = ReturnType<typeof shaped>
export type SchoolSeat = Awaited<ReturnType<typeof agreementFor>>['schools'][number]

type State = NonNullable<Awaited<ReturnType<typeof sql.findPlgState>>>
type NormRow = Awaited<ReturnType<typeof sql.listNorms>>[number]

const normOf = (norm: NormRow, plg: State): Norm => ({
  ...{ id: norm.id, text: norm.text, agreedAt: norm.agreedAt, reviewedAt: norm.reviewedAt },
  isDue: isReviewDue(norm, plg),
})

type VersionRow = Awaited<ReturnType<typeof sql.listAgreements>>[number]

function shaped({ version, text, rhythm, endsOn, madeAt, firstName, lastName }: VersionRow) {
  const by = firstName && lastName ? fullName({ firstName, lastName }) : words.formerMember
  return { version, text, rhythm, endsOn, madeAt, by }
}
