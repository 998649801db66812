import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { Refusal } from '#server/platform/errors.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { moveCase, openCase } from '../../cases/commands.ts'
import { caseWorked } from '../../cases/events.ts'
import type { CaseOutcome, Priority } from '../../cases/contract.ts'
import { lockCase, updateCase } from '../../cases/sql.ts'
import { caseRefusals } from '../../cases/words.ts'
import { findLastCase, findProduct, listUseIds } from '../../proposing/sql.ts'
import { OVER } from '../../cases/contract.ts'
import { deskRefusals } from '../words.ts'
import { authorizeWork } from '../views.ts'
import * as sql from './sql.ts'

type Work = (publish: Publish, row: Locked) => Promise<void>
type Locked = NonNullable<Awaited<ReturnType<typeof lockCase>>>

function working(actor: Actor, number: number, work: Work): Promise<void> {
  return transaction(async (publish) => {
    const row = existing(await lockCase({ number }))
    authorizeWork(actor, row)
    await work(publish, row)
  })
}

export const takeCase = (actor: Actor, number: number) =>
  working(actor, number, async (publish, { id: caseId, state }) => {
    if (state === 'triage') return
    await moveCase(publish, actor, { caseId, event: 'take' })
  })

/** Gives the case to the office, or, where nothing personal is processed, to its opinion at once. */
export const startCase = (
  actor: Actor,
  number: number,
  { way, note }: { way: 'start' | 'fast_lane'; note: string },
) =>
  working(actor, number, async (publish, row) => {
    if ((await sql.countUses(row.id)) === 0)
      throw new Refusal('Bitte wählen Sie zuerst, welche Nutzungen geprüft werden.', 'uses')
    if (row.state === 'submitted') await moveCase(publish, actor, { caseId: row.id, event: 'take' })
    await moveCase(publish, actor, { caseId: row.id, event: way, note })
    await sql.updateProductState(row.productId, 'proposed', 'listed')
  })

/** The Land or the city has decided about it: the case says where. */
export const closeAsDecided = (actor: Actor, number: number, note: string) =>
  working(actor, number, async (publish, row) => {
    if (row.state === 'submitted') await moveCase(publish, actor, { caseId: row.id, event: 'take' })
    await moveCase(publish, actor, { caseId: row.id, event: 'already_decided', note })
    await sql.updateProductState(row.productId, 'proposed', 'listed')
  })

/** A proposal that is there already, or says too little, leaves the directory again. */
export const rejectCase = (
  actor: Actor,
  number: number,
  { outcome, note }: { outcome: CaseOutcome; note: string },
) =>
  working(actor, number, async (publish, row) => {
    await moveCase(publish, actor, { caseId: row.id, event: 'reject', outcome, note })
    await sql.updateProductState(row.productId, 'proposed', 'removed')
  })

export const chooseUses = (actor: Actor, number: number, uses: string[]) =>
  working(actor, number, async (publish, row) => {
    if (!['submitted', 'triage', 'in_review'].includes(row.state))
      throw new Refusal(caseRefusals.moved(row.state))
    if ((await sql.replaceUses(row.id, row.productId, uses)) === 0)
      throw new Refusal('Bitte wählen Sie mindestens eine Nutzung.', 'uses')
    publish(caseWorked({ caseId: row.id }))
  })

export const setPriority = (actor: Actor, number: number, priority: Priority) =>
  working(actor, number, async (publish, row) => {
    if (OVER.includes(row.state)) throw new Refusal(deskRefusals.notOpen)
    await updateCase(row.id, { priority })
    publish(caseWorked({ caseId: row.id }))
  })

/**
 * The office looks at an app again: something changed, or its release ends. What is known of it is known already, so the
 * case goes to the desk at once. @returns its number
 */
export function reopen(actor: Actor, slug: string, reason: 'change' | 'expiry' | 'incident') {
  return transaction(async (publish) => {
    authorizeWork(actor, { requestedBy: null })
    const product = existing(await findProduct(slug))
    const previous = await findLastCase(product.id)
    const made = await openCase(publish, actor, {
      ...{ productId: product.id, scenarioIds: await listUseIds(product.id), reason },
      ...{ opening: 'reopen', state: 'triage', previousId: previous?.id ?? null },
    })
    if (!made) throw new Refusal(caseRefusals.oneOpen)
    if ((await sql.countUses(made.id)) > 0)
      await moveCase(publish, actor, { caseId: made.id, event: 'start' })
    return made.number
  })
}
