import type { Actor } from '#server/auth/actor.ts'
import { insideOf } from '#server/plg/views.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'

/** The sheets of a cycle, the running one unless another is asked for, and the own school's form. */
export async function transferFor(actor: Actor, plgSlug: string, asked: number | null) {
  const { plg, proof, facts, schoolId } = await insideOf(actor, { slug: plgSlug })
  authorize(may.read, actor, facts)
  const { cycle: running, hasSheets } = await sql.findPlg(plg.id)
  const cycle = asked !== null && asked >= 1 && asked < running ? asked : running
  const [sheets, schools] = await Promise.all([sql.listOf(proof, cycle), sql.listSchools(proof)])
  const own = schoolId === null ? undefined : schools.find(({ id }) => id === schoolId)
  return {
    ...{ plg, cycle, running, sheets, hasSheets },
    missing: schools
      .filter(({ id }) => !sheets.some((sheet) => sheet.schoolId === id))
      .map(({ name }) => name),
    own: own
      ? { school: own.name, sheet: sheets.find((sheet) => sheet.schoolId === own.id) ?? null }
      : null,
  }
}

const SHOWN = 100

/** Is there a way for this person to what the school takes home? */
export const readsTransferOf = (actor: Actor | null, schoolId: string): boolean =>
  actor !== null && may.readOfSchool(actor, { schoolId })

/** What a school takes home from its PLGs, for whoever leads it: those sheets and nothing else of the inside. */
export async function schoolTransferFor(actor: Actor, slug: string) {
  const school = existing(await sql.findSchool(slug))
  authorize(may.readOfSchool, actor, { schoolId: school.id })
  return { school, sheets: await sql.listOfSchool(school.id, SHOWN) }
}
