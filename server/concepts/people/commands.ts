import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { changingConcept } from '../commands.ts'
import type { ConceptRole } from '../contract.ts'
import { may } from '../policy.ts'
import type { Working } from '../views.ts'
import { refusals } from '../words.ts'
import { MOST_TASKS } from './contract.ts'
import { roleGiven } from './events.ts'
import type { RoleInput } from './inputs.ts'
import * as sql from './sql.ts'
import { advisersFor, staffOf } from './views.ts'
import { words } from './words.ts'

/** Somebody writes, speaks for a Fachkonferenz, publishes or reads along from now on. The same again changes nothing. */
export async function giveRole(actor: Actor, slug: string, input: RoleInput): Promise<void> {
  await spend('invitations', actor.id)
  const { person: personId, role, subject } = input
  await changingConcept(actor, { slug }, ruleFor(role), async (working, tell, publish) => {
    const { concept } = working
    await checkPerson(actor, working, personId, role)
    const at = now()
    const row = { conceptId: concept.id, personId, role, subject, addedBy: actor.id, addedAt: at }
    if (!(await sql.insertRole(row))) return
    // Whoever adds waits for the other, so the count is exact; a refusal takes the row back.
    if ((await sql.listRoles(concept.id)).length > MOST_TASKS) throw new Refusal(words.tooMany)
    await record(actor, {
      ...{ action: 'concepts.role-given', thingKind: 'concept', thingId: concept.id },
      details: { personId, role, subject },
    })
    if (personId !== actor.id)
      publish(roleGiven({ conceptId: concept.id, personId, actorId: actor.id, role }))
    await tell({
      ...{ thingKind: 'person', thingId: personId, what: 'role.given' },
      details: { role, subject },
    })
  })
}

/** Ends a task. */
export async function takeRole(
  actor: Actor,
  slug: string,
  input: { person: string; role: ConceptRole; subject: string },
): Promise<void> {
  const { person: personId, role, subject } = input
  await changingConcept(actor, { slug }, ruleFor(role), async ({ concept }, tell) => {
    if (!(await sql.removeRole({ conceptId: concept.id, personId, role, subject }))) return
    await record(actor, {
      ...{ action: 'concepts.role-taken', thingKind: 'concept', thingId: concept.id },
      details: { personId, role, subject },
    })
    await tell({
      ...{ thingKind: 'person', thingId: personId, what: 'role.taken' },
      details: { role, subject },
    })
  })
}

const ruleFor = (role: ConceptRole) => (role === 'publisher' ? may.assignPublisher : may.assign)

/** Who reads along accompanies or advises schools; all others are colleagues. */
async function checkPerson(
  actor: Actor,
  { school, facts }: Working,
  personId: string,
  role: ConceptRole,
) {
  authorize(ruleFor(role), actor, facts)
  const isColleague = (await staffOf(school.id)).some(({ id }) => id === personId)
  if (role !== 'reader') {
    if (!isColleague) throw new Refusal(refusals.notOfSchool, 'person')
    return
  }
  if (isColleague) throw new Refusal(words.ownSchool, 'person')
  if (!(await advisersFor()).some(({ id }) => id === personId))
    throw new Refusal(words.notAdvising, 'person')
}

/** How the concept is called. */
export async function renameConcept(
  actor: Actor,
  slug: string,
  { title, version }: { title: string; version: number },
): Promise<void> {
  await changingConcept(actor, { slug }, may.assign, async ({ concept }, tell) => {
    if (concept.title === title) return
    if (!(await sql.updateTitle(concept.id, version, title)))
      throw new Conflict(refusals.overtaken, concept.title)
    await tell({
      ...{ thingKind: 'concept', thingId: concept.id, what: 'concept.renamed' },
      details: { title },
    })
  })
}
