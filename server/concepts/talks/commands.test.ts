import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aClass, aNeed, aSharedVersion, aTalk } from '#db/factories/talks.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { bellFor } from '#server/notifications/views.ts'
import { registerHouse } from '#server/open.ts'
import { datesOf } from '#server/platform/calendar.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { react } from '#server/platform/react-for-tests.ts'
import { acceptDate, proposeDates } from './appointments/commands.ts'
import { holdTalk, prepareTalk, remindOfTalks, shareConcept, unshareConcept } from './commands.ts'
import { openCycle } from './cycles/commands.ts'
import { roundFor } from './cycles/views.ts'
import { inviteToTalk } from './people/commands.ts'
import { answerForAuthority, answerForSchool, answerTogether } from './reflection/commands.ts'
import { reflectionFor } from './reflection/views.ts'
import { printOf } from './rules.ts'
import { sharedConceptFor, talkFor, talksFor } from './views.ts'

let principal: Actor
let amt: Actor
let schoolId: string

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
  schoolId = (await aSchool()).id
  principal = await anActor('principal', { schoolId })
  amt = await anActor('school_authority_staff')
})

const bellOf = async (actor: Actor) =>
  (await bellFor(actor, null)).groups.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))

const talkOf = async (number: number) =>
  db()
    .selectFrom('equipmentTalks')
    .where('number', '=', number)
    .selectAll()
    .executeTakeFirstOrThrow()

describe('a round', () => {
  const round = () => ({
    ...{ clientKey: randomUUID(), startsOn: '2026-08-01', months: 12, dueOn: '2026-10-31' },
  })

  test('gives every open school a talk, once, however often and by how many it is opened', async () => {
    await aSchool({ operation: 'closed' })
    await aSchool({ ownership: 'private_substitute' })
    const form = round()
    const other = await anActor('release_manager')
    await Promise.allSettled([
      openCycle(amt, form),
      openCycle(amt, form),
      openCycle(other, round()),
    ])
    const talks = await db().selectFrom('equipmentTalks').selectAll().execute()
    const open = await db()
      .selectFrom('schools')
      .where('operation', '=', 'open')
      .where('ownership', '=', 'public')
      .select('id')
      .execute()
    expect(talks.map((one) => one.schoolId).sort()).toEqual(open.map(({ id }) => id).sort())
    await expect(openCycle(amt, round())).rejects.toThrow(Refusal)
    await expect(openCycle(principal, round())).rejects.toThrow(Forbidden)
    await react()
    expect(await bellOf(principal)).toEqual([expect.stringContaining('steht an')])
  })

  test('who is late only the Amt sees', async () => {
    await openCycle(amt, round())
    const view = await roundFor(amt, new URLSearchParams({ stand: 'overdue' }))
    expect(view.talks.rows.map(({ isOverdue }) => isOverdue)).toEqual([true])
    await expect(roundFor(principal, new URLSearchParams())).rejects.toThrow(Forbidden)
    const own = await talksFor(principal, new URLSearchParams())
    expect(own.talks.rows.map(({ isOverdue }) => isOverdue)).toEqual([false])
  })
})

test('a date is proposed by one side and taken by the other; then it is in both calendars', async () => {
  const { number } = await aTalk({ schoolId })
  const lines = { day1: '2049-03-01', from1: '10:00', to1: '11:00' }
  const more = { day2: '2049-03-02', from2: '10:00', to2: '11:00' }
  await proposeDates(amt, String(number), { place: 'Rathaus', ...lines, ...more })
  await expect(
    proposeDates(amt, String(number), { place: '', ...lines, to1: '09:00' }),
  ).rejects.toMatchObject({ field: 'to1' })
  const { dates } = await talkFor(principal, String(number))
  const date = dates[1]?.id ?? ''
  await expect(acceptDate(amt, String(number), { date })).rejects.toThrow('andere Seite')
  await acceptDate(principal, String(number), { date })
  expect(await talkOf(number)).toMatchObject({ status: 'scheduled', place: 'Rathaus' })
  const span = { since: new Date('2026-01-01'), limit: 10 }
  for (const who of [principal, amt]) expect(await datesOf(who, span)).toHaveLength(1)
  expect(await datesOf(await anActor('principal'), span)).toEqual([])
  await react()
  expect(await bellOf(principal)).toEqual([expect.stringContaining('schlägt Termine vor')])
  expect(await bellOf(amt)).toEqual([expect.stringContaining('angenommen')])
})

test('each side prepares its own; two weeks before whoever is not ready is reminded once', async () => {
  const startsAt = new Date('2049-03-01T09:00:00Z')
  const endsAt = new Date('2049-03-01T10:00:00Z')
  const { number } = await aTalk({ schoolId, status: 'scheduled', startsAt, endsAt })
  await prepareTalk(amt, String(number), { print: printOf(''), notes: 'Zahlen', ready: 'on' })
  await expect(
    prepareTalk(amt, String(number), { print: printOf(''), notes: 'Neu' }),
  ).rejects.toMatchObject({ theirs: 'Zahlen' })
  expect(await talkOf(number)).toMatchObject({ authorityNotes: 'Zahlen', schoolNotes: '' })
  await remindOfTalks(new Date('2049-02-10T09:00:00Z'))
  await remindOfTalks(new Date('2049-02-20T09:00:00Z'))
  await remindOfTalks(new Date('2049-02-21T09:00:00Z'))
  await react()
  expect(await bellOf(principal)).toHaveLength(1)
  expect(await bellOf(amt)).toEqual([])
  await prepareTalk(principal, String(number), { print: printOf(''), notes: '', ready: 'on' })
  expect(await talkOf(number)).toMatchObject({ status: 'prepared' })
})

