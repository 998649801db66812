import { type Actor, hasNetworkRole } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { KIND_DEFAULTS, KINDS, LIMITS as PLG_LIMITS } from '#server/plg/contract.ts'
import { foundingFor as foundingOfPlg } from '#server/plg/views.ts'
import { listPeople } from '../interests/sql.ts'
import { may } from '../policy.ts'
import type { IdeaRow } from '../sql.ts'
import { cardOf, seenIdea } from '../views.ts'
import { FEWEST_COUNTED, type FittingReason, type FittingSchool } from './contract.ts'
import { listFitting } from './sql.ts'

const MOST_PROPOSED = 6

/** Schools that could be asked. Whoever asks has made sure that the actor may see them. */
export async function fittingSchools(row: IdeaRow): Promise<FittingSchool[]> {
  const rows = await listFitting(row, now(), MOST_PROPOSED)
  return rows.map(({ name, slug, alike, teaching, hasForm }) => {
    const reasons: FittingReason[] = []
    if (alike !== null) reasons.push({ kind: 'alike', title: alike })
    if (teaching > 0)
      reasons.push({ kind: 'teaching', count: teaching >= FEWEST_COUNTED ? teaching : null })
    if (hasForm) reasons.push({ kind: 'form' })
    return { name, slug, reasons }
  })
}

/** The form that makes a PLG of an idea, filled with what the idea says. */
export async function foundingFor(actor: Actor, param: string) {
  const { row, facts } = await seenIdea(actor, param)
  authorize(may.found, actor, facts)
  const [founding, people] = await Promise.all([foundingOfPlg(actor), listPeople(row.id)])
  const isForOthers = hasNetworkRole(actor, 'smz_staff')
  const { title, problem, learnersNeed, technology, subjects, gradeBands, schoolForms } = row
  const summary = [problem, learnersNeed, technology && `Womit: ${technology}`]
  return {
    idea: cardOf(row),
    clientKey: founding.clientKey,
    // The SMZ founds for those whose idea it is, not for a school of its own.
    schools: isForOthers ? [] : founding.schools,
    isSecond: !isForOthers && founding.isSecond,
    kinds: isForOthers
      ? KINDS.filter((kind) => !KIND_DEFAULTS[kind].isWalled)
      : founding.kinds.filter((kind) => KIND_DEFAULTS[kind].foundedBy === 'teachers'),
    isForOthers,
    invited: people.filter((id) => id !== actor.id).length,
    programmes: founding.programmes,
    programmeId: row.programmeId,
    plg: {
      title,
      question: learnersNeed.slice(0, PLG_LIMITS.question).toWellFormed(),
      summary: summary.filter(Boolean).join('\n\n').slice(0, PLG_LIMITS.summary).toWellFormed(),
      joining: KIND_DEFAULTS.plg.joining,
      seeksMembers: true,
      ...{ subjects, gradeBands, schoolForms },
    },
  }
}
