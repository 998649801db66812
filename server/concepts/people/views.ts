import { type Actor, fullName } from '#server/auth/actor.ts'
import { findPersons } from '#server/accounts/directory/views.ts'
import { now } from '#server/platform/clock.ts'
import { authorize } from '#server/platform/authorize.ts'
import { wordsIn } from '#server/platform/text.ts'
import { may } from '../policy.ts'
import { headOf, workingOf } from '../views.ts'
import type { Task } from './contract.ts'
import * as sql from './sql.ts'

/** Colleagues of a school, to choose from. The caller has authorised who asks. */
export async function staffOf(schoolId: string) {
  const rows = await sql.listStaff(schoolId, now())
  return rows.map(({ id, firstName, lastName }) => ({
    id,
    name: fullName({ firstName, lastName }),
  }))
}

const LONGEST = 60
const MOST_FOUND = 10

/** Who has what task in the concept; with `q` people from elsewhere who could be invited to read along. */
export async function peopleFor(actor: Actor, slug: string, q: string) {
  const working = await workingOf(actor, { slug })
  const { concept, school, facts } = working
  const can = {
    assign: may.assign(actor, facts),
    assignPublisher: may.assignPublisher(actor, facts),
  }
  const words = can.assign ? wordsIn(q, LONGEST) : []
  const [rows, staff, found] = await Promise.all([
    sql.listRoles(concept.id),
    staffOf(school.id),
    words.length > 0 ? findPersons(actor, { words, plgId: null, limit: MOST_FOUND }) : [],
  ])
  const here = new Set(staff.map(({ id }) => id))
  const tasks = rows.map(({ personId, role, subject, firstName, lastName }): Task => ({
    ...{ personId, role, subject, name: fullName({ firstName, lastName }) },
    isHere: role === 'reader' || here.has(personId),
    canEnd: role === 'publisher' ? can.assignPublisher : can.assign,
  }))
  return {
    ...{ school, tasks, can, q },
    staff: can.assign ? staff : [],
    found: found.filter(({ id }) => !here.has(id)),
  }
}

/** The settings of a concept, for whom they are. */
export async function settingsFor(actor: Actor, slug: string) {
  const working = await workingOf(actor, { slug })
  authorize(may.assign, actor, working.facts)
  return headOf(actor, working)
}
