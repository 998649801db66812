import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptGoal, aConceptRole } from '#db/factories/concept.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aReference } from '#db/factories/reference.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { queuedReactionNamed, registerReactions } from '#server/platform/bus.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { historyFor } from '../history/views.ts'
import { checkIn } from './check-ins/commands.ts'
import { createGoal, editGoal, moveGoal, moveStatus, putGoalAway } from './commands.ts'
import { tellOfDue } from './due/commands.ts'
import { waitingFor } from './due/views.ts'
import { editGoalInput, goalStatusInput, newGoalInput } from './inputs.ts'
import { addMeasure, editMeasure } from './measures/commands.ts'
import { reactions } from './reactions.ts'
import { goalCards, goalFor, goalsFor, goalStanding, searchGoals } from './views.ts'

let school: Awaited<ReturnType<typeof aSchool>>
let concept: Awaited<ReturnType<typeof aConcept>>
let editor: Actor
let teacher: Actor
let outsider: Actor
let amt: Actor

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerReactions(reactions)
  school = await aSchool()
  concept = await aConcept({ schoolId: school.id })
  editor = await anActor('teacher', { schoolId: school.id })
  teacher = await anActor('teacher', { schoolId: school.id })
  outsider = await anActor('principal')
  amt = await anActor('school_authority_staff')
  await aConceptRole({ conceptId: concept.id, personId: editor.id })
})

const input = (given: object = {}) =>
  newGoalInput.parse({
    title: 'Erklärvideos',
    dueOn: '2027-01-29',
    clientKey: randomUUID(),
    ...given,
  })
const edit = (given: object = {}) =>
  editGoalInput.parse({ title: 'Erklärvideos', dueOn: '2027-01-29', version: 1, ...given })
const checkInOf = (given: object = {}) => ({
  ...{ mood: 'on_track' as const, text: 'Läuft gut', clientKey: randomUUID() },
  ...given,
})
const rows = () => db().selectFrom('conceptGoals').selectAll().orderBy('position').execute()

describe('who may what', () => {
  test('who writes creates; colleagues read; others and the Amt know nothing of it', async () => {
    const number = await createGoal(editor, school.slug, input({ owners: [teacher.id] }))
    await expect(createGoal(teacher, school.slug, input())).rejects.toThrow(Forbidden)
    await expect(createGoal(outsider, school.slug, input())).rejects.toThrow(NotFound)
    await expect(createGoal(amt, school.slug, input())).rejects.toThrow(NotFound)
    const page = (actor: Actor) => goalFor(actor, school.slug, String(number), 1)
    expect((await page(teacher)).can).toMatchObject({ write: false, checkIn: true })
    await expect(page(outsider)).rejects.toThrow(NotFound)
    await expect(page(amt)).rejects.toThrow(NotFound)
  })

  test('who has taken a goal on checks in; another colleague does not', async () => {
    const goal = await createGoal(editor, school.slug, input({ owners: [teacher.id] }))
    await checkIn(teacher, school.slug, goal, checkInOf())
    const other = await anActor('teacher', { schoolId: school.id })
    await expect(checkIn(other, school.slug, goal, checkInOf())).rejects.toThrow(Forbidden)
    await expect(checkIn(outsider, school.slug, goal, checkInOf())).rejects.toThrow(NotFound)
    expect((await goalFor(teacher, school.slug, String(goal), 1)).checkIns.total).toBe(1)
  })

  test('what those who write keep to themselves is nowhere for colleagues', async () => {
    const number = await createGoal(editor, school.slug, input({ visibility: 'authors' }))
    const { id } = (await rows())[0] ?? { id: '' }
    await checkIn(editor, school.slug, number, checkInOf())
    const search = new URLSearchParams()
    const seen = async (actor: Actor) => [
      (await goalsFor(actor, school.slug, search, 1)).rows.length,
      (await goalCards(actor, [id])).length,
      (await searchGoals(actor, ['erklärvideos'], 5)).length,
      (await historyFor(actor, school.slug, 1)).rows.length,
      Number((await goalStanding(actor, id)).canRead),
    ]
    expect(await seen(editor)).toEqual([1, 1, 1, 2, 1])
    expect(await seen(teacher)).toEqual([0, 0, 0, 0, 0])
    await expect(goalFor(teacher, school.slug, String(number), 1)).rejects.toThrow(NotFound)
  })

  test('only colleagues own; only goals of the concept are parents', async () => {
    const bad = createGoal(editor, school.slug, input({ owners: [outsider.id] }))
    await expect(bad).rejects.toMatchObject({ field: 'owners' })
    const elsewhere = await aConceptGoal({ conceptId: (await aConcept()).id })
    const strange = createGoal(editor, school.slug, input({ parentId: elsewhere.id }))
    await expect(strange).rejects.toMatchObject({ field: 'parentId' })
  })
})

