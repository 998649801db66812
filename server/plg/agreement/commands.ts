import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { ledPlg } from '../commands.ts'
import { insertDecision } from '../cycle/sql.ts'
import { agreementMade, agreementTouched } from '../events.ts'
import { LIMITS, MOST_NORMS } from './contract.ts'
import type { AgreementInput, BudgetInput, NormsInput, ReviewInput } from './inputs.ts'
import { normsFrom } from './rules.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** A PLG under lock that can still agree on something; those who speak for it write it down. */
async function agreeing(actor: Actor, slug: string) {
  const plg = await ledPlg(actor, slug)
  if (plg.phase === 'closed') throw new Refusal(words.closed)
  return plg
}
type Plg = Awaited<ReturnType<typeof agreeing>>

const writeDown = (actor: Actor, plg: Plg, kind: 'agreement' | 'norms', text: string) =>
  insertDecision({
    ...{ plgId: plg.id, cycle: plg.cycle, kind, text: text.slice(0, 1000) },
    decidedBy: actor.id,
    at: now(),
  })

/**
 * A new version of what the schools agree to; earlier ones stay. The principals are told.
 *
 * @throws Conflict with the text of the version that somebody else made meanwhile
 */
export function saveAgreement(actor: Actor, slug: string, input: AgreementInput): Promise<void> {
  return transaction(async (publish) => {
    const plg = await agreeing(actor, slug)
    const [latest] = await sql.listAgreements({ plgId: plg.id }, 1)
    const { text, rhythm, endsOn = null } = input
    const isSame = latest?.text === text && latest.rhythm === rhythm && latest.endsOn === endsOn
    if (isSame) return
    if ((latest?.version ?? 0) !== input.version)
      throw new Conflict(words.overtaken, latest?.text ?? '')
    const version = input.version + 1
    await sql.insertAgreement({
      ...{ plgId: plg.id, version, text, rhythm, endsOn },
      madeBy: actor.id,
      madeAt: now(),
    })
    await writeDown(actor, plg, 'agreement', words.version(version))
    publish(agreementMade({ plgId: plg.id, version, actorId: actor.id }))
  })
}

/**
 * What a school gives, as the group understands it; its principal can correct it when consenting.
 *
 * @throws Conflict with what stands there, when it was changed since the form was made
 */
export function setTimeBudget(actor: Actor, slug: string, input: BudgetInput): Promise<void> {
  return transaction(async (publish) => {
    const plg = await agreeing(actor, slug)
    const { schoolId, timeBudget, version } = input
    const seat = existing(await sql.findBudget(plg.id, schoolId))
    if (seat.timeBudget === timeBudget) return
    if (seat.version !== version) throw new Conflict(words.budgetOvertaken, seat.timeBudget)
    await sql.updateBudget(plg.id, schoolId, timeBudget)
    publish(agreementTouched({ plgId: plg.id }))
  })
}

/** New norms, from the suggestions and own ones. What holds already is not taken twice. */
export function agreeNorms(actor: Actor, slug: string, input: NormsInput): Promise<void> {
  return transaction(async (publish) => {
    const plg = await agreeing(actor, slug)
    publish(agreementTouched({ plgId: plg.id }))
    const lines = normsFrom(input.chosen, input.own)
    if (lines.length === 0) throw new Refusal(words.missingNorm, 'own')
    if (lines.some((line) => line.length > LIMITS.norm)) throw new Refusal(words.tooLongNorm, 'own')
    const known = await sql.listNorms({ plgId: plg.id })
    const holding = known.filter(({ state }) => state === 'active').length
    if (holding + lines.length > MOST_NORMS) throw new Refusal(words.tooManyNorms, 'own')
    const first = Math.max(-1, ...known.map(({ position }) => position)) + 1
    const made: string[] = []
    for (const [at, text] of lines.entries())
      if (await sql.insertNorm(normRow(actor, plg, text, first + at))) made.push(text)
    if (made.length > 0) await writeDown(actor, plg, 'norms', made.join('\n'))
  })
}

const normRow = (actor: Actor, plg: Plg, text: string, position: number) => ({
  ...{ plgId: plg.id, text, position, agreedAt: now(), createdBy: actor.id },
  // In a later cycle a new line needs no second look before the next one.
  reviewedCycle: plg.cycle > 1 ? plg.cycle : null,
})

/** The group looks at a norm: it stays, reads differently from now on, or goes. */
export function reviewNorm(actor: Actor, slug: string, input: ReviewInput): Promise<void> {
  return transaction(async (publish) => {
    const plg = await agreeing(actor, slug)
    publish(agreementTouched({ plgId: plg.id }))
    const norm = existing(await sql.findNorm(plg.id, input.normId))
    if (norm.state !== 'active') throw new Refusal(words.alreadyReviewed)
    const reviewed = { reviewedAt: now(), reviewedCycle: plg.cycle }
    if (input.verdict === 'kept') return sql.updateNorm(norm.id, reviewed)
    if (input.verdict === 'dropped') {
      await sql.updateNorm(norm.id, { ...reviewed, state: 'dropped' })
      await writeDown(actor, plg, 'norms', words.dropped(norm.text))
      return
    }
    if (!input.text) throw new Refusal(words.missingNewNorm, 'text')
    if (input.text === norm.text) return sql.updateNorm(norm.id, reviewed)
    await sql.updateNorm(norm.id, { ...reviewed, state: 'changed' })
    const row = { ...normRow(actor, plg, input.text, norm.position), ...reviewed }
    if (!(await sql.insertNorm(row))) throw new Refusal(words.sameNorm, 'text')
    await writeDown(actor, plg, 'norms', words.changed(input.text))
  })
}

/** Takes dropping back. */
export function restoreNorm(actor: Actor, slug: string, normId: string): Promise<void> {
  return transaction(async (publish) => {
    const plg = await agreeing(actor, slug)
    publish(agreementTouched({ plgId: plg.id }))
    const norm = existing(await sql.findNorm(plg.id, normId))
    if (norm.state === 'active') return
    if (norm.state !== 'dropped') throw new Refusal(words.alreadyReviewed)
    if (await sql.hasNorm(plg.id, norm.text)) throw new Refusal(words.sameNorm)
    await sql.updateNorm(norm.id, { state: 'active' })
    await writeDown(actor, plg, 'norms', words.restored(norm.text))
  })
}