describe('what the Amt reads of the concept', () => {
  test('only the version that the school shares, until it takes it back', async () => {
    const { number } = await aTalk({ schoolId })
    const version = await aSharedVersion(schoolId)
    const secret = { versionId: version.id, kind: 'free', content: '{}', words: '' }
    await db()
      .insertInto('conceptVersionSections')
      .values([
        { ...secret, position: 0, title: 'Für alle', visibility: 'network', html: 'OFFEN' },
        { ...secret, position: 1, title: 'Nur wir', visibility: 'school', html: 'GEHEIM' },
      ])
      .execute()
    await expect(sharedConceptFor(amt, String(number))).rejects.toThrow(NotFound)
    await expect(shareConcept(amt, String(number), { versionId: version.id })).rejects.toThrow(
      Forbidden,
    )
    await shareConcept(principal, String(number), { versionId: version.id })
    const shown = JSON.stringify(await sharedConceptFor(amt, String(number)))
    expect(shown).toContain('OFFEN')
    expect(shown).not.toContain('GEHEIM')
    await unshareConcept(principal, String(number))
    await expect(sharedConceptFor(amt, String(number))).rejects.toThrow(NotFound)
  })

  test('never that of another school; the database refuses it, too', async () => {
    const talk = await aTalk({ schoolId })
    const foreign = await aSharedVersion((await aSchool()).id, { status: 'published' })
    await expect(
      shareConcept(principal, String(talk.number), { versionId: foreign.id }),
    ).rejects.toThrow(Refusal)
    await expect(
      db()
        .updateTable('equipmentTalks')
        .set({ versionId: foreign.id, sharedAt: new Date() })
        .where('id', '=', talk.id)
        .execute(),
    ).rejects.toThrow('talk_foreign_version')
  })
})

test('each side answers its own, what both conclude comes in the talk', async () => {
  const { id: classId } = await aClass()
  const { number } = await aTalk({ schoolId })
  const nr = String(number)
  const read = async (who: Actor) => {
    const view = await reflectionFor(who, nr)
    return view.rows[0] as (typeof view.rows)[number]
  }
  const { print } = await read(principal)
  const said = { frequency: 'daily' as const, usage: 'Film', benefit: 'Sprache', hindrance: '' }
  await answerForSchool(principal, nr, { class: classId, print: print.school, ...said })
  const facts = { facts: '30 Geräte', observation: '' }
  await answerForAuthority(amt, nr, { class: classId, print: print.authority, ...facts })
  await expect(
    answerForSchool(amt, nr, { class: classId, print: print.school, ...said }),
  ).rejects.toThrow(Forbidden)
  await expect(
    answerForSchool(principal, nr, { class: classId, print: print.school, ...said }),
  ).rejects.toThrow(Conflict)
  for (const who of [principal, amt])
    expect((await read(who)).answers).toMatchObject({ usage: 'Film', facts: '30 Geräte' })
  const joint = { class: classId, print: print.joint, conclusion: 'Bleibt' }
  await expect(answerTogether(amt, nr, joint)).rejects.toThrow(Forbidden)
  await db().updateTable('equipmentTalks').set({ status: 'held' }).execute()
  await answerTogether(amt, nr, joint)
  await expect(
    answerForSchool(principal, nr, {
      class: classId,
      print: (await read(principal)).print.school,
      ...said,
    }),
  ).rejects.toThrow(Forbidden)
})

test('who advises sees the talk when invited, and no other; another school never does', async () => {
  const { number } = await aTalk({ schoolId })
  const nr = String(number)
  const adviser = await anActor('media_advisor')
  const other = await anActor('principal')
  for (const who of [adviser, other]) await expect(talkFor(who, nr)).rejects.toThrow(NotFound)
  await expect(inviteToTalk(principal, nr, { person: other.id, name: '' })).rejects.toThrow(Refusal)
  await inviteToTalk(principal, nr, { person: adviser.id, name: '' })
  const view = await talkFor(adviser, nr)
  expect([view.can.plan, view.can.readShared, view.shared]).toEqual([false, false, null])
  expect((await talksFor(adviser, new URLSearchParams())).talks.rows).toHaveLength(1)
})

test('what is noted goes into the talk that is held', async () => {
  const { id: classId } = await aClass()
  const need = await aNeed({ schoolId, classId })
  const { number } = await aTalk({
    ...{ schoolId, status: 'scheduled', startsAt: new Date('2026-10-01T08:00:00Z') },
    endsAt: new Date('2026-10-01T09:00:00Z'),
  })
  await holdTalk(amt, String(number))
  expect((await talkFor(amt, String(number))).needs).toMatchObject([
    { id: need.id, state: 'in_talk' },
  ])
})
