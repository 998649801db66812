import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { endOfHalf, runningHalf } from '#server/schools/calendar/contract.ts'
import { changingConcept } from '../commands.ts'
import { paths } from '../paths.ts'
import { may as concepts } from '../policy.ts'
import { type AimKind, THING } from './contract.ts'
import { aimDecided } from './events.ts'
import type { EditAim, NewAim, TakeAim } from './inputs.ts'
import { may } from './policy.ts'
import { isCommented, isPossibleEnd, usualEnd } from './rules.ts'
import * as sql from './sql.ts'
import { factsOf, seenAim } from './views.ts'
import { words } from './words.ts'

/** A proposal, for a new goal or a new wording of one that holds. The same form again is the same proposal. */
export async function proposeAim(actor: Actor, input: NewAim): Promise<string> {
  await spend('documents', actor.id)
  return transaction(async () => {
    authorize(may.propose, actor, input)
    await checkPointers(input)
    const at = now()
    const made = await sql.insertAim({
      ...input,
      commentsUntil: endOf(input, localDayOf(at), null),
      createdBy: actor.id,
      createdAt: at,
      changedAt: at,
    })
    const aim = made ?? (await sql.findByKey(actor.id, input.clientKey))
    if (!aim) throw new Refusal(words.hasSuccessor)
    return paths.networkGoal(aim.number)
  })
}

type Asking = { kind: AimKind; commentsUntil: string | null }

/** Until when schools comment: on network goals alone, four weeks or as long as it stood unless somebody says otherwise. */
function endOf({ kind, commentsUntil }: Asking, today: string, before: string | null) {
  if (kind !== 'network') return null
  const end = commentsUntil ?? before ?? usualEnd(today)
  if (!isPossibleEnd(end, today, before)) throw new Refusal(words.badEnd, 'commentsUntil')
  return end
}

/** What a goal serves is a strategic one that holds; what it replaces is of its kind and holds. */
async function checkPointers({
  kind,
  serves,
  replaces,
}: Pick<NewAim, 'kind' | 'serves' | 'replaces'>) {
  const served = serves ? await sql.findAim({ id: serves }) : undefined
  if (serves && (kind !== 'network' || served?.kind !== 'strategic' || served.state !== 'in_force'))
    throw new Refusal(words.fromTheList, 'serves')
  const before = replaces ? await sql.findAim({ id: replaces }) : undefined
  if (replaces && (before?.kind !== kind || before.state !== 'in_force'))
    throw new Refusal(words.notInForce)
}

/** The aim under its lock, with what may be done to it. */
export async function lockedAim(actor: Actor, number: string | undefined) {
  const { aim } = await seenAim(actor, number)
  await sql.lockAim(aim.id)
  const current = existing(await sql.findAim({ id: aim.id }))
  return { aim: current, facts: factsOf(current, actor) }
}

export function editAim(actor: Actor, number: string | undefined, input: EditAim): Promise<string> {
  return transaction(async () => {
    const { aim, facts } = await lockedAim(actor, number)
    if (aim.state !== 'draft') throw new Refusal(words.noDraft)
    authorize(may.edit, actor, facts)
    const { version, ...about } = input
    await checkPointers({ ...about, kind: aim.kind, replaces: null })
    if (aim.version !== version) throw new Conflict(words.overtaken, `${aim.title}\n\n${aim.body}`)
    const at = now()
    const asking = { kind: aim.kind, commentsUntil: about.commentsUntil }
    const commentsUntil = endOf(asking, localDayOf(at), aim.commentsUntil)
    await sql.updateAim(aim.id, { ...about, commentsUntil, changedAt: at })
    return paths.networkGoal(aim.number)
  })
}

/** From today it holds, once schools have had their time; what it replaces ends today and stays readable. */
export function putInForce(
  actor: Actor,
  number: string | undefined,
  { decision }: { decision: string } = { decision: '' },
): Promise<void> {
  return transaction(async (publish) => {
    const { aim, facts } = await lockedAim(actor, number)
    authorize(may.decide, actor, facts)
    if (aim.state !== 'draft') throw new Refusal(words.noDraft)
    const at = now()
    const today = localDayOf(at)
    if (isCommented(aim.commentsUntil, today))
      throw new Refusal(words.stillCommented(germanDay(aim.commentsUntil ?? today)))
    await sql.updateAim(aim.id, { state: 'in_force', validFrom: today, decision, changedAt: at })
    if (aim.replaces) {
      await sql.lockAim(aim.replaces)
      await sql.updateAim(aim.replaces, { state: 'ended', validUntil: today, changedAt: at })
    }
    await record(actor, { action: 'concepts.aim-in-force', ...thingOf(aim) })
    publish(aimDecided({ aimId: aim.id, actorId: actor.id, isInForce: true }))
  })
}

/** The proposal does not become a goal; it stays readable in the network, with the reason. */
export function takeBackAim(
  actor: Actor,
  number: string | undefined,
  { decision }: { decision: string },
): Promise<void> {
  return transaction(async (publish) => {
    const { aim, facts } = await lockedAim(actor, number)
    if (aim.state !== 'draft') throw new Refusal(words.noDraft)
    authorize(may.takeBack, actor, facts)
    await sql.updateAim(aim.id, { state: 'withdrawn', decision, changedAt: now() })
    await record(actor, { action: 'concepts.aim-taken-back', ...thingOf(aim) })
    publish(aimDecided({ aimId: aim.id, actorId: actor.id, isInForce: false }))
  })
}

const germanDay = (day: string) => day.split('-').reverse().join('.')

export function endAim(actor: Actor, number: string | undefined): Promise<void> {
  return transaction(async () => {
    const { aim, facts } = await lockedAim(actor, number)
    authorize(may.decide, actor, facts)
    if (aim.state !== 'in_force') throw new Refusal(words.notInForce)
    const at = now()
    await sql.updateAim(aim.id, { state: 'ended', validUntil: localDayOf(at), changedAt: at })
    await record(actor, { action: 'concepts.aim-ended', ...thingOf(aim) })
  })
}

const thingOf = ({ id }: { id: string }) => ({ thingKind: THING, thingId: id })

/** A goal of the own school that serves this one, with its words to begin with; one for each school. */
export async function takeAim(
  actor: Actor,
  number: string | undefined,
  { conceptId, clientKey }: TakeAim,
): Promise<string> {
  await spend('documents', actor.id)
  return changingConcept(actor, { id: conceptId }, concepts.adopt, async ({ school }, tell) => {
    const { aim } = await seenAim(actor, number)
    const [before] = await sql.listServing([conceptId], aim.id)
    if (before) return paths.goal(school.slug, before.number)
    if (aim.state !== 'in_force') throw new Refusal(words.notInForce, 'conceptId')
    const at = now()
    const half = runningHalf(localDayOf(at))
    const { title, dimension, competencies } = aim
    const made = await sql.insertGoal({
      ...{ conceptId, title, dimension, competencies, networkGoalId: aim.id, clientKey },
      ...{ fromSchoolYear: half.schoolYear, fromHalf: half.half, dueOn: endOfHalf(half) },
      ...{ createdBy: actor.id, createdAt: at, changedAt: at },
    })
    await tell({
      ...{ thingKind: 'concept-goal', thingId: made.id, what: 'goal.created' },
      details: { title },
    })
    return paths.goal(school.slug, made.number)
  })
}
