import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { MOST_CLASSES } from '../contract.ts'
import { may } from '../policy.ts'
import { refusals } from '../words.ts'
import type { ChangeClassInput, ClassInput, PublishInput, RuleInput } from './inputs.ts'
import * as sql from './sql.ts'

/** A new class of equipment, for all schools. */
export async function createClass(actor: Actor, input: ClassInput): Promise<void> {
  authorize(may.manage, actor, {})
  return transaction(async () => {
    const number = await sql.nextClassNumber()
    if (await sql.findClassByKey(actor.id, input.clientKey)) return
    if (number > MOST_CLASSES) throw new Refusal(refusals.tooManyClasses)
    const made = await sql.insertClass({ ...input, number, createdBy: actor.id, changedAt: now() })
    if (!made) throw new Refusal(refusals.classTwice, 'name')
    await saved(actor, made.id)
  })
}

const saved = (actor: Actor, thingId: string) =>
  record(actor, { action: 'equipment.class-saved', thingKind: 'equipment-class', thingId })

/** @throws Conflict when somebody was faster */
export async function changeClass(
  actor: Actor,
  { class: id, version, ...row }: ChangeClassInput,
): Promise<void> {
  authorize(may.manage, actor, {})
  return transaction(async () => {
    const named = await sql.findClassNamed(row.name)
    if (named && named.id !== id) throw new Refusal(refusals.classTwice, 'name')
    if (!(await sql.updateClass(id, version, { ...row, changedAt: now() })))
      throw new Conflict('Inzwischen wurde diese Klasse geändert. Bitte vergleichen Sie.', '')
    await saved(actor, id)
  })
}

/** Begins the next version of a Schulform with what holds today. Begun twice it is the same draft. */
export async function beginDraft(actor: Actor, { form }: { form: SchoolForm }): Promise<void> {
  authorize(may.manage, actor, {})
  return transaction(async () => {
    if (await sql.lockDraft(form)) return
    const newest = await sql.findNewest(form)
    const draft = await sql.insertDraft({
      ...{ schoolForm: form, number: (newest?.number ?? 0) + 1, createdBy: actor.id },
      createdAt: now(),
    })
    if (draft && newest) await sql.copyRules(newest.id, draft.id)
  })
}

/** A line of the draft: new, or in the place of the one that stood there for this class. */
export async function setRule(
  actor: Actor,
  { form, class: classId, ...rule }: RuleInput,
): Promise<void> {
  authorize(may.manage, actor, {})
  return onDraft(form, async ({ id }) => {
    if (rule.basis === 'fixed' && rule.per !== 1) throw new Refusal(refusals.fixedPer, 'per')
    const classes = await sql.listClasses()
    existing(classes.find((one) => one.id === classId))
    await sql.putRule(id, { classId, ...rule })
  })
}

export async function removeRule(
  actor: Actor,
  { form, class: classId }: { form: SchoolForm; class: string },
): Promise<void> {
  authorize(may.manage, actor, {})
  return onDraft(form, async ({ id }) => {
    if (!(await sql.removeRule(id, classId))) throw new Refusal(refusals.notInDraft)
  })
}

/** From then on everybody reads it, and nobody changes it any more. */
export async function publishDraft(
  actor: Actor,
  { form, validFrom, note }: PublishInput,
): Promise<void> {
  authorize(may.manage, actor, {})
  return onDraft(form, async ({ id, number }) => {
    if ((await sql.listRules(id)).length === 0) throw new Refusal(refusals.noRules)
    const before = await sql.findNewest(form)
    if (before?.validFrom && before.validFrom >= validFrom)
      throw new Refusal(refusals.validTooEarly, 'validFrom')
    await sql.publishStandard(id, {
      ...{ validFrom, note, publishedAt: now(), publishedBy: actor.id },
    })
    await record(actor, {
      ...{ action: 'equipment.standard-published', thingKind: 'equipment-standard', thingId: id },
      details: { form, number, validFrom },
    })
  })
}

function onDraft(
  form: SchoolForm,
  work: (draft: { id: string; number: number }) => Promise<void>,
): Promise<void> {
  return transaction(async () => {
    const draft = await sql.lockDraft(form)
    if (!draft) throw new Refusal(refusals.noDraft)
    await work(draft)
  })
}
