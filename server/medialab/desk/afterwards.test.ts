import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aLab, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aPdf } from '#db/factories/upload.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { fileToServe, filesOf } from '#server/files/views.ts'
import { registerHouse } from '#server/open.ts'
import { live, registerReactions } from '#server/platform/bus.ts'
import { keepIncoming } from '#server/platform/incoming.ts'
import { storage } from '#server/platform/storage.ts'
import { mend } from './damages/commands.ts'
import type { Category } from './damages/contract.ts'
import { labReminded } from './events.ts'
import { handOut } from './handing/commands.ts'
import { handOutFor } from './handing/views.ts'
import { remind, remindDue } from './overdue/commands.ts'
import { overdueFor } from './overdue/views.ts'
import { recordDamage, scan, takeOut, withdrawDamage } from './returning/commands.ts'
import { takeBackFor } from './returning/views.ts'
import { reportProblem } from './stickers/commands.ts'
import { stickerFor } from './stickers/views.ts'

process.env.CLOCK = '2026-11-27T08:00:00Z'

let staff: Actor
let teacher: Actor
let number: string
let dateId: string
let resourceId: string

/** Three goggles of a set are out since this morning, due on Tuesday, the first of December. */
beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  const school = await aSchool()
  staff = await anActor('smz_staff')
  teacher = await anActor('teacher', { schoolId: school.id })
  await aLab()
  await aLoan(school.id)
})

