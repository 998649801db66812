import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aVisit, aVisitor } from '#db/factories/visit.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { bellFor } from '#server/notifications/views.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { agreeVisit } from './agreements/commands.ts'
import { agreeInput } from './agreements/inputs.ts'
import {
  holdVisit,
  prepareVisit,
  removeVisit,
  restoreVisit,
  shareVisit,
  writeDebrief,
  writeObservation,
} from './commands.ts'
import { decideRelease } from './releases/commands.ts'
import { releasesFor } from './releases/views.ts'
import { visitFor, visitThings, waitingFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
})

const schoolOf = (actor: Actor) => actor.memberships[0]?.schoolId ?? ''
const BEGUN = {
  startsAt: new Date('2026-09-01T08:00:00Z'),
  endsAt: new Date('2026-09-01T09:00:00Z'),
}

async function aVisitOfTwo(given: Partial<Parameters<typeof aVisit>[0]> = {}) {
  const host = await anActor()
  const visitor = await anActor()
  const visit = await aVisit({ hostId: host.id, hostSchoolId: schoolOf(host), ...given })
  await aVisitor({ visitId: visit.id, personId: visitor.id, schoolId: schoolOf(visitor) })
  return { host, visitor, visit, nr: String(visit.number) }
}

const versionOf = async (nr: string | number) =>
  (
    await db()
      .selectFrom('classroomVisits')
      .where('number', '=', Number(nr))
      .select('version')
      .executeTakeFirstOrThrow()
  ).version
const seen = async (nr: string | number) => ({ version: await versionOf(nr) })
const slugOf = async (id: string) =>
  (await db().selectFrom('schools').where('id', '=', id).select('slug').executeTakeFirstOrThrow())
    .slug

async function react() {
  for (let jobs = await takeJobs(); jobs.length > 0; jobs = await takeJobs())
    for (const { reaction, payload } of jobs) await queuedReactionNamed(reaction)?.run(payload)
}
const bellOf = async (actor: Actor) =>
  (await bellFor(actor, null)).groups.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))

async function shown(actor: Actor, nr: string | number) {
  const view = await visitFor(actor, String(nr))
  if (view.isDeleted) throw new Error('deleted')
  return view
}

describe('the release', () => {
  test('only the principal of the visitor’s school; the others are refused and nothing changes', async () => {
    const { host, visitor, visit, nr } = await aVisitOfTwo()
    const principal = await anActor('principal', { schoolId: schoolOf(visitor) })
    const other = await anActor('principal', { schoolId: schoolOf(host) })
    const form = {
      visitId: visit.id,
      personId: visitor.id,
      release: 'granted' as const,
      reason: '',
    }
    const slug = await slugOf(schoolOf(visitor))
    await expect(decideRelease(other, slug, form)).rejects.toThrow(Forbidden)
    await expect(decideRelease(visitor, slug, form)).rejects.toThrow(Forbidden)
    await expect(decideRelease(other, await slugOf(schoolOf(host)), form)).rejects.toThrow(NotFound)
    expect((await shown(host, nr)).visit.isReleased).toBe(false)
    expect((await waitingFor(principal)).map(({ id }) => id)).toEqual([
      `visit-releases:${schoolOf(visitor)}`,
    ])
    await decideRelease(principal, slug, form)
    expect((await shown(host, nr)).visit.isReleased).toBe(true)
    expect(await waitingFor(principal)).toEqual([])
    await react()
    for (const who of [host, visitor])
      expect(await bellOf(who)).toEqual([expect.stringContaining('hat freigegeben')])
  })

  test('the principal reads day and place, and no word of it', async () => {
    const { visitor, visit, nr } = await aVisitOfTwo({
      ...{ focus: 'GEHEIM', debrief: 'GEHEIM', lesson: 'GEHEIM', state: 'debriefed' },
    })
    await db()
      .updateTable('classroomVisitors')
      .set({ observation: 'GEHEIM' })
      .where('visitId', '=', visit.id)
      .execute()
    const principal = await anActor('principal', { schoolId: schoolOf(visitor) })
    const view = await releasesFor(principal, await slugOf(schoolOf(visitor)), null)
    expect(view.releases.rows).toHaveLength(1)
    expect(JSON.stringify(view)).not.toContain('GEHEIM')
    expect(await visitThings(principal, [visit.id])).toEqual([])
    await expect(visitFor(principal, nr)).rejects.toThrow(NotFound)
  })

  test('a no needs its reason; the visit cannot be held then', async () => {
    const { host, visitor, visit, nr } = await aVisitOfTwo(BEGUN)
    const principal = await anActor('deputy_principal', { schoolId: schoolOf(visitor) })
    const slug = await slugOf(schoolOf(visitor))
    const form = { visitId: visit.id, personId: visitor.id, release: 'refused' as const }
    await expect(decideRelease(principal, slug, { ...form, reason: '' })).rejects.toMatchObject({
      field: 'reason',
    })
    await decideRelease(principal, slug, { ...form, reason: 'Klassenfahrt' })
    await expect(holdVisit(host, nr, await seen(nr))).rejects.toThrow('nicht freigegeben')
    const reasons = async (who: Actor) => (await shown(who, nr)).visitors.map((one) => one.reason)
    expect(await reasons(visitor)).toEqual(['Klassenfahrt'])
    expect(await reasons(host)).toEqual([''])
  })
})

