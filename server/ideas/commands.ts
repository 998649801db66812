import { record } from '#server/audit/commands.ts'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Forbidden, Refusal } from '#server/platform/errors.ts'
import { programmeChoices } from '#server/plg/programmes/views.ts'
import { answerableCall } from '#server/support/answering/views.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { ideaChanged } from './events.ts'
import type { CreateInput, EditInput } from './inputs.ts'
import { type IdeaFacts, may } from './policy.ts'
import { ideaNumber } from './rules.ts'
import * as sql from './sql.ts'
import { authorizeVisit, factsOf, pathOf } from './views.ts'
import { refusals } from './words.ts'

type Locked = { row: NonNullable<Awaited<ReturnType<typeof sql.findIdea>>>; facts: IdeaFacts }

/**
 * Works on an idea under lock: until the transaction ends nobody else changes it, joins it or merges it. Every
 * command begins here; that decides all races between them.
 *
 * @throws NotFound when there is none, or not for this person
 */
export function lockedIdea<Answer>(
  actor: Actor,
  param: string,
  work: (idea: Locked, publish: Publish) => Promise<Answer>,
): Promise<Answer> {
  authorizeVisit(actor)
  return transaction(async (publish) => {
    const { id } = existing(await sql.findNamed({ number: ideaNumber(param) ?? 0 }))
    await sql.lockIdeas([id])
    const row = existing(await sql.findIdea({ id }, actor.id))
    const facts = factsOf(row)
    authorizeOrHide(may.see, actor, facts)
    return work({ row, facts }, publish)
  })
}

/** Writes an idea. The same form again is the same idea. @returns its address */
export async function createIdea(actor: Actor, input: CreateInput): Promise<string> {
  authorizeVisit(actor)
  authorize(may.create, actor, {})
  const before = await sql.findByKey(actor.id, input.clientKey)
  if (before) return pathOf(before)
  await spend('posts', actor.id)
  const { schoolId: chosen, call, ...about } = input
  const schoolId = schoolOf(actor, chosen)
  await refuseUnknownProgramme(input.programmeId)
  const callId = await answeredCall(actor, call)
  const at = now()
  const row = { ...about, callId, schoolId, authorId: actor.id, createdAt: at, changedAt: at }
  const made = await transaction(() => sql.insertIdea(row))
  return pathOf(made ?? existing(await sql.findByKey(actor.id, input.clientKey)))
}

/** The call an idea answers; one that is over takes no answers. */
async function answeredCall(actor: Actor, number: number | undefined): Promise<string | null> {
  if (number === undefined) return null
  const call = await answerableCall(actor, String(number))
  if (!call) throw new Refusal(refusals.callOver)
  return call.id
}

/** Who has no school, e.g. at the school authority, writes for nobody but themselves. */
function schoolOf(actor: Actor, chosen: string | undefined): string | null {
  const schools = schoolsOf(actor)
  if (chosen && !schools.includes(chosen)) throw new Forbidden()
  if (!chosen && schools.length > 1)
    throw new Refusal('Bitte wählen Sie, für welche Ihrer Schulen.', 'schoolId')
  return chosen ?? schools[0] ?? null
}

async function refuseUnknownProgramme(programmeId: string | null | undefined): Promise<void> {
  if (!programmeId) return
  const programmes = await programmeChoices()
  if (!programmes.some(({ value }) => value === programmeId))
    throw new Refusal('Dieses Programm gibt es nicht mehr.', 'programmeId')
}

/** @throws Conflict with the texts as they stand, when somebody changed it since the form was made */
export function editIdea(actor: Actor, param: string, input: EditInput): Promise<string> {
  return lockedIdea(actor, param, async ({ row, facts }, publish) => {
    authorize(may.edit, actor, facts)
    const { version, programmeId, ...about } = input
    if (version !== row.version) throw new Conflict(refusals.changed, asText(row))
    if (programmeId !== row.programmeId) await refuseUnknownProgramme(programmeId)
    const changed = { ...about, programmeId: programmeId ?? null, changedAt: now() }
    await sql.updateIdea(row.id, changed)
    publish(ideaChanged({ ideaId: row.id }))
    return pathOf({ ...row, ...about })
  })
}

const asText = ({ title, problem, learnersNeed, technology }: Locked['row']) =>
  [title, problem, learnersNeed, technology].filter(Boolean).join('\n\n')

/** Takes an idea off the market; it can be brought back. @returns the idea's address */
export function archiveIdea(actor: Actor, param: string): Promise<string> {
  return moveTo('archived', actor, param)
}

export function restoreIdea(actor: Actor, param: string): Promise<string> {
  return moveTo('open', actor, param)
}

function moveTo(state: 'open' | 'archived', actor: Actor, param: string): Promise<string> {
  return lockedIdea(actor, param, async ({ row, facts }, publish) => {
    if (row.state === state) return pathOf(row)
    authorize(state === 'archived' ? may.archive : may.restore, actor, facts)
    await sql.updateIdea(row.id, { state, changedAt: now() })
    if (row.authorId !== actor.id)
      await record(actor, {
        action: state === 'archived' ? 'ideas.archived' : 'ideas.restored',
        thingKind: 'idea',
        thingId: row.id,
      })
    publish(ideaChanged({ ideaId: row.id }))
    return pathOf(row)
  })
}
