import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { releasesOf as releasesOfUse } from '#db/factories/decision.ts'
import { emptyDatabase } from '#db/testing.ts'
import { decide, inDays, type Setting, setting, sign, TODAY } from '#server/decision-setting.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import type { Verdict } from '../standing/contract.ts'
import { type ReleaseRecord, standingOf } from '../standing/rules.ts'
import { type StandingRow, standings } from '../standing/sql.ts'
import { setReleaseMode } from './commands.ts'
import type { Decision } from './contract.ts'
import { expireReleases } from './expiry/commands.ts'
import { proposeDeviation, settleProposal } from './proposals/commands.ts'
import { setStandard, stepRelease } from './running/commands.ts'

const releasesOf = (at: Setting) => releasesOfUse(at.scenario.id)

async function standingNow(at: Setting): Promise<StandingRow | undefined> {
  const set = standings({ today: TODAY, form: null, schools: [], products: [at.product.id] })
  const { rows } = await sql<StandingRow>`select * from ${set} st`.execute(db())
  return rows.find(({ scenarioId }) => scenarioId === at.scenario.id)
}

type Act =
  | { act: 'sign'; verdict: Verdict; withProject: boolean }
  | {
      act: 'mode' | 'decide' | 'step' | 'propose' | 'settle' | 'standard' | 'expire'
      pick: number
      who: 0 | 1
    }
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant('sign' as const),
    verdict: fc.constantFrom<Verdict>(
      ...(['no_personal_data', 'no_objection', 'no_objection_with_conditions'] as const),
      ...(['pilot_only', 'objection', 'not_assessable'] as const),
    ),
    withProject: fc.boolean(),
  }),
  fc.record({
    act: fc.constantFrom(
      'mode',
      'decide',
      'step',
      'step',
      'propose',
      'settle',
      'standard',
      'expire',
    ),
    pick: fc.nat(11),
    who: fc.constantFrom(0, 1),
  }),
)

const chosen = <T>(all: readonly T[], pick: number): T => all[pick % all.length] as T

type Doing = (at: Setting, pick: number, who: 0 | 1) => Promise<unknown>
const newestRelease = async (at: Setting) => (await releasesOf(at))[0]?.id
const pendingCase = () =>
  db()
    .selectFrom('reviewCases')
    .where('state', '=', 'release_pending')
    .select('number')
    .executeTakeFirst()

const DOING: Record<Exclude<Act['act'], 'sign'>, Doing> = {
  mode: (at, pick, who) =>
    setReleaseMode(at.managers[who], { mode: pick % 2 ? 'by_authority' : 'on_opinion' }),
  expire: () => expireReleases(new Date()),
  decide: async (at, pick, who) => {
    const pending = await pendingCase()
    const decision = chosen<Decision>(['release', 'pilot', 'refuse', 'stricter'], pick)
    return pending && decide(at, pending.number, decision, who)
  },
  step: async (at, pick, who) => {
    const releaseId = await newestRelease(at)
    const step = chosen(['suspend', 'resume', 'withdraw'] as const, pick)
    return releaseId && stepRelease(at.managers[who], { releaseId, step, reason: 'Darum.' })
  },
  standard: async (at, pick, who) => {
    const releaseId = await newestRelease(at)
    const input = { isStandard: pick % 2 === 0, supportLevel: 'city_support' as const }
    return releaseId && setStandard(at.managers[who], { releaseId, ...input })
  },
  propose: async (at, _pick, who) => {
    const opinion = await db()
      .selectFrom('opinions')
      .where('scenarioId', '=', at.scenario.id)
      .orderBy('number', 'desc')
      .select('id')
      .executeTakeFirst()
    const what = { scenarioId: at.scenario.id, opinionId: opinion?.id ?? '', conditions: [] }
    const given = { ...what, reason: 'Aus gutem Grund.', validUntil: inDays(400) }
    return opinion && proposeDeviation(at.managers[who], given)
  },
  settle: async (at, pick, who) => {
    const open = await db()
      .selectFrom('releaseProposals')
      .where('settledAt', 'is', null)
      .select('id')
      .executeTakeFirst()
    const answer = chosen(['confirm', 'decline', 'withdraw'] as const, pick)
    return open && settleProposal(at.managers[who], { proposalId: open.id, answer })
  },
}

