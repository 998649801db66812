import { type Actor, fullName } from '#server/auth/actor.ts'
import { roleName } from '#server/accounts/words.ts'
import { now } from '#server/platform/clock.ts'
import { authorize } from '#server/platform/authorize.ts'
import { ADVISERS, may, NEVER_READERS } from '../policy.ts'
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

/** Whom a school may invite to read along, by name. The caller has authorised who asks. */
export async function advisersFor() {
  const rows = await sql.listAdvisers({ roles: ADVISERS, offices: NEVER_READERS, at: now() })
  return rows.map(({ id, roles, ...name }) => ({
    ...{ id, name: fullName(name), roles: roles.map(roleName).join(', ') },
  }))
}

/** Who has what task in the concept; and for those who assign, who could be invited to read along. */
export async function peopleFor(actor: Actor, slug: string) {
  const working = await workingOf(actor, { slug })
  const { concept, school, facts } = working
  const can = {
    assign: may.assign(actor, facts),
    assignPublisher: may.assignPublisher(actor, facts),
  }
  const [rows, staff, advisers] = await Promise.all([
    sql.listRoles(concept.id),
    staffOf(school.id),
    advisersFor(),
  ])
  const here = new Set(staff.map(({ id }) => id))
  const advising = new Set(advisers.map(({ id }) => id))
  const reading = new Set(rows.flatMap((row) => (row.role === 'reader' ? row.personId : [])))
  const tasks = rows.map(({ personId, role, subject, firstName, lastName }): Task => ({
    ...{ personId, role, subject, name: fullName({ firstName, lastName }) },
    isHere: (role === 'reader' ? advising : here).has(personId),
    canEnd: role === 'publisher' ? can.assignPublisher : can.assign,
  }))
  return {
    ...{ school, tasks, can },
    staff: can.assign ? staff : [],
    advisers: can.assign ? advisers.filter(({ id }) => !here.has(id) && !reading.has(id)) : [],
  }
}

/** The settings of a concept, for whom they are. */
export async function settingsFor(actor: Actor, slug: string) {
  const working = await workingOf(actor, { slug })
  authorize(may.assign, actor, working.facts)
  return headOf(actor, working)
}
