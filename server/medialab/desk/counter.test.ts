import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aLab, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { place } from '../placing/commands.ts'
import { damageFor, damagesFor, damageTable } from './damages/views.ts'
import { assess, mend } from './damages/commands.ts'
import {
  handOut,
  markNoShow,
  prepare,
  saveList,
  recordWiped,
  tickAll,
  undoHandOut,
} from './handing/commands.ts'
import { handOutFor } from './handing/views.ts'
import {
  bring,
  bringRest,
  finish,
  recordDamage,
  scan,
  takeOut,
  undoFinish,
  withdrawDamage,
} from './returning/commands.ts'
import { takeBackFor } from './returning/views.ts'
import { troublesOf } from './troubles/views.ts'
import { deskFor } from './views.ts'

process.env.CLOCK = '2026-11-27T08:00:00Z'

let staff: Actor
let teacher: Actor
let schoolId: string
let set: Awaited<ReturnType<typeof aSet>>

const TODAY = { from: '2026-11-27', to: '2026-12-01', span: null }
const NEXT = { from: '2026-12-03', to: '2026-12-04', span: null }

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  schoolId = (await aSchool()).id
  staff = await anActor('smz_staff')
  teacher = await anActor('teacher', { schoolId })
  await aLab()
  set = await aSet({ name: 'VR-Set A', minLeadDays: 0 }, { code: 'VR-A', total: 3 })
  await parts(set.resource.id, [
    ...['22', '23', '24'].map((no) => ({ code: `VR-A-${no}`, name: `Brille ${no}`, isUnit: true })),
    { name: 'Kabel' },
    { code: 'VR-A-RT', name: 'Router', isCritical: true },
  ])
})

type Part = { name: string; code?: string; isUnit?: boolean; isCritical?: boolean }
const parts = (resourceId: string, all: Part[]) =>
  db()
    .insertInto('labParts')
    .values(all.map((part, position) => ({ resourceId, position, ...part })))
    .execute()

async function booked(
  given: { slug?: string; quantity?: number; when?: typeof TODAY; by?: Actor } = {},
): Promise<string> {
  const { slug = set.slug, quantity = 3, when = TODAY, by = teacher } = given
  const placed = await place(by, {
    ...{ offers: [{ slug, quantity }], dates: [when], schoolId, purpose: '6b Brüche' },
    ...{ subject: '', grade: null, participants: null, phone: '', plgId: null, projectId: null },
    ...{ isDelivered: false, outSiteId: null, skips: false, override: '', clientKey: randomUUID() },
  })
  if (placed.kind === 'refused') throw new Error(placed.faults[0]?.sentence)
  return placed.number
}

const at = (number: string) => ({ number, position: 1 })
const list = (ticked: { key: string; went: number; note: string }[], note = '') => ({
  ...{ version: 1, termin: 1, note, takenBy: '', ticked },
})
async function ticked(number: string) {
  const { groups } = await handOutFor(staff, number, 1)
  return groups.flatMap(({ lines }) =>
    lines.map(({ key, wanted, fault }) => ({ key, went: fault ? 0 : wanted, note: '' })),
  )
}
async function out(number: string) {
  await handOut(staff, at(number), list(await ticked(number)))
}
const back = (number: string) => takeBackFor(staff, number, { position: 1, scanned: null })
const lineOf = async (number: string, name: string) =>
  (await back(number)).lines.find((line) => line.name === name)?.id ?? ''
const damage = (line: string, given: object = {}) => ({
  ...{ clientKey: randomUUID(), termin: 1, line, category: 'broken' as const, description: '' },
  ...{ quantity: 1, isUnusable: true },
  ...given,
})
const resource = () =>
  db()
    .selectFrom('labResources')
    .where('id', '=', set.resource.id)
    .selectAll()
    .executeTakeFirstOrThrow()
const stateOf = async (number: string) => (await back(number)).date.state
const flags = async () =>
  (await db().selectFrom('labDates').select('id').execute()).map((d) => d.id)