async function aLoan(schoolId: string) {
  const { resource } = await aSet({ name: 'VR-Set A' }, { code: 'VR-A', total: 3 })
  resourceId = resource.id
  await db()
    .insertInto('labParts')
    .values(
      ['22', '23', '24'].map((no, position) => ({
        ...{ resourceId, position, isUnit: true, code: `VR-A-${no}`, name: `Brille ${no}` },
      })),
    )
    .execute()
  const at = new Date('2026-11-20T08:00:00Z')
  const booking = await db()
    .insertInto('labBookings')
    .values({
      ...{ year: 2026, personId: teacher.id, schoolId, purpose: '6b', createdBy: teacher.id },
      ...{ createdAt: at, changedAt: at, clientKey: randomUUID() },
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
  number = `2026-${booking.number}`
  const [startsAt, endsAt] = [new Date('2026-11-26T23:00:00Z'), new Date('2026-12-01T23:00:00Z')]
  const date = await db()
    .insertInto('labDates')
    .values({
      ...{ bookingId: booking.id, position: 1, isLoan: true, state: 'confirmed', changedAt: at },
      ...{ startsAt, endsAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  dateId = date.id
  const blocked = `[${startsAt.toISOString()},${endsAt.toISOString()})`
  await db().insertInto('labClaims').values({ dateId, resourceId, quantity: 3, blocked }).execute()
  const { groups } = await handOutFor(staff, number, 1)
  const ticked = groups.flatMap(({ lines }) => lines.map(({ key }) => ({ key, went: 1, note: '' })))
  await handOut(staff, at1(), { version: 1, termin: 1, note: '', takenBy: '', ticked })
}

const at1 = () => ({ number, position: 1 })
const view = () => takeBackFor(staff, number, { position: 1, scanned: null })
const brokenNow = async () =>
  (
    await db()
      .selectFrom('labResources')
      .where('id', '=', resourceId)
      .select('broken')
      .executeTakeFirstOrThrow()
  ).broken
const damage = (line: string, category: Category = 'broken') => ({
  ...{ clientKey: randomUUID(), termin: 1, line, category, description: '', quantity: 1 },
  isUnusable: true,
})
async function given(bytes: Buffer, name: string) {
  async function* once() {
    await Promise.resolve()
    yield bytes
  }
  return { name, incoming: await keepIncoming(once(), 1_000_000) }
}

describe('a photo', () => {
  test('lies with its damage without place and camera, for the SMZ', async () => {
    const [line] = (await view()).lines
    const bytes = await sharp({
      create: { width: 60, height: 40, channels: 3, background: '#08c' },
    })
      .jpeg()
      .withExif({ IFD0: { Make: 'Kamerafirma' }, IFD3: { GPSLatitude: '51/1 26/1 5/1' } })
      .toBuffer()
    await recordDamage(staff, at1(), damage(line?.id ?? ''), await given(bytes, 'IMG_1.jpg'))
    const { id = '' } = (await db().selectFrom('labDamages').select('id').executeTakeFirst()) ?? {}
    const thing = { kind: 'lab-damage', id }
    const [file] = (await filesOf(staff, thing)).files
    const { key } = await fileToServe(staff, file?.id ?? '', { version: null, width: null })
    const kept = Buffer.from(await new Response((await storage().get(key))?.stream).arrayBuffer())
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
    expect(kept.includes('Kamerafirma')).toBe(false)
    await expect(filesOf(await anActor(), thing)).rejects.toMatchObject({ name: 'NotFound' })
  })

  test.each([
    ['a PDF', aPdf(), 'foto.pdf', 'kein Foto'],
    ['what calls itself one', Buffer.from('kein Bild'), 'foto.jpg', 'Datei'],
    ['half of one', Buffer.from('ffd8ffe000104a46', 'hex'), 'foto.jpg', 'Datei'],
  ])(
    'that is %s is refused with a sentence, and nothing is written',
    async (_, bytes, name, words) => {
      const [line] = (await view()).lines
      const sent = recordDamage(staff, at1(), damage(line?.id ?? ''), await given(bytes, name))
      await expect(sent).rejects.toMatchObject({ name: 'Refusal', field: 'file' })
      await expect(sent).rejects.toThrow(words)
      expect((await view()).damages).toEqual([])
      expect(await brokenNow()).toBe(0)
    },
  )
})

test('whatever is scanned, broken, lost, taken back and mended: nothing is doubled or lost', async () => {
  const act = fc.record({
    what: fc.constantFrom('scan', 'takeOut', 'broken', 'lost', 'withdraw', 'mend'),
    unit: fc.integer({ min: 0, max: 2 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      await emptyDatabase()
      const school = await aSchool()
      staff = await anActor('smz_staff')
      teacher = await anActor('teacher', { schoolId: school.id })
      await aLoan(school.id)
      for (const { what, unit } of acts) {
        await doing(what, unit)
        await expectSound()
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)

async function doing(what: string, unit: number): Promise<void> {
  const { lines } = await view()
  const line = lines[unit]
  if (!line) throw new Error('three units are out')
  const damages = await db()
    .selectFrom('labDamages')
    .where('handedId', '=', line.id)
    .where('withdrawnAt', 'is', null)
    .select(['number', 'version'])
    .orderBy('number', 'desc')
    .execute()
  const [last] = damages
  const work: Record<string, () => Promise<unknown>> = {
    scan: () => scan(staff, at1(), line.code ?? ''),
    takeOut: () => takeOut(staff, at1(), line.id),
    broken: () => recordDamage(staff, at1(), damage(line.id), null),
    lost: () => recordDamage(staff, at1(), damage(line.id, 'lost'), null),
    withdraw: async () => last && withdrawDamage(staff, at1(), last.number),
    mend: async () => last && mend(staff, last.number, last),
  }
  await work[what]?.().catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'Refusal') throw error
  })
}

async function expectSound(): Promise<void> {
  const { lines, date } = await view()
  for (const { went, back, missing, rest } of lines) {
    expect(back + missing + rest).toBe(went)
    expect(Math.min(back, missing, rest)).toBeGreaterThanOrEqual(0)
  }
  expect(date.state).toBe(lines.some(({ rest }) => rest === 0) ? 'partly_back' : 'out')
  // A unit is off as long as one live report says so, and the heap is smaller by just these.
  const off = await db()
    .selectFrom('labDamages')
    .where('withdrawnAt', 'is', null)
    .where('usableAgainAt', 'is', null)
    .where('isUnusable', '=', true)
    .select('partId')
    .distinct()
    .execute()
  const parts = await db()
    .selectFrom('labParts')
    .where('state', 'in', ['broken', 'lost'])
    .select('id')
    .execute()
  expect(parts.map(({ id }) => id).toSorted()).toEqual(off.map(({ partId }) => partId).toSorted())
  expect(await brokenNow()).toBe(off.length)
}

describe('reminders', () => {
  const sent = async () =>
    (await db().selectFrom('labReminders').select('kind').orderBy('kind').execute()).map(
      ({ kind }) => kind,
    )
  const morning = (day: string) => new Date(`${day}T08:00:00Z`)

  test('go out at −1, +1, +3 and +5 school days, each once however often one looks', async () => {
    await remindDue(morning('2026-11-29'))
    expect(await sent()).toEqual([])
    for (const day of ['2026-11-30', '2026-12-01', '2026-12-01'])
      await Promise.all([remindDue(morning(day)), remindDue(morning(day))])
    expect(await sent()).toEqual(['before'])
    await remindDue(morning('2026-12-02'))
    await remindDue(morning('2026-12-03'))
    expect(await sent()).toEqual(['before', 'first'])
    await remindDue(morning('2026-12-04'))
    expect(await sent()).toEqual(['before', 'first', 'second'])
    await remindDue(morning('2026-12-08'))
    expect(await sent()).toEqual(['before', 'first', 'school', 'second'])
  })

  test('that were missed while nothing ran are one, not four', async () => {
    const told: { kind: string }[] = []
    registerReactions([live(labReminded, (news) => void told.push(news))])
    await Promise.all([remindDue(morning('2026-12-20')), remindDue(morning('2026-12-20'))])
    const jobs = await db()
      .selectFrom('labReminders')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    expect(jobs.rows).toBe(4)
    expect(told.map(({ kind }) => kind)).toEqual(['school'])
    expect(await sent()).toEqual(['before', 'first', 'school', 'second'])
  })

  test('by hand only when it is due, and once a day', async () => {
    await expect(remind(staff, at1())).rejects.toThrow('noch nicht fällig')
    await db()
      .updateTable('labDates')
      .where('id', '=', dateId)
      .set({ endsAt: new Date('2026-11-26T23:30:00Z') })
      .execute()
    const first = await Promise.allSettled([remind(staff, at1()), remind(staff, at1())])
    expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(remind(teacher, at1())).rejects.toMatchObject({ name: 'Forbidden' })
    expect((await overdueFor(staff, 1)).lines).toHaveLength(0)
  })
})

describe('a sticker', () => {
  test('tells visitors whom to call, a borrower what is theirs, and leads the SMZ to the counter', async () => {
    expect(await stickerFor(null, 'vr-a')).toEqual({
      kind: 'visitor',
      card: {
        ...{ code: 'VR-A', name: 'VR-Set A', offer: 'VR-Set A' },
        ...{ owner: 'MediaLab', phone: '0203 0000' },
      },
    })
    expect(await stickerFor(staff, 'VR-A')).toEqual({ kind: 'counter', code: 'VR-A' })
    expect(await stickerFor(teacher, 'VR-A-22')).toMatchObject({ own: { number }, canReport: true })
    expect(await stickerFor(await anActor(), 'VR-A')).toMatchObject({ own: null, canReport: false })
    expect(await stickerFor(null, '../%00')).toMatchObject({ kind: 'unknown', phone: '0203 0000' })
  })

  test('takes a problem of one’s own loan once, which changes no stock, and none of others', async () => {
    const problem = { clientKey: randomUUID(), category: 'lost' as const, description: 'Weg' }
    await reportProblem(teacher, 'VR-A-22', problem, null)
    await reportProblem(teacher, 'VR-A-22', problem, null)
    const rows = await db().selectFrom('labDamages').select(['origin', 'item']).execute()
    expect(rows).toEqual([{ origin: 'borrower', item: 'Brille 22 (VR-A-22)' }])
    expect(await brokenNow()).toBe(0)
    const other = await anActor('teacher')
    await expect(reportProblem(other, 'VR-A-22', problem, null)).rejects.toMatchObject({
      name: 'NotFound',
    })
    await expect(reportProblem(teacher, 'XX-9', problem, null)).rejects.toMatchObject({
      name: 'NotFound',
    })
  })
})
