import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aSet } from '#db/factories/lab.ts'
import { aReport, aUse } from '#db/factories/lab-report.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { now } from '#server/platform/clock.ts'
import { askForReports, declineReport, editReport, putReportAway, writeReport } from './commands.ts'
import type { WriteReport } from './inputs.ts'
import { may, type ReportFacts } from './policy.ts'
import { bandOf } from './rules.ts'
import {
  askCards,
  newReportFor,
  reportCards,
  reportFor,
  reportsFile,
  reportsFor,
  reportsOf,
  reportsWaitingFor,
  searchReports,
} from './views.ts'

process.env.CLOCK = '2026-11-27T08:00:00Z'
const hours = (count: number) => new Date(now().getTime() + count * 3_600_000)
const all = new URLSearchParams()
const hidden = { name: 'NotFound' }

let offer: Awaited<ReturnType<typeof aSet>>
let teacher: Awaited<ReturnType<typeof anActor>>

beforeEach(async () => {
  await emptyDatabase()
  offer = await aSet({ name: 'VR-Set' })
  teacher = await anActor()
})

const over = { state: 'closed', isLoan: true }
const use = (given: Partial<Parameters<typeof aUse>[0]> = {}) =>
  aUse({
    ...{ ...over, offerId: offer.id, personId: teacher.id },
    ...{ startsAt: hours(-72), endsAt: hours(-24), ...given },
  })
const about = (given: Partial<WriteReport> = {}): WriteReport => ({
  ...{ offer: offer.id, schoolForm: 'primary', gradeBand: '3-4', subject: 'mathematics' },
  ...{ usedFor: 'Stationen mit Brillen', learning: 5, handling: 3, robustness: 4, prepEffort: 2 },
  ...{ support: 5, recommendation: 'pool_only', conditions: '', isContact: false },
  ...{ visibility: 'network', isChecked: false, clientKey: randomUUID(), ...given },
})
const rows = () => db().selectFrom('labReports').selectAll().execute()

describe('telling', () => {
  test('the same form three times at once is one report; of two forms one is told so', async () => {
    const { name } = await use()
    const form = about()
    const ids = await Promise.all([1, 2, 3].map(() => writeReport(teacher, name, form)))
    expect(new Set(ids).size).toBe(1)
    await expect(writeReport(teacher, name, about())).rejects.toMatchObject({ field: 'offer' })
    expect(await rows()).toHaveLength(1)
  })

  test('of two different forms at once one is written', async () => {
    const { name } = await use()
    const results = await Promise.allSettled([1, 2].map(() => writeReport(teacher, name, about())))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rows()).toHaveLength(1)
  })

  test('is for whoever had it, when it is over, about what it was', async () => {
    const { name } = await use()
    const other = await aSet()
    await expect(writeReport(await anActor(), name, about())).rejects.toMatchObject(hidden)
    for (const strange of ['2025-1', '2026-999', 'x', ''])
      await expect(newReportFor(teacher, strange, '')).rejects.toMatchObject(hidden)
    await expect(writeReport(teacher, name, about({ offer: other.id }))).rejects.toMatchObject({
      field: 'offer',
    })
    const running = await use({ state: 'out' })
    await expect(writeReport(teacher, running.name, about())).rejects.toMatchObject({
      name: 'Refusal',
    })
    const inLab = await use({ state: 'confirmed', isLoan: false })
    await writeReport(teacher, inLab.name, about())
    await expect(
      writeReport(teacher, name, about({ usedFor: 'Emre aus der 6b war schnell.' })),
    ).rejects.toMatchObject({ field: 'isChecked' })
    expect(await rows()).toHaveLength(1)
  })

  test('of two editions of the same text the second reads the first', async () => {
    const { name } = await use()
    const id = await writeReport(teacher, name, about())
    const { clientKey: _, offer: __, ...form } = about()
    const results = await Promise.allSettled(
      ['Eins', 'Zwei'].map((usedFor) => editReport(teacher, id, { ...form, usedFor, version: 1 })),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [row] = await rows()
    const lost = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toMatchObject({ name: 'Conflict', theirs: row?.usedFor })
    await expect(editReport(await anActor(), id, { ...form, version: 2 })).rejects.toMatchObject(
      hidden,
    )
  })

  test('is taken away and brought back, unless there is a newer one', async () => {
    const { name } = await use()
    const smz = await anActor('smz_staff')
    const id = await writeReport(teacher, name, about())
    await expect(putReportAway(await anActor(), { id, isDeleted: true })).rejects.toMatchObject(
      hidden,
    )
    await putReportAway(smz, { id, isDeleted: true })
    await expect(reportFor(teacher, id)).rejects.toMatchObject(hidden)
    await putReportAway(teacher, { id, isDeleted: false })
    await putReportAway(teacher, { id, isDeleted: true })
    await writeReport(teacher, name, about())
    await expect(putReportAway(teacher, { id, isDeleted: false })).rejects.toMatchObject({
      name: 'Refusal',
    })
    const entries = await db().selectFrom('auditEntries').select(['action', 'actorId']).execute()
    expect(entries).toEqual([{ action: 'medialab.report-deleted', actorId: smz.id }])
  })
})