describe('at once', () => {
  test('the same form twice is one goal, and one line of its history', async () => {
    const one = input()
    const numbers = await Promise.all([1, 2, 3].map(() => createGoal(editor, school.slug, one)))
    expect(new Set(numbers).size).toBe(1)
    expect(await rows()).toHaveLength(1)
    expect((await historyFor(editor, school.slug, 1)).total).toBe(1)
  })

  test('of two who edit one is told what stands there now', async () => {
    const number = String(await createGoal(editor, school.slug, input()))
    const results = await Promise.allSettled([
      editGoal(editor, school.slug, number, edit({ title: 'Podcasts' })),
      editGoal(editor, school.slug, number, edit({ title: 'Filme' })),
    ])
    const lost = results.find((one) => one.status === 'rejected')
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(lost?.reason).toBeInstanceOf(Conflict)
    const [goal] = await rows()
    expect((lost?.reason as Conflict).theirs).toContain(goal?.title)
  })

  test('the same check-in twice is one', async () => {
    const goal = await createGoal(editor, school.slug, input())
    const said = checkInOf()
    await Promise.all([1, 2].map(() => checkIn(editor, school.slug, goal, said)))
    expect((await goalFor(editor, school.slug, String(goal), 1)).checkIns.total).toBe(1)
  })

  test('measures: the same form twice is one, a stale edit is a conflict', async () => {
    const goal = String(await createGoal(editor, school.slug, input()))
    const place = { school: school.slug, goal }
    const about = { title: 'Kameras leihen', nextStep: '', dueOn: null, owners: [] }
    const form = { ...about, clientKey: randomUUID() }
    await Promise.all([addMeasure(editor, place, form), addMeasure(editor, place, form)])
    const { measures } = await goalFor(editor, school.slug, goal, 1)
    expect(measures).toHaveLength(1)
    const measure = measures[0]?.id ?? ''
    const change = { ...about, status: 'doing' as const, blockedBy: '', version: 1 }
    await editMeasure(editor, { ...place, measure }, change)
    await expect(editMeasure(editor, { ...place, measure }, change)).rejects.toThrow(Conflict)
    await expect(addMeasure(teacher, place, { ...form, clientKey: randomUUID() })).rejects.toThrow(
      Forbidden,
    )
  })
})

describe('status', () => {
  test.each(['partly_achieved', 'dropped', 'deferred'])(
    '%s says why, twice over',
    async (status) => {
      const parsed = goalStatusInput.safeParse({ status, version: 1 })
      expect(parsed.success).toBe(false)
      const goal = await aConceptGoal({ conceptId: concept.id })
      const past = db()
        .updateTable('conceptGoals')
        .set({ status })
        .where('id', '=', goal.id)
        .execute()
      await expect(past).rejects.toThrow(/check constraint/)
      const step = { status: status as 'dropped', statusReason: 'Zu groß', version: 1 }
      await moveStatus(editor, school.slug, String(goal.number), step)
      expect((await rows())[0]).toMatchObject({ status, statusReason: 'Zu groß' })
      // The same press again is no conflict.
      await moveStatus(editor, school.slug, String(goal.number), step)
    },
  )
})

