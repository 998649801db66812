import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { Overridable } from './contract.ts'
import type { EditInput } from './inputs.ts'
import { may } from './policy.ts'
import { changesBetween, givenBack, KEPT_OPEN, overriddenAfter, type Values } from './rules.ts'
import * as sql from './sql.ts'

type School = NonNullable<Awaited<ReturnType<typeof sql.findForUpdate>>>

/** Every act here is an operator's, on one row that nobody else changes meanwhile, with its line in the protocol. */
async function changing(
  actor: Actor,
  by: { slug: string } | { id: string },
  work: (school: School, at: Date) => Promise<{ action: string; details?: object } | undefined>,
): Promise<{ slug: string; name: string }> {
  authorize(may.administrate, actor, undefined)
  return transaction(async () => {
    const school = existing(await sql.findForUpdate(by))
    const act = await work(school, now())
    if (act)
      await record(actor, {
        action: act.action,
        thingKind: 'school',
        thingId: school.id,
        details: { ...act.details },
      })
    return { slug: school.slug, name: school.name }
  })
}

/** Sets name, district and homepage by hand; what agrees with the register stays the register's. */
export function editSchool(actor: Actor, slug: string, wanted: EditInput) {
  return changing(actor, { slug }, (school, at) => write(school, wanted, at, 'schools.edited'))
}

/** Gives a field back: from now on the register says what stands there. */
export function giveBack(actor: Actor, slug: string, field: Overridable) {
  return changing(actor, { slug }, (school, at) => {
    const back = givenBack(field, school.registerValues as Partial<Values>)
    if (!back) throw new Refusal('Das Register hat dazu noch nichts gesagt.')
    return write(school, { ...valuesOf(school), ...back }, at, 'schools.given-back')
  })
}

const valuesOf = (school: School): Values => ({
  name: school.name,
  district: school.district,
  homepage: school.homepage,
})

async function write(school: School, wanted: Values, at: Date, action: string) {
  const listed = school.registerValues as Partial<Values>
  const overridden = overriddenAfter(school.overridden, listed, wanted)
  const changes = changesBetween(valuesOf(school), wanted)
  if (changes.length === 0 && overridden.join() === school.overridden.join()) return undefined
  await sql.updateSchool(school.id, { ...wanted, overridden }, at)
  await sql.insertChanges(changes.map((change) => ({ ...change, schoolId: school.id, at })))
  return { action, details: { fields: changes.map((change) => change.field) } }
}

/** The school that the register no longer lists is closed. Its page and what it did remain. */
export function confirmClosure(actor: Actor, schoolId: string) {
  return changing(actor, { id: schoolId }, async (school, at) => {
    if (school.operation === 'closed') return undefined
    if (!school.closureProposedAt)
      throw new Refusal('Diese Schule steht inzwischen wieder im Register.')
    await sql.updateSchool(
      school.id,
      { operation: 'closed', closedAt: at, closureProposedAt: null },
      at,
    )
    await noteOperation(school, 'closed', at)
    return { action: 'schools.closed' }
  })
}

/** It goes on although the register does not list it; the next import does not ask again. */
export function dismissClosure(actor: Actor, schoolId: string) {
  return changing(actor, { id: schoolId }, async (school, at) => {
    if (!school.closureProposedAt) return undefined
    const overridden = [...new Set([...school.overridden, KEPT_OPEN])]
    await sql.updateSchool(school.id, { overridden, closureProposedAt: null }, at)
    return { action: 'schools.kept-open' }
  })
}

/** Takes a decision about a closure back: it waits again. */
export function reopenDecision(actor: Actor, schoolId: string) {
  return changing(actor, { id: schoolId }, async (school, at) => {
    const isDecided = school.operation === 'closed' || school.overridden.includes(KEPT_OPEN)
    if (!isDecided) return undefined
    const overridden = school.overridden.filter((field) => field !== KEPT_OPEN)
    const again = { overridden, closureProposedAt: at, closedAt: null }
    if (school.operation === 'closed') {
      const operation = (await sql.findOperationBefore(school.id)) ?? 'open'
      await sql.updateSchool(school.id, { ...again, operation }, at)
      await noteOperation(school, operation, at)
    } else await sql.updateSchool(school.id, again, at)
    return { action: 'schools.decision-taken-back' }
  })
}

function noteOperation(school: School, after: string, at: Date): Promise<void> {
  const change = { schoolId: school.id, at, field: 'operation', before: school.operation, after }
  return sql.insertChanges([change])
}