test('out with a list, back one by one, over: with what really happened', async () => {
  const number = await booked()
  await tickAll(staff, at(number))
  expect(await handOutFor(staff, number, 1)).toMatchObject({
    version: 2,
    count: { went: 5, of: 5 },
  })
  await saveList(staff, { ...at(number), version: 2 }, list(await ticked(number)))
  await expect(tickAll(staff, { ...at(number), version: 2 })).rejects.toThrow('gerade geändert')
  const all = await ticked(number)
  const cable = (await handOutFor(staff, number, 1)).groups[0]?.lines.find(
    (l) => l.name === 'Kabel',
  )
  const without = all.filter(({ key }) => key !== cable?.key)
  await expect(handOut(staff, at(number), list(without))).rejects.toThrow('Kabel')
  await prepare(staff, at(number), list(without))
  expect(await stateOf(number)).toBe('prepared')
  await handOut(staff, at(number), list(without, 'In Reparatur'))
  expect(await stateOf(number)).toBe('out')

  await expect(finish(staff, at(number))).rejects.toThrow('Noch offen: Brille 22, Brille 23')
  expect(await scan(staff, at(number), 'vr-a-22 ')).toBe('VR-A-22')
  expect((await back(number)).standing).toBe('Teilweise zurück (1 von 3)')
  await expect(scan(staff, at(number), 'VR-A-22')).rejects.toThrow('Brille 22 ist schon zurück.')
  await expect(scan(staff, at(number), 'VR-A')).rejects.toThrow('das ganze Set')
  await expect(scan(staff, at(number), 'VR-A-2O')).rejects.toThrow(
    /^Kein Gerät mit Code VR-A-2O. Meinten/,
  )
  await scan(staff, at(number), 'https://lernen25.example/g/VR-A-23')
  await scan(staff, at(number), 'VR-A-24')
  await bringRest(staff, at(number))
  await finish(staff, at(number))
  const view = await back(number)
  expect(view).toMatchObject({ standing: 'Abgeschlossen', can: { takeBack: false } })
  expect(view.handover?.outAt).toBeInstanceOf(Date)
  expect(view.handover?.backBy).toContain(staff.lastName)
  await expect(scan(staff, at(number), 'VR-A-22')).rejects.toThrow('steht auf „Abgeschlossen“')
})

test('a finished return that was a slip goes on, for a short while and while nobody else has it', async () => {
  const number = await booked()
  await out(number)
  const claims = () =>
    db().selectFrom('labClaims').select(['isActive', 'blocked']).orderBy('id').execute()
  const before = await claims()
  await bring(
    staff,
    at(number),
    (await back(number)).lines.map(({ id }) => ({ id, count: Infinity })),
  )
  await finish(staff, at(number))
  expect(await claims()).not.toEqual(before)
  await expect(undoFinish(teacher, at(number))).rejects.toBeInstanceOf(Forbidden)
  await undoFinish(await anActor('smz_staff'), at(number))
  expect(await claims()).toEqual(before)
  expect(await stateOf(number)).toBe('partly_back')
  expect((await back(number)).handover?.finishedAt).toBeNull()
  await expect(undoFinish(staff, at(number))).rejects.toThrow('steht auf')
  await finish(staff, at(number))
  const other = await anActor('teacher', { schoolId })
  const taken = await booked({ when: { ...TODAY, from: '2026-11-30' }, by: other })
  expect(await stateOf(taken)).toBe('confirmed')
  await expect(undoFinish(staff, at(number))).rejects.toThrow('vorgemerkt')
  const longAgo = { finishedAt: new Date('2026-11-27T07:50:00Z') }
  await db().updateTable('labHandovers').set(longAgo).execute()
  await expect(undoFinish(staff, at(number))).rejects.toThrow('nicht mehr zurücknehmen')
})

test('a set comes back broken: one fewer, and whoever booked all of it is told with other times', async () => {
  const other = await anActor('teacher', { schoolId })
  const number = await booked()
  const next = await booked({ when: NEXT, by: other })
  await out(number)
  await scan(staff, at(number), 'VR-A-22')
  const line = await lineOf(number, 'Brille 23')
  const given = damage(line)
  await recordDamage(staff, at(number), given, null)
  await recordDamage(staff, at(number), given, null)
  expect(await resource()).toMatchObject({ total: 3, broken: 1 })
  const [trouble] = await troublesOf(await flags())
  expect(trouble?.sentence).toContain('1 davon ist nach einem Schaden nicht nutzbar')
  await scan(staff, at(number), 'VR-A-24')
  await bringRest(staff, at(number))
  await finish(staff, at(number))
  expect((await back(number)).standing).toBe('Zurück mit Schaden')

  const [{ number: no } = { number: 0 }] = (await damagesFor(staff, '', 1)).lines
  const { damage: one } = await damageFor(staff, no)
  await assess(staff, no, { version: one.version, state: 'closed', estimate: 8990, staffNote: '' })
  expect(await stateOf(number)).toBe('closed')
  expect(await damageTable(staff, 'closed')).toContain(';89,90;')
  await mend(staff, no, { version: one.version + 1 })
  expect(await resource()).toMatchObject({ broken: 0 })
  expect(await troublesOf(await flags())).toEqual([])
  expect(await stateOf(next)).toBe('confirmed')
})