describe('asking', () => {
  test('each booking that is over is asked for once, until it is told or declined', async () => {
    const told = await use()
    const declined = await use({ state: 'confirmed', isLoan: false })
    await use({ state: 'cancelled' })
    await use({ state: 'out' })
    await use({ startsAt: hours(-900), endsAt: hours(-800) })
    const advice = await aSet({ kind: 'advice', isLent: false })
    await use({ offerId: advice.id })
    const counts = await Promise.all([askForReports(now()), askForReports(now())])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(await askForReports(now())).toBe(0)
    expect(await reportsWaitingFor(teacher)).toHaveLength(2)
    expect(await reportsWaitingFor(await anActor())).toEqual([])
    expect(await askCards(teacher, [told.id])).toMatchObject([
      { title: 'Wie war es mit „VR-Set“?' },
    ])
    expect(await askCards(await anActor(), [told.id])).toEqual([])
    await declineReport(teacher, declined.name)
    await writeReport(teacher, told.name, about())
    expect(await reportsWaitingFor(teacher)).toEqual([])
    expect(await askForReports(now())).toBe(0)
  })
})

describe('reading', () => {
  test('averages from three reports on; names only of those who want to be asked', async () => {
    const author = await anActor('teacher', { firstName: 'Unverwechselbar' })
    const of = { offerId: offer.id, authorId: author.id }
    await aReport({ ...of, learning: 5 })
    await aReport({ ...of, learning: 3, recommendation: 'base_equipment' })
    await aReport({ ...of, deletedAt: new Date() })
    expect((await reportsOf(null, offer.id)).together).toEqual({ count: 2, of: null })
    await aReport({ ...of, learning: 1, visibility: 'city' })
    expect((await reportsOf(null, offer.id)).together.count).toBe(2)
    expect((await reportsOf(author, offer.id)).together.count).toBe(3)
    const city = await anActor('school_authority_staff')
    expect((await reportsOf(city, offer.id)).together.of).toMatchObject({
      learning: 3,
      recommendations: { base_equipment: 1, pool_only: 2, not_recommended: 0 },
    })
    expect(JSON.stringify(await reportsFor(teacher, all))).not.toContain('Unverw')
    await aReport({ ...of, isContact: true })
    expect(JSON.stringify(await reportsFor(teacher, all))).toContain('Unverw')
    expect(JSON.stringify(await reportsOf(null, offer.id))).not.toContain('Unverw')
  })

  test('what is for the city is for nobody else, on any way', async () => {
    const { id } = await aReport({ offerId: offer.id, visibility: 'city', usedFor: 'Zwiespalt' })
    const city = await anActor('school_authority_staff')
    for (const who of [teacher, await anActor('principal'), await anActor('operator')]) {
      expect(await reportCards(who, [id])).toEqual([])
      expect(await searchReports(who, ['Zwiespalt'], 5)).toEqual([])
      expect((await reportsFor(who, all)).rows).toEqual([])
      await expect(reportFor(who, id)).rejects.toMatchObject(hidden)
    }
    expect(await searchReports(city, ['Zwiespalt'], 5)).toHaveLength(1)
    expect((await reportsFor(city, all)).rows).toHaveLength(1)
    await expect(
      reportsFor(await anActor('teacher', { state: 'pending' }), all),
    ).rejects.toMatchObject({ name: 'Forbidden' })
  })

  test('the file is for the city and names nobody', async () => {
    const author = await anActor('teacher', { lastName: 'Unverwechselbar' })
    await aReport({ offerId: offer.id, authorId: author.id, isContact: true, usedFor: '=1+1' })
    await expect(reportsFile(teacher, all)).rejects.toMatchObject({ name: 'Forbidden' })
    const { text } = await reportsFile(await anActor('smz_staff'), all)
    expect(text.split('\r\n')[1]).toContain("VR-Set;;;;'=1+1;4;4;4;4;4;Nur zum Ausleihen;")
    expect(text).not.toContain('Unverw')
  })

  test.each([
    ['angebot', 'gibt-es-nicht', 0],
    ['schulform', 'primary', 1],
    ['schulform', "'; drop table x", 2],
    ['empfehlung', 'base_equipment', 1],
    ['seite', '-7', 2],
  ])('the filter %s=%s shows %i', async (name, value, count) => {
    await aReport({ offerId: offer.id, schoolForm: 'primary' })
    await aReport({ offerId: offer.id, recommendation: 'base_equipment' })
    const shown = await reportsFor(teacher, new URLSearchParams({ [name]: value }))
    expect(shown.rows).toHaveLength(count)
  })
})

test.each([
  [null, ''],
  [0, ''],
  [1, '1-2'],
  [6, '5-6'],
  [13, '11-13'],
])('year %s is in band %s', (grade, band) => expect(bandOf(grade)).toBe(band))

const FACTS: ReportFacts[] = [
  { authorId: 'self', isDeleted: false, visibility: 'city' },
  { authorId: 'self', isDeleted: true, visibility: 'network' },
  { authorId: 'other', isDeleted: false, visibility: 'network' },
  { authorId: 'other', isDeleted: false, visibility: 'city' },
  { authorId: null, isDeleted: true, visibility: 'network' },
]
const OWN = [['read', 'edit', 'delete'], ['restore']]
const EXPECTED: Record<string, string[][]> = {
  teacher: [...OWN, ['read'], [], []],
  principal: [...OWN, ['read'], [], []],
  operator: [...OWN, ['read'], [], []],
  media_advisor: [...OWN, ['read'], [], []],
  school_authority_staff: [...OWN, ['read'], ['read'], []],
  smz_staff: [...OWN, ['read', 'delete'], ['read', 'delete'], ['restore']],
}
test.each(Object.entries(EXPECTED))('what becomes of a report: %s', async (role, expected) => {
  const who = { ...(await anActor(role)), id: 'self' }
  const allowed = FACTS.map((facts) =>
    (['read', 'edit', 'delete', 'restore'] as const).filter((act) => may[act](who, facts)),
  )
  expect(allowed).toEqual(expected)
})
