import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { may } from '../../policy.ts'
import { workingOf } from '../../views.ts'
import { gradeName, YEARS } from './contract.ts'
import * as sql from './sql.ts'

/** What a school calls its own: subjects beside the usual ones, levels where there are no years. */
export async function ownListsOf(conceptId: string) {
  const [subjects, levels] = await Promise.all([
    sql.listSubjects(conceptId),
    sql.listLevels(conceptId),
  ])
  return { subjects, levels }
}

const PRIMARY = ['SEP', ...YEARS.slice(0, 4)]
const LOWER = YEARS.slice(4, 10)
const GRADES: Record<string, readonly string[]> = {
  primary: PRIMARY,
  lower_secondary: LOWER,
  intermediate_secondary: LOWER,
  combined_secondary: LOWER,
  comprehensive: YEARS.slice(4),
  grammar: YEARS.slice(4),
  community: LOWER,
  adult_education: YEARS.slice(10),
  vocational: [],
}

/** The single grades that a school of this form chooses from, its own levels first. */
export const gradesOf = (form: string, levels: string[]) =>
  [...levels, ...(GRADES[form] ?? ['SEP', ...YEARS])].map((value) => ({
    value,
    label: gradeName(value),
  }))

/** The form for both lists. */
export async function ownListsFor(actor: Actor, slug: string) {
  const { school, concept, facts } = await workingOf(actor, { slug })
  authorize(may.write, actor, facts)
  return { school, ...(await ownListsOf(concept.id)) }
}
