import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { readableReach } from '../../policy.ts'
import type { PublishedGoal } from '../contract.ts'
import { paths } from '../paths.ts'
import { tellingWords } from './rules.ts'
import * as sql from './sql.ts'

/** As many as fit beside something else. */
const MOST = 3

/**
 * Published open goals of other schools like a sentence somebody has just written, for an idea or a PLG that begins:
 * one for each school.
 */
export async function goalsLike(
  actor: Actor,
  about: { text: string; competencies?: string[] },
): Promise<PublishedGoal[]> {
  const words = tellingWords(about.text)
  if (words.length === 0) return []
  const competencies = about.competencies ?? []
  const wanted = { words, competencies, ownSchools: schoolsOf(actor), limit: MOST }
  const rows = await sql.listNear(wanted, readableReach(actor))
  return rows.map(({ slug, name, form, number, sameCompetency, ...goal }) => ({
    ...goal,
    school: { slug, name, form },
    path: paths.goal(slug, number, goal.position),
    why: [...(sameCompetency ? (['competency'] as const) : []), 'title' as const],
  }))
}
