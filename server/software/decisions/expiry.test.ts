import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import {
  aProduct,
  aRelease,
  aReviewCase,
  aScenario,
  anAdoption,
  anOpinion,
} from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { type StandingRow, standings } from '../standing/sql.ts'
import { expireReleases, remindOfEnds } from './expiry/commands.ts'
import { historyFor, reportsWaitingFor, statusFor } from './history/views.ts'
import { reportPilot, stepRelease } from './running/commands.ts'
import { consequencesOf } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  // What earlier tests left in the queue.
  await takeJobs()
})

const at = (day: string) => new Date(`${day}T08:00:00Z`)

async function work(): Promise<void> {
  for (const { reaction, payload } of await takeJobs())
    await queuedReactionNamed(reaction)?.run(payload)
}

async function aReleased(validUntil: string, more: object = {}) {
  const product = await aProduct()
  const scenario = await aScenario({ productId: product.id })
  const release = await aRelease({
    ...{ scenarioId: scenario.id, validFrom: '2026-01-01', validUntil, ...more },
  })
  return { product, scenario, release }
}

async function standingOn(day: string, scenarioId: string) {
  const set = standings({ today: day, form: null, schools: [] })
  const { rows } = await sql<StandingRow>`select * from ${set} st`.execute(db())
  return rows.find((row) => row.scenarioId === scenarioId)?.name
}

test('a release ends by the day, whether or not the job has run; what is suspended stays refused', async () => {
  const running = await aReleased('2026-10-31')
  const halted = await aReleased('2026-10-31', { suspendedAt: at('2026-10-01') })
  const days = ['2026-10-31', '2026-11-01', '2027-01-29', '2027-01-30']
  const shown = async () => {
    const ids = [running.scenario.id, halted.scenario.id]
    return Promise.all(ids.flatMap((id) => days.map((day) => standingOn(day, id))))
  }
  const before = await shown()
  expect(before).toEqual([
    ...['approved', 'expired', 'expired', 'not_reviewed'],
    ...Array<string>(4).fill('not_approved'),
  ])
  expect(await expireReleases(at('2026-10-31'))).toBe(0)
  expect(await expireReleases(at('2026-11-01'))).toBe(1)
  expect(await expireReleases(at('2026-11-01'))).toBe(0)
  expect((await shown()).slice(1)).toEqual(before.slice(1))
})

test('reminders go out 90, 60 and 30 days before, once each, and none from before the release', async () => {
  const { release } = await aReleased('2026-12-31')
  await aReleased('2026-12-31', { validFrom: '2026-12-10' })
  const days = [
    '2026-10-01',
    '2026-10-02',
    '2026-10-02',
    '2026-11-10',
    '2026-12-01',
    '2026-12-02',
    '2027-01-01',
  ]
  const sent = []
  for (const day of days) sent.push(await remindOfEnds(at(day)))
  expect(sent).toEqual([0, 1, 0, 1, 1, 0, 0])
  const events = await db()
    .selectFrom('releaseEvents')
    .where('releaseId', '=', release.id)
    .orderBy('id')
    .select('days')
    .execute()
  expect(events.map(({ days: left }) => left)).toEqual([90, 60, 30])
})

test('everybody concerned gets one line, as many as were announced', async () => {
  const { product, scenario, release } = await aReleased('2099-10-31')
  const head = await anActor('principal')
  const [follower, requester, demander] = [await anActor(), await anActor(), await anActor()]
  const schoolId = head.memberships[0]?.schoolId ?? ''
  const delegate = await anActor('digital_officer', { schoolId })
  await anActor('teacher', { schoolId })
  await anAdoption({ schoolId, scenarioId: scenario.id, productId: product.id })
  const row = { schoolId, personId: delegate.id, givenAt: new Date() }
  await db().insertInto('adoptionDelegates').values(row).execute()
  const follow = (personId: string) =>
    db()
      .insertInto('softwareFollows')
      .values({ productId: product.id, personId, since: new Date() })
      .execute()
  // Who follows and decides at a school is told once.
  await follow(follower.id)
  await follow(head.id)
  const { id: caseId } = await aReviewCase({ productId: product.id, requestedBy: requester.id })
  const demand = { caseId, personId: demander.id, at: new Date() }
  await db().insertInto('reviewDemands').values(demand).execute()
  expect(await consequencesOf(product.id)).toEqual({ schools: 1, persons: 5 })

  const officer = await anActor('school_dpo')
  const step = { releaseId: release.id, step: 'suspend' as const, reason: 'Ein Vorfall' }
  await stepRelease(officer, step)
  await work()
  const told = await db().selectFrom('notifications').select(['personId', 'kind']).execute()
  const kindOf = (person: { id: string }) =>
    told.filter(({ personId }) => personId === person.id).map(({ kind }) => kind)
  expect(told).toHaveLength(5)
  for (const person of [head, delegate]) expect(kindOf(person)).toEqual(['software.use-suspended'])
  for (const person of [follower, requester, demander])
    expect(kindOf(person)).toEqual(['software.standing-suspended'])
})