test('away and back again; the order is that of who moves', async () => {
  const numbers = []
  for (const title of ['Eins', 'Zwei', 'Drei'])
    numbers.push(await createGoal(editor, school.slug, input({ title })))
  await moveGoal(editor, school.slug, { goal: numbers[2] ?? 0, way: 'up' })
  await putGoalAway(editor, school.slug, numbers[0] ?? 0, true)
  const titles = async () =>
    (await goalsFor(editor, school.slug, new URLSearchParams(), 1)).rows.map(({ title }) => title)
  expect(await titles()).toEqual(['Drei', 'Zwei'])
  await expect(goalFor(editor, school.slug, String(numbers[0]), 1)).rejects.toThrow(NotFound)
  await putGoalAway(editor, school.slug, numbers[0] ?? 0, false)
  expect(await titles()).toEqual(['Eins', 'Drei', 'Zwei'])
})

test('check-ins stay as they were said; the name may go', async () => {
  const goal = await createGoal(editor, school.slug, input())
  await checkIn(editor, school.slug, goal, checkInOf())
  const change = db().updateTable('goalCheckIns').set({ text: 'Anders' }).execute()
  await expect(change).rejects.toThrow(/appended/)
  await db().updateTable('goalCheckIns').set({ byId: null }).execute()
})

async function work(): Promise<string[]> {
  for (const { reaction, payload } of await takeJobs())
    await transaction(async () => queuedReactionNamed(reaction)?.run(payload))
  const lines = await db().selectFrom('notifications').select(['kind']).orderBy('kind').execute()
  return lines.map(({ kind }) => kind)
}

test('owners hear seven days before the day and on it, each once; a new day is told anew', async () => {
  const goal = await createGoal(editor, school.slug, input({ owners: [editor.id] }))
  const on = (day: string) => tellOfDue(new Date(`${day}T10:00:00Z`))
  await on('2027-01-20')
  expect(await work()).toEqual([])
  await Promise.all([on('2027-01-23'), on('2027-01-23')])
  await on('2027-01-24')
  await on('2027-01-29')
  expect(await work()).toEqual(['concepts.goal-due', 'concepts.goal-near'])
  await db().deleteFrom('notifications').execute()
  await editGoal(
    editor,
    school.slug,
    String(goal),
    edit({ dueOn: '2027-02-05', owners: [editor.id] }),
  )
  await on('2027-02-01')
  expect(await work()).toEqual(['concepts.goal-near'])
})

test('what one has taken on and is late waits on Heute, for colleagues only', async () => {
  await createGoal(editor, school.slug, input({ dueOn: '2026-01-29', owners: [editor.id] }))
  expect(await waitingFor(editor)).toHaveLength(1)
  expect(await waitingFor(teacher)).toEqual([])
  const former = { ...editor, memberships: [] }
  expect(await waitingFor(former)).toEqual([])
})

test('owners hear when an app that their goal builds on changes its standing', async () => {
  await createGoal(editor, school.slug, input({ owners: [editor.id] }))
  const [goal] = await rows()
  const app = { kind: 'software', id: randomUUID() }
  await aReference({ kind: 'concept-goal', id: goal?.id ?? '' }, app, { kind: 'relation' })
  const run = queuedReactionNamed('concepts.tell-of-software')
  await transaction(async () => run?.run({ productId: app.id }))
  expect(await work()).toEqual(['concepts.link-software'])
})

test('a refusal changes nothing', async () => {
  const refused = createGoal(editor, school.slug, input({ networkGoalId: randomUUID() }))
  await expect(refused).rejects.toThrow(Refusal)
  expect(await rows()).toEqual([])
})
