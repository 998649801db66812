import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptRole, aConceptVersion } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { addComment, hideComment, showComment, takeCommentBack } from './comments/commands.ts'
import { editAim, endAim, proposeAim, putInForce, takeAim, takeBackAim } from './commands.ts'
import { aimFor, aimsFor, waitingFor } from './views.ts'

beforeEach(() => emptyDatabase())

const words = (title: string) => ({
  ...{ title, body: '', dimension: null, competencies: ['2.3'], serves: null, commentsUntil: null },
})
const asked = (title: string, replaces: string | null = null) => ({
  ...{ ...words(title), kind: 'network' as const, replaces, clientKey: randomUUID() },
})
const numberOf = (path: string) => path.split('/').at(-1)

/** As if the time for comments on all proposals were over since yesterday. */
const afterComments = () =>
  db()
    .updateTable('networkGoals')
    .set({ commentsUntil: dayIn(-1) })
    .where('state', '=', 'draft')
    .execute()
const dayIn = (days: number) => localDayOf(new Date(now().getTime() + days * 86_400_000))

async function inForce(title: string) {
  const smz = await anActor('smz_staff')
  const number = numberOf(await proposeAim(smz, asked(title)))
  await afterComments()
  await putInForce(smz, number)
  const { aim } = await aimFor(null, number)
  return { smz, number, aim }
}

test('a proposal is for confirmed people, holds once the SMZ says so, and keeps its words then', async () => {
  const teacher = await anActor()
  const input = asked('Quellen prüfen')
  const paths = await Promise.all([proposeAim(teacher, input), proposeAim(teacher, input)])
  expect(new Set(paths).size).toBe(1)
  const number = numberOf(paths[0])
  await expect(aimFor(null, number)).rejects.toThrow()
  await expect(putInForce(teacher, number)).rejects.toThrow()
  await editAim(teacher, number, { ...words('Quellen prüfen ab 5'), version: 1 })
  await expect(editAim(teacher, number, { ...words('Spät'), version: 1 })).rejects.toThrow(
    'geändert',
  )
  const smz = await anActor('smz_staff')
  await expect(putInForce(smz, number)).rejects.toThrow('Schulen können noch bis')
  await afterComments()
  await putInForce(smz, number)
  expect((await aimFor(null, number)).aim).toMatchObject({ title: 'Quellen prüfen ab 5' })
  await expect(editAim(teacher, number, { ...words('Anders'), version: 3 })).rejects.toThrow()
})

test('a new wording ends the one before; both stay readable, and there is one proposal at a time', async () => {
  const { smz, aim, number } = await inForce('Alt')
  const next = numberOf(await proposeAim(smz, asked('Neu', aim.id)))
  await expect(proposeAim(smz, asked('Noch neuer', aim.id))).rejects.toThrow('bereits')
  await afterComments()
  await putInForce(smz, next)
  expect((await aimFor(null, number)).aim.state).toBe('ended')
  expect((await aimFor(null, number)).replacedBy?.title).toBe('Neu')
  const { network, ended } = await aimsFor(null)
  expect([network.map(({ title }) => title), ended.map(({ title }) => title)]).toEqual([
    ['Neu'],
    ['Alt'],
  ])
  await endAim(smz, next)
  expect((await aimsFor(null)).network).toEqual([])
})

test('schools are counted by what they have published, as far as it reaches the reader', async () => {
  const { aim } = await inForce('Gemeinsam')
  for (const visibility of ['public', 'network', 'school']) {
    const { id } = await aConcept()
    const version = await aConceptVersion({ conceptId: id, published: 'public' })
    const goal = { title: 'Ziel', dueOn: '2027-01-31', status: 'active', networkGoalId: aim.id }
    await db()
      .insertInto('conceptVersionGoals')
      .values([0, 1].map((position) => ({ versionId: version.id, position, visibility, ...goal })))
      .execute()
  }
  expect((await aimsFor(null)).network[0]?.schools).toBe(1)
  expect((await aimsFor(await anActor())).network[0]?.schools).toBe(2)
})

test('a school takes it once, however many press', async () => {
  const { number } = await inForce('Gemeinsam')
  const concept = await aConcept()
  const actor = await anActor('teacher', { schoolId: concept.schoolId })
  await aConceptRole({ conceptId: concept.id, personId: actor.id })
  const take = () => takeAim(actor, number, { conceptId: concept.id, clientKey: randomUUID() })
  const paths = await Promise.all([take(), take()])
  expect(paths[0]).toBe(paths[1])
  await expect(
    takeAim(await anActor(), number, { conceptId: concept.id, clientKey: randomUUID() }),
  ).rejects.toThrow()
})