describe('what was seen', () => {
  test('focus, observation, debrief, and who reads them', async () => {
    const plg = await aPlg()
    const { host, visitor, nr } = await aVisitOfTwo({ ...BEGUN, plgId: plg.id })
    const member = await anActor()
    await aMember({ plgId: plg.id, personId: member.id, schoolId: schoolOf(member) })
    const focus = { focus: 'Wer redet?', preTalkDay: undefined, preTalkTime: undefined }
    await prepareVisit(host, nr, { ...focus, ...(await seen(nr)) })
    await holdVisit(host, nr, await seen(nr))
    await writeObservation(visitor, nr, { observation: 'Alle.' })
    await writeDebrief(host, nr, { debrief: 'Gut so.', ...(await seen(nr)) })
    expect((await shown(visitor, nr)).words).toMatchObject({ debrief: 'Gut so.' })
    await expect(visitFor(member, nr)).rejects.toThrow(NotFound)
    await shareVisit(host, nr, { shareWith: 'plg', ...(await seen(nr)) })
    expect((await shown(member, nr)).visitors[0]?.observation).toBe('Alle.')
    expect((await shown(member, nr)).visitors[0]?.release).toBeNull()
    await shareVisit(host, nr, { shareWith: 'none', ...(await seen(nr)) })
    await expect(visitFor(member, nr)).rejects.toThrow(NotFound)
    const left = await shown(visitor, nr)
    expect([left.words, left.visitors[0]?.observation]).toEqual([null, ''])
    await expect(shareVisit(visitor, nr, { shareWith: 'pair', version: 1 })).rejects.toThrow(
      Forbidden,
    )
  })

  test('an outdated form overwrites nothing and shows what stands there', async () => {
    const { host, nr } = await aVisitOfTwo({ ...BEGUN, state: 'held' })
    const { version } = await seen(nr)
    await writeDebrief(host, nr, { debrief: 'Eins', version })
    await expect(writeDebrief(host, nr, { debrief: 'Zwei', version })).rejects.toThrow(Conflict)
    await expect(writeDebrief(host, nr, { debrief: 'Zwei', version })).rejects.toMatchObject({
      theirs: 'Eins',
    })
    expect((await shown(host, nr)).words?.debrief).toBe('Eins')
  })

  test('taken away it is gone for everybody; its host brings it back', async () => {
    const { host, visitor, nr } = await aVisitOfTwo({ ...BEGUN, state: 'held' })
    await expect(removeVisit(visitor, nr, await seen(nr))).rejects.toThrow(Forbidden)
    await removeVisit(host, nr, await seen(nr))
    await expect(visitFor(visitor, nr)).rejects.toThrow(NotFound)
    expect((await visitFor(host, nr)).isDeleted).toBe(true)
    await restoreVisit(host, nr)
    expect((await shown(visitor, nr)).visit.state).toBe('held')
  })

  test.each(['0', '-1', 'x', '99999999999', '1; drop', ''])('no visit is called %s', async (nr) => {
    await expect(visitFor(await anActor(), nr)).rejects.toThrow(NotFound)
  })
})

describe('inside a PLG', () => {
  test('by the host it is agreed, by a visitor it waits; strangers and outsiders are refused', async () => {
    const plg = await aPlg()
    const [host, guest, outsider] = [await anActor(), await anActor(), await anActor()]
    for (const one of [host, guest])
      await aMember({ plgId: plg.id, personId: one.id, schoolId: schoolOf(one) })
    const form = (hostId: string, visitors: string[]) =>
      agreeInput.parse({
        ...{ clientKey: randomUUID(), lesson: 'Brüche', hostId, visitors },
        ...{ day: '2049-03-01', from: '08:00', to: '08:45' },
      })
    const agreed = await agreeVisit(host, plg.slug, form(host.id, [guest.id]))
    expect((await shown(guest, agreed)).visit.state).toBe('accepted')
    const asked = await agreeVisit(guest, plg.slug, form(host.id, [guest.id]))
    expect((await shown(host, asked)).visit.state).toBe('requested')
    await expect(agreeVisit(guest, plg.slug, form(host.id, []))).rejects.toThrow(Refusal)
    await expect(agreeVisit(guest, plg.slug, form(host.id, [outsider.id]))).rejects.toThrow(Refusal)
    await expect(agreeVisit(host, plg.slug, form(host.id, [host.id]))).rejects.toThrow(Refusal)
    await expect(agreeVisit(outsider, plg.slug, form(outsider.id, [guest.id]))).rejects.toThrow(
      Forbidden,
    )
  })
})