test('what is lost is missing, turns up again, and a slip is taken back', async () => {
  const number = await booked()
  await out(number)
  const line = await lineOf(number, 'Brille 22')
  await recordDamage(staff, at(number), damage(line, { category: 'lost' }), null)
  expect((await back(number)).progress).toMatchObject({ back: 0, missing: 1, of: 3 })
  expect(await resource()).toMatchObject({ broken: 1 })
  const [one] = (await back(number)).damages
  await withdrawDamage(staff, at(number), one?.number ?? 0)
  expect((await back(number)).progress).toMatchObject({ back: 0, missing: 0, isAny: false })
  expect(await resource()).toMatchObject({ broken: 0 })
  expect(await stateOf(number)).toBe('out')
  await scan(staff, at(number), 'VR-A-22')
  await takeOut(staff, at(number), line)
  expect(await stateOf(number)).toBe('out')
  await undoHandOut(staff, at(number))
  expect(await stateOf(number)).toBe('confirmed')
})

test('with data on it nothing goes out before they are gone, and that is kept', async () => {
  const camera = await aSet({ holdsData: true, minLeadDays: 0 }, { code: 'CAM-A' })
  const number = await booked({ slug: camera.slug, quantity: 1 })
  await out(number)
  const [line] = (await back(number)).lines
  await bring(staff, at(number), [{ id: line?.id ?? '', count: 1 }])
  await finish(staff, at(number))
  expect(await stateOf(number)).toBe('back')
  const again = await booked({ slug: camera.slug, quantity: 1 })
  await expect(out(again)).rejects.toThrow('noch Daten')
  await recordWiped(staff, { code: 'CAM-A' })
  expect(await stateOf(number)).toBe('closed')
  expect(await db().selectFrom('labWipes').select('wipedBy').execute()).toEqual([
    { wipedBy: staff.id },
  ])
  await expect(recordWiped(staff, { code: 'CAM-A' })).rejects.toThrow('nichts mehr')
  await out(again)
  expect(await stateOf(again)).toBe('out')
})

test('the one field leads to what one means', async () => {
  const number = await booked()
  const found = async (typed: string) => (await deskFor(staff, typed)).found
  const handing = { kind: 'place', path: `/theke/ausgabe/${number}` }
  expect(await found('vr-a')).toEqual(handing)
  expect(await found('VR-A-22')).toEqual(handing)
  expect(await found(number)).toEqual(handing)
  expect(await found(`${teacher.firstName} ${teacher.lastName}`)).toEqual(handing)
  expect(await found('VR-B')).toMatchObject({
    ...{ kind: 'unknown', sentence: 'Kein Gerät mit Code VR-B.' },
    near: [{ code: 'VR-A', name: 'VR-Set A' }],
  })
  expect(await found("'; drop table %_ --")).toMatchObject({ kind: 'unknown', near: [] })
  await out(number)
  const back = { kind: 'place', path: `/theke/rueckgabe/${number}` }
  expect(await found('VR-A')).toEqual(back)
  const day = await deskFor(staff, '')
  expect(day).toMatchObject({ goingOut: [], comingIn: [], overdue: [], found: { kind: 'nothing' } })
})

test('two at once: handed out once, finished once, scanned once', async () => {
  const number = await booked()
  const ok = async (all: Promise<unknown>[]) =>
    (await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled').length
  const all = list(await ticked(number))
  expect(await ok([1, 2, 3].map(() => handOut(staff, at(number), all)))).toBe(1)
  expect(await ok([1, 2, 3].map(() => scan(staff, at(number), 'VR-A-22')))).toBe(1)
  await Promise.all(['VR-A-23', 'VR-A-24'].map((code) => scan(staff, at(number), code)))
  await bringRest(staff, at(number))
  expect(await ok([1, 2].map(() => finish(staff, at(number))))).toBe(1)
  expect(await stateOf(number)).toBe('closed')
})

test('nobody came: free for others', async () => {
  const number = await booked()
  const later = await booked({ when: { ...NEXT, from: '2026-12-07', to: '2026-12-08' } })
  await expect(markNoShow(staff, at(later))).rejects.toThrow('steht auf „Gebucht“')
  await markNoShow(staff, at(number))
  expect(await stateOf(number)).toBe('no_show')
  expect(await booked()).not.toBe(number)
})