async function proposal() {
  const author = await anActor()
  const number = numberOf(await proposeAim(author, asked('Gemeinsam')))
  const school = await aSchool({ name: 'Schule am Wall' })
  const teacher = await anActor('teacher', { schoolId: school.id })
  const input = { schoolId: school.id, body: 'Das hilft uns.', clientKey: randomUUID() }
  return { author, number, school, teacher, input }
}
const bodies = async (...asked: Parameters<typeof aimFor>) =>
  (await aimFor(...asked)).comments.list.map(({ body }) => body)

test('schools comment until the day, each form once, under the name of the school; visitors read nothing of it', async () => {
  const { number, teacher, input, author } = await proposal()
  await Promise.all([addComment(teacher, number, input), addComment(teacher, number, input)])
  const { list, schools } = (await aimFor(teacher, number)).comments
  expect(list).toMatchObject([{ school: 'Schule am Wall', body: 'Das hilft uns.', isOwn: true }])
  expect(list[0]).not.toHaveProperty('authorId')
  expect(schools).toEqual([{ value: input.schoolId, label: 'Schule am Wall' }])
  const stranger = addComment(author, number, { ...input, clientKey: randomUUID() })
  await expect(stranger).rejects.toThrow()
  await afterComments()
  const late = { ...input, clientKey: randomUUID() }
  await expect(addComment(teacher, number, late)).rejects.toThrow('keine Stellungnahme mehr')
  expect((await aimFor(teacher, number)).comments.schools).toEqual([])
  await putInForce(await anActor('smz_staff'), number, { decision: 'Viele wollen es.' })
  expect((await aimFor(null, number)).comments.list).toEqual([])
  expect((await aimFor(null, number)).aim.decision).toBe('Viele wollen es.')
  expect(await bodies(author, number)).toEqual(['Das hilft uns.'])
})

test('the SMZ hides what does not belong there; its author reads why, and takes it back', async () => {
  const { number, teacher, input, author } = await proposal()
  const smz = await anActor('smz_staff')
  await addComment(teacher, number, input)
  const [comment = ''] = (await aimFor(smz, number)).comments.list.map(({ id }) => id)
  await expect(hideComment(author, number, { comment, reason: 'Nein' })).rejects.toThrow()
  await hideComment(smz, number, { comment, reason: 'Nennt ein Kind' })
  expect(await bodies(author, number)).toEqual([])
  expect((await aimFor(teacher, number)).comments.list[0]?.hiddenReason).toBe('Nennt ein Kind')
  await showComment(smz, number, comment)
  expect(await bodies(author, number)).toHaveLength(1)
  await expect(takeCommentBack(author, number, comment)).rejects.toThrow()
  await takeCommentBack(teacher, number, comment)
  expect(await bodies(smz, number)).toEqual([])
})

test('a proposal is decided once, with a reason where it is taken back, and frees its place for another wording', async () => {
  const { smz, aim } = await inForce('Alt')
  const next = numberOf(await proposeAim(smz, asked('Neu', aim.id)))
  await afterComments()
  const decision = { decision: 'Zu wenige Schulen' }
  const both = await Promise.allSettled([
    putInForce(smz, next, { decision: '' }),
    takeBackAim(smz, next, decision),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const other = numberOf(await proposeAim(smz, asked('Ganz anders')))
  await takeBackAim(smz, other, decision)
  expect((await aimFor(smz, other)).aim).toMatchObject({ state: 'withdrawn', ...decision })
  await expect(aimFor(null, other)).rejects.toThrow()
  expect((await aimsFor(null)).withdrawn).toEqual([])
})

test('a wording taken back lets another be proposed', async () => {
  const { smz, aim } = await inForce('Alt')
  const next = numberOf(await proposeAim(smz, asked('Neu', aim.id)))
  await takeBackAim(smz, next, { decision: 'Doppelt' })
  await proposeAim(smz, asked('Besser', aim.id))
  expect((await aimFor(smz, numberOf(`/${aim.number}`))).replacedBy).toBeNull()
})

test('schools get a week at least; the SMZ is reminded once their time is over', async () => {
  const { author, number } = await proposal()
  const soon = { ...asked('Eilig'), commentsUntil: dayIn(2) }
  await expect(proposeAim(author, soon)).rejects.toThrow('eine Woche')
  const longer = { ...words('Gemeinsam'), commentsUntil: dayIn(60), version: 1 }
  await editAim(author, number, longer)
  expect((await aimFor(author, number)).aim.commentsUntil).toBe(dayIn(60))
  const smz = await anActor('smz_staff')
  expect(await waitingFor(smz)).toEqual([])
  await afterComments()
  expect((await waitingFor(smz))[0]?.text).toContain('„Gemeinsam“')
  expect(await waitingFor(author)).toEqual([])
})