test('at the end of a pilot those who tried are asked for their report, until it is there', async () => {
  const plg = await aPlg()
  const project = await aProject({ plgId: plg.id })
  const [member, guest] = [await anActor(), await anActor()]
  await aMember({ plgId: plg.id, personId: member.id })
  await aMember({ plgId: plg.id, personId: guest.id, role: 'guest' })
  const pilot = { kind: 'pilot', projectId: project.id, validFrom: '2026-05-01' }
  const { release } = await aReleased('2026-10-31', pilot)
  const told = async () => {
    await work()
    const rows = await db().selectFrom('notifications').select(['personId', 'kind']).execute()
    return rows.filter(({ kind }) => kind.startsWith('software.pilot-'))
  }
  await remindOfEnds(at('2026-10-02'))
  expect(await told()).toEqual([{ personId: member.id, kind: 'software.pilot-ending' }])
  await expireReleases(at('2026-11-01'))
  await expireReleases(at('2026-11-01'))
  expect((await told()).slice(1)).toEqual([{ personId: member.id, kind: 'software.pilot-ended' }])
  expect(await reportsWaitingFor(member)).toHaveLength(1)
  expect(await reportsWaitingFor(guest)).toEqual([])
  const report = { result: 'Es hat geholfen.', recommendation: 'release' as const }
  await reportPilot(member, { releaseId: release.id, ...report })
  expect(await reportsWaitingFor(member)).toEqual([])
})

test('visitors read no refusal, neither in the history nor in the status for other systems', async () => {
  const { product, scenario, release } = await aReleased('2099-10-31')
  const row = await aReviewCase({ productId: product.id, state: 'closed', closedAt: new Date() })
  const officer = await anActor('school_dpo')
  const step = { releaseId: release.id, step: 'withdraw' as const, reason: 'Datenabfluss' }
  await stepRelease(officer, step)
  await anOpinion({
    ...{ caseId: row.id, scenarioId: scenario.id, verdict: 'objection', recommendedUntil: null },
    ...{ reasoning: 'Datenabfluss in Drittländer', givenAt: new Date() },
  })
  const read = JSON.stringify([
    await historyFor(null, product.slug, 1),
    await statusFor(product.slug),
  ])
  expect(read).not.toMatch(/Datenabfluss|objection|withdrawn|not_approved/)
  expect(read).toContain('not_reviewed')
  const signedIn = JSON.stringify(await historyFor(officer, product.slug, 1))
  expect(signedIn).toContain('Datenabfluss in Drittländer')
  expect(signedIn).toContain('school_dpo')
})

test('six thousand releases end within five seconds', async () => {
  const product = await aProduct()
  const scenario = await aScenario({ productId: product.id })
  await sql`insert into software_scenarios (variant_id, product_id, label, device_scenario, pupil_account, created_at)
    select ${scenario.variantId}::uuid, ${product.id}::uuid, 'Nutzung ' || i, 'byod', 'none', now()
    from generate_series(1, 6000) i`.execute(db())
  await sql`insert into releases (scenario_id, kind, valid_from, valid_until, decided_name, decided_at, mode)
    select id, 'general', '2026-01-01', '2026-10-31', 'Jens Albrecht', '2026-01-01', 'on_opinion' from software_scenarios`.execute(
    db(),
  )
  const started = performance.now()
  expect(await remindOfEnds(at('2026-10-02'))).toBe(6001)
  await expireReleases(at('2026-11-01'))
  expect(performance.now() - started).toBeLessThan(5_000)
  const { count } = await db()
    .selectFrom('releases')
    .where('endedAs', '=', 'expired')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(6001)
})
