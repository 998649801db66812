import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../policy.ts'
import { equipmentClasses, standardOf } from '../standard/views.ts'
import { schoolFor } from '../stock/views.ts'
import { refusals } from '../words.ts'
import type { BaseNeedInput, DecideInput, FurtherNeedInput } from './inputs.ts'
import * as sql from './sql.ts'

/** Base equipment is noted as it is: no reason is asked, none can be given (R4-8). */
export async function noteBaseNeed(actor: Actor, slug: string, input: BaseNeedInput) {
  const school = await schoolFor(actor, slug)
  authorize(may.need, actor, { schoolId: school.id })
  const { rules } = await standardOf(school.form)
  if (!rules.some(({ classId }) => classId === input.class))
    throw new Refusal(refusals.notBase, 'class')
  await note(actor, school.id, { ...input, tier: 'base', purpose: '', reports: [] })
}

/** What goes beyond it says what it is for. */
export async function noteFurtherNeed(actor: Actor, slug: string, input: FurtherNeedInput) {
  const school = await schoolFor(actor, slug)
  authorize(may.need, actor, { schoolId: school.id })
  const classes = await equipmentClasses()
  existing(classes.find(({ id }) => id === input.class))
  await note(actor, school.id, { ...input, tier: 'beyond_base' })
}

type Noted = FurtherNeedInput & { tier: 'base' | 'beyond_base' }

function note(actor: Actor, schoolId: string, input: Noted): Promise<void> {
  const { class: classId, reports, wantedBy = null, ...row } = input
  const at = now()
  return transaction(async () => {
    const made = await sql.insertNeed({
      ...{ ...row, classId, wantedBy, schoolId },
      ...{ createdBy: actor.id, createdAt: at, changedAt: at },
    })
    if (made && reports.length > 0) await sql.insertReports(made.id, reports, schoolId)
  })
}

/** Taken back before it is agreed. */
export function dropNeed(actor: Actor, slug: string, { need }: { need: string }): Promise<void> {
  return onNeed(actor, slug, need, async (row) => {
    authorize(may.changeNeed, actor, row)
    await sql.updateNeed(row.id, { deletedAt: now(), changedAt: now() })
  })
}

export function decideNeed(actor: Actor, slug: string, input: DecideInput): Promise<void> {
  const { need, version, state } = input
  return onNeed(actor, slug, need, async (row) => {
    authorize(may.decideNeed, actor, row)
    if (row.version !== version) throw new Refusal(refusals.needMoved)
    if (row.state === state) return
    await sql.updateNeed(row.id, { status: state, changedAt: now() })
    await record(actor, {
      ...{ action: 'equipment.need-decided', thingKind: 'equipment-need', thingId: row.id },
      details: { from: row.state, to: state },
    })
  })
}

type Locked = NonNullable<Awaited<ReturnType<typeof sql.lockNeed>>>

async function onNeed(
  actor: Actor,
  slug: string,
  id: string,
  work: (row: Locked) => Promise<void>,
): Promise<void> {
  const school = await schoolFor(actor, slug)
  await transaction(async () => {
    const row = await sql.lockNeed(id, school.id)
    if (!row) throw new Refusal(refusals.needGone)
    await work(row)
  })
}

/** What is noted by now belongs to the talk that was held. */
export const bringNeedsIntoTalk = (schoolId: string, talkId: string, at: Date) =>
  sql.bringIntoTalk(schoolId, talkId, at)