async function doing(at: Setting, one: Act): Promise<unknown> {
  if (one.act !== 'sign') return DOING[one.act](at, one.pick, one.who)
  return (await pendingCase()) ? undefined : sign(at, one.verdict, one)
}

/** At most one release runs, what is shown is what the records say, and every end has its line. */
async function expectWhole(at: Setting): Promise<void> {
  const rows = await releasesOf(at)
  expect(rows.filter(({ endedAt, kind }) => !endedAt && kind !== 'pilot').length).toBeLessThan(2)
  const opinions = await db()
    .selectFrom('opinions')
    .where('scenarioId', '=', at.scenario.id)
    .orderBy('givenAt', 'desc')
    .orderBy('number', 'desc')
    .select(['id', 'verdict', 'givenAt'])
    .execute()
  const refusals = await db()
    .selectFrom('releaseRefusals')
    .where('scenarioId', '=', at.scenario.id)
    .orderBy('decidedAt', 'desc')
    .select('decidedAt')
    .execute()
  const pending = await db()
    .selectFrom('reviewCases')
    .where('state', 'not in', ['draft', 'closed', 'rejected_intake'])
    .select('id')
    .execute()
  const releases = rows.map((row) => ({
    ...(row as unknown as ReleaseRecord),
    verdict: (opinions.find(({ id }) => id === row.opinionId)?.verdict ?? null) as Verdict | null,
  }))
  const said = standingOf(
    {
      ...{ scenarioId: at.scenario.id, releases, refusals, hasOpenCase: pending.length > 0 },
      opinions: opinions as { verdict: Verdict; givenAt: Date }[],
    },
    TODAY,
  )
  const { name, until, releaseId } = said
  expect(await standingNow(at)).toMatchObject({ name, until, releaseId })
  const events = await db()
    .selectFrom('releaseEvents')
    .orderBy('id')
    .select(['releaseId', 'event'])
    .execute()
  for (const row of rows) {
    const own = events.filter((one) => one.releaseId === row.id).map(({ event }) => event)
    const ends = own.filter((event) => ['withdrawn', 'superseded', 'expired'].includes(event))
    expect(ends).toEqual(row.endedAs ? [row.endedAs] : [])
    const halts = own.filter((event) => event === 'suspended' || event === 'resumed')
    expect(row.suspendedAt !== null).toBe(halts.at(-1) === 'suspended')
  }
  // What the newest opinion objects to stands only where two persons said so after it.
  if (opinions[0]?.verdict === 'objection' && name.startsWith('approved'))
    expect(rows[0]).toMatchObject({ deviates: true })
}

test('no order of acts, also at once, makes two running releases or a status that contradicts its records', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(act, act), { minLength: 4, maxLength: 10 }),
      async (rounds) => {
        await emptyDatabase()
        registerHouse()
        const at = await setting()
        for (const round of rounds) {
          // Two cases of a product are never open at once.
          const all = round[0].act === 'sign' && round[1].act === 'sign' ? [round[0]] : round
          const results = await Promise.allSettled(all.map((one) => doing(at, one)))
          for (const result of results)
            if (result.status === 'rejected' && !isNo(result.reason)) throw result.reason
        }
        await expectWhole(at)
      },
    ),
    { numRuns: 20 },
  )
}, 120_000)

/** Refused, not broken; a case that opened meanwhile is the database's own "no". */
const isNo = (error: unknown) =>
  error instanceof Refusal ||
  error instanceof Forbidden ||
  String(error).includes('review_cases_open')
