import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aCatalogue, aProduct, aReviewCase } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { moveCase, openCase } from './commands.ts'
import { CASE_EVENTS, type CaseEvent, OVER } from './contract.ts'
import { nextState, outcomesOf } from './rules.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const move = (actor: Actor | null, caseId: string, event: CaseEvent) =>
  transaction((publish) => moveCase(publish, actor, { caseId, event }))

async function tryToMove(actor: Actor | null, caseId: string, event: CaseEvent): Promise<void> {
  try {
    await move(actor, caseId, event)
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof Forbidden)) throw error
  }
}

const caseAt = (id: string) =>
  db().selectFrom('reviewCases').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
const logOf = (caseId: string) =>
  db().selectFrom('reviewEvents').where('caseId', '=', caseId).orderBy('id').selectAll().execute()

test('no order of events, also at once, leaves the machine or contradicts the log', async () => {
  const actors = [
    null,
    await anActor('teacher'),
    await anActor('smz_staff'),
    await anActor('school_dpo'),
    await anActor('release_manager'),
  ]
  await aCatalogue()
  const act = fc.record({
    event: fc.constantFrom<CaseEvent>(...CASE_EVENTS, 'submit', 'take', 'start', 'draft_opinion'),
    by: fc.nat(actors.length - 1),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(act, act), { minLength: 4, maxLength: 12 }),
      async (rounds) => {
        const product = await aProduct()
        const made = await transaction((publish) =>
          openCase(publish, actors[1] ?? null, {
            ...{ productId: product.id, scenarioIds: [], reason: 'new', opening: 'suggest' },
            ...{ requestedBy: actors[1]?.id, state: 'draft' },
          }),
        )
        const id = made?.id ?? ''
        for (const round of rounds)
          await Promise.all(round.map(({ event, by }) => tryToMove(actors[by] ?? null, id, event)))
        const row = await caseAt(id)
        const log = await logOf(id)
        let state = 'draft'
        for (const { event, fromState, toState } of log.slice(1)) {
          expect(fromState).toBe(state)
          expect(toState).toBe(nextState(event as CaseEvent, fromState as 'draft'))
          state = toState
        }
        expect(row.state).toBe(state)
        const isOver = (OVER as readonly string[]).includes(state)
        expect(row.closedAt !== null).toBe(isOver)
        expect(outcomesOf(log.at(-1)?.event as CaseEvent).includes(row.outcome as never)).toBe(
          isOver,
        )
        const { count } = await db()
          .selectFrom('auditEntries')
          .where('thingId', '=', id)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        expect(count).toBe(log.length)
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)

test('of two who decide at once one decides, and the other reads what became of it', async () => {
  const [one, two] = [await anActor('school_dpo'), await anActor('school_dpo')]
  const row = await aReviewCase({ productId: (await aProduct()).id, state: 'opinion_draft' })
  const results = await Promise.allSettled([move(one, row.id, 'sign'), move(two, row.id, 'sign')])
  const [refused] = results.filter((result) => result.status === 'rejected')
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  expect(String(refused?.reason)).toContain('Stellungnahme liegt vor')
  expect(await logOf(row.id)).toHaveLength(1)
})

test('however many open a case of a product at once, there is one', async () => {
  const product = await aProduct()
  await aCatalogue()
  const opened = await Promise.all(
    Array.from({ length: 4 }, () =>
      transaction((publish) =>
        openCase(publish, null, {
          ...{ productId: product.id, scenarioIds: [], reason: 'expiry', opening: 'reopen' },
          state: 'triage',
        }),
      ),
    ),
  )
  expect(opened.filter((one) => one !== undefined)).toHaveLength(1)
})

test('whoever proposed a case does not sign it, office or not', async () => {
  const officer = await anActor('school_dpo')
  const row = await aReviewCase({
    ...{ productId: (await aProduct()).id, state: 'opinion_draft', requestedBy: officer.id },
  })
  await expect(move(officer, row.id, 'sign')).rejects.toBeInstanceOf(Forbidden)
  expect(await logOf(row.id)).toHaveLength(0)
})
