import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aSoftware } from '#db/factories/cycle.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aSchool } from '#db/factories/school.ts'
import { anOpinion, aProduct, aRelease, aReviewCase, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { cyclesOf, findCycle } from './views.ts'

beforeEach(() => emptyDatabase())

const dayFromNow = (days: number) => localDayOf(new Date(now().getTime() + days * 24 * 60 * 60_000))
const PILOT = { kind: 'pilot', validFrom: dayFromNow(-30), validUntil: dayFromNow(120) }
const FOREVER = { validUntil: '2099-07-31' }
const OVER = { validFrom: '2020-01-01', validUntil: '2020-02-01' }
type Given = {
  release?: Parameters<typeof aRelease>[0] extends infer One ? Partial<One> : never
  objection?: boolean
  review?: boolean
  pilotOf?: 'this' | 'other'
  status?: string
}

/** What is known of an app that a Vorhaben of a Gesamtschule and a Gymnasium names, and whether G2 waits for it. */
test.each([
  ['released for all', { release: FOREVER }, true],
  [
    'released for both',
    { release: { ...FOREVER, schoolForms: ['comprehensive', 'grammar'] } },
    true,
  ],
  ['released for one of two', { release: { ...FOREVER, schoolForms: ['grammar'] } }, false],
  ['on trial here', { release: PILOT, pilotOf: 'this' }, true],
  ['on trial elsewhere', { release: PILOT, pilotOf: 'other' }, false],
  ['run out', { release: OVER }, false],
  ['withdrawn', { release: { ...FOREVER, endedAs: 'withdrawn', endedAt: new Date() } }, false],
  ['suspended', { release: { ...FOREVER, suspendedAt: new Date() } }, false],
  ['objected to', { objection: true }, false],
  ['in review', { review: true }, false],
  ['not reviewed', {}, false],
  ['not reviewed, whatever its authors say', { status: 'released' }, false],
] as [string, Given, boolean][])('%s', async (_, given, isKnown) => {
  const plg = await aPlg({ phase: 'design' })
  for (const schoolForm of ['comprehensive', 'grammar']) {
    const school = await aSchool({ schoolForm })
    const teacher = await anActor('teacher', { schoolId: school.id })
    await aMember({ plgId: plg.id, personId: teacher.id, schoolId: school.id })
    await db()
      .insertInto('plgSeats')
      .values({ plgId: plg.id, schoolId: school.id, consent: 'granted', since: new Date() })
      .execute()
  }
  const project = await aProject({ plgId: plg.id, status: 'planned' })
  const other = await aProject({ plgId: (await aPlg()).id })
  const product = await aProduct()
  const { id: scenarioId } = await aScenario({ productId: product.id })
  const projectId = given.pilotOf === 'other' ? other.id : project.id
  if (given.release)
    await aRelease({ ...given.release, scenarioId, ...(given.pilotOf ? { projectId } : {}) })
  if (given.review) await aReviewCase({ productId: product.id })
  if (given.objection) {
    const of = { productId: product.id, state: 'closed', closedAt: new Date() }
    const { id: caseId } = await aReviewCase(of)
    await anOpinion({ caseId, scenarioId, verdict: 'objection', recommendedUntil: null })
  }
  await aSoftware(project.id, given.status ?? 'unknown')
  await db().updateTable('projectSoftware').set({ productId: product.id }).execute()
  expect((await findCycle(plg.id))?.unknownSoftware).toHaveLength(isKnown ? 0 : 1)
})

test('each PLG by its own, many in one query', async () => {
  const plgs = [await aPlg({ phase: 'design' }), await aPlg({ phase: 'design' })]
  const released = await aProduct()
  await aRelease({ ...FOREVER, scenarioId: (await aScenario({ productId: released.id })).id })
  for (const [at, plg] of plgs.entries()) {
    const project = await aProject({ plgId: plg.id })
    await aSoftware(project.id)
    if (at === 0)
      await db()
        .updateTable('projectSoftware')
        .set({ productId: released.id })
        .where('projectId', '=', project.id)
        .execute()
  }
  const rows = await cyclesOf(plgs.map(({ id }) => id))
  const missing = new Map(rows.map(({ id, unknownSoftware }) => [id, unknownSoftware.length]))
  expect(plgs.map(({ id }) => missing.get(id))).toEqual([0, 1])
})
