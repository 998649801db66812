import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aSchool } from '#db/factories/school.ts'
import {
  aProduct,
  aRefusal,
  aReviewCase,
  aScenario,
  anOpinion,
  aRelease,
} from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import type { Condition, Verdict } from './contract.ts'
import { type ReleaseRecord, standingOf } from './rules.ts'
import { type StandingRow, standings } from './sql.ts'

const TODAY = '2026-11-22'
const day = fc.integer({ min: -200, max: 200 }).map((days) => {
  const at = new Date(`${TODAY}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
})
const moment = fc.integer({ min: 0, max: 20 }).map((hour) => new Date(Date.UTC(2026, 9, 1, hour)))
const condition = fc.constantFrom<Condition>(
  { id: 'a', kind: 'avv_required', text: 'AV-Vertrag', isMandatory: true },
  { id: 'b', kind: 'pseudonym_only', text: 'Pseudonym', isMandatory: true },
  { id: 'c', kind: 'no_images_of_pupils', text: 'Keine Bilder', isMandatory: false },
)
const aVerdict = fc.constantFrom<Verdict>('no_personal_data', 'no_objection', 'objection')
const aRecord = fc
  .record({
    kind: fc.constantFrom('general' as const, 'general' as const, 'pilot' as const),
    conditions: fc.array(condition, { maxLength: 2 }),
    days: fc.tuple(day, day).map((days) => days.toSorted()),
    decidedAt: moment,
    ended: fc.option(
      fc.record({ at: moment, as: fc.constantFrom('withdrawn', 'superseded', 'expired') }),
    ),
    suspendedAt: fc.option(moment, { freq: 3 }),
    verdict: fc.option(fc.constantFrom<Verdict>('no_personal_data', 'no_objection')),
  })
  .map((one) => (one.kind === 'pilot' ? { ...one, days: [one.days[0], one.days[0]] } : one))

const ANYWHERE = { today: TODAY, form: null, schools: [] }

beforeEach(() => emptyDatabase())

type Record = typeof aRecord extends fc.Arbitrary<infer R> ? R : never
type Ended = { at: Date; as: string } | null

test('lists say of every scenario what the rule says, whatever happened to it', async () => {
  const projectId = (await aProject({ plgId: (await aPlg()).id })).id
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(aRecord, { maxLength: 4, selector: ({ decidedAt }) => decidedAt.getTime() }),
      fc.uniqueArray(fc.record({ verdict: aVerdict, givenAt: moment }), {
        maxLength: 2,
        selector: ({ givenAt }) => givenAt.getTime(),
      }),
      fc.uniqueArray(moment, { maxLength: 2, selector: (at) => at.getTime() }),
      fc.boolean(),
      async (drawn, opinions, refusals, hasOpenCase) => {
        const product = await aProduct()
        const scenario = await aScenario({ productId: product.id })
        const at = { productId: product.id, scenarioId: scenario.id, projectId }
        const releases: ReleaseRecord[] = []
        for (const [one, ended] of oneOpen(drawn)) releases.push(await written(one, ended, at))
        for (const opinion of opinions)
          await anOpinion({
            ...{ caseId: await closedCase(product.id), scenarioId: scenario.id },
            ...opinion,
          })
        for (const decidedAt of refusals)
          await aRefusal({
            ...{ caseId: await closedCase(product.id), scenarioId: scenario.id, decidedAt },
          })
        if (hasOpenCase) await aReviewCase({ productId: product.id, scenarioIds: [scenario.id] })
        const { name, until, since, releaseId } = standingOf(
          {
            ...{ scenarioId: scenario.id, hasOpenCase },
            releases: releases.toSorted((a, b) => Number(b.decidedAt) - Number(a.decidedAt)),
            opinions: opinions.toSorted((a, b) => Number(b.givenAt) - Number(a.givenAt)),
            refusals: refusals
              .toSorted((a, b) => Number(b) - Number(a))
              .map((decidedAt) => ({ decidedAt })),
          },
          TODAY,
        )
        const rows = await listed({ ...ANYWHERE, products: [product.id] })
        expect(rows).toMatchObject([{ name, until, since, releaseId }])
        // Asked for the whole directory it is another statement.
        const all = await listed(ANYWHERE)
        expect(all.filter(({ productId }) => productId === product.id)).toEqual(rows)
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

/** At most one release may be open at a time, whichever kind: the database sees to that. */
function oneOpen(drawn: Record[]): [Record, Ended][] {
  const open = drawn.find(({ ended }) => ended === null)
  return drawn.map((one) => [
    one,
    one.ended ?? (one === open ? null : { at: one.decidedAt, as: 'superseded' }),
  ])
}

type At = { productId: string; scenarioId: string; projectId: string }

async function written(one: Record, ended: Ended, at: At): Promise<ReleaseRecord> {
  const [validFrom = TODAY, validUntil = TODAY] = one.days
  const facts = {
    ...{ kind: one.kind, validFrom, validUntil, decidedAt: one.decidedAt },
    ...{ suspendedAt: one.suspendedAt, endedAt: ended?.at ?? null },
    endedAs: (ended?.as ?? null) as ReleaseRecord['endedAs'],
  }
  const { id } = await aRelease({
    ...facts,
    scenarioId: at.scenarioId,
    conditions: JSON.stringify(one.conditions),
    projectId: one.kind === 'pilot' ? at.projectId : null,
    opinionId: one.verdict ? await opinionOfBefore(one.verdict, at.productId) : null,
  })
  return { id, ...facts, conditions: one.conditions, verdict: one.verdict }
}

/** An opinion that a release is built on, of another scenario: this one's opinions are drawn apart. */
async function opinionOfBefore(verdict: Verdict, productId: string): Promise<string> {
  const caseId = await closedCase(productId)
  const elsewhere = await aScenario({ productId: (await aProduct()).id })
  return (await anOpinion({ caseId, scenarioId: elsewhere.id, verdict })).id
}

test('a release for one form of school says nothing to another', async () => {
  const product = await aProduct()
  const scenario = await aScenario({ productId: product.id })
  await aRelease({ scenarioId: scenario.id, schoolForms: ['grammar'] })
  const names = await Promise.all(
    SCHOOL_FORMS.map(async (form) => [form, (await listed({ ...ANYWHERE, form }))[0]?.name]),
  )
  expect(names.filter(([, name]) => name === 'approved')).toEqual([['grammar', 'approved']])
})

test('a release for one school says nothing to another, and names none that does not exist', async () => {
  const [own, other] = [await aSchool(), await aSchool()]
  const scenario = await aScenario({ productId: (await aProduct()).id })
  const nameAt = async (...schools: string[]) => (await listed({ ...ANYWHERE, schools }))[0]?.name
  await expect(
    aRelease({ scenarioId: scenario.id, schoolIds: [own.id, scenario.id] }),
  ).rejects.toThrow('schools that exist')
  await expect(
    aRelease({ scenarioId: scenario.id, schoolIds: [own.id], kind: 'standard' }),
  ).rejects.toThrow('releases_standard')
  const { id } = await aRelease({ scenarioId: scenario.id, schoolIds: [own.id] })
  expect(await nameAt(own.id)).toBe('approved')
  expect(await nameAt(other.id)).toBe('not_reviewed')
  expect(await nameAt(other.id, own.id)).toBe('approved')
  expect(await nameAt()).toBe('approved')
  await expect(
    db()
      .updateTable('releases')
      .set({ schoolIds: [other.id] })
      .where('id', '=', id)
      .execute(),
  ).rejects.toThrow('never changed')
})

async function listed(of: Parameters<typeof standings>[0]): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`select * from ${standings(of)} st`.execute(db())
  return rows
}

async function closedCase(productId: string): Promise<string> {
  const closedAt = new Date('2026-09-02T08:00:00Z')
  return (await aReviewCase({ productId, state: 'closed', closedAt })).id
}
