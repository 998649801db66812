import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { anExperience, aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHomes } from '#server/platform/homes.ts'
import { registerThings } from '#server/platform/things.ts'
import { plg as plgArea } from '#server/plg/area.ts'
import { projects as projectArea } from '#server/projects/area.ts'
import { attachPlg, detachPlg } from '../plgs/commands.ts'
import { plgsOf } from '../plgs/views.ts'
import { editExperience, putAway, writeExperience } from './commands.ts'
import type { WriteExperience } from './inputs.ts'
import { type ExperienceFacts, may } from './policy.ts'
import { editingFor, experienceCards, experiencesFor, newExperienceFor } from './views.ts'

let product: Awaited<ReturnType<typeof aProduct>>

beforeEach(async () => {
  await emptyDatabase()
  registerThings([...(plgArea.things ?? []), ...(projectArea.things ?? [])])
  registerHomes(plgArea.homes ?? [])
  product = await aProduct({ slug: 'buchwerk', name: 'Buchwerk' })
})

const about: Omit<WriteExperience, 'clientKey'> = {
  ...{ scenarioId: null, schoolId: null, projectId: null, subject: '', gradeBand: '' },
  ...{ setting: 'Zwei Stunden an Stationen', learningEffect: 4, effort: 2, stability: 5 },
  ...{ text: '', again: 'yes', isChecked: false },
}
const write = (given: Partial<typeof about> = {}) => ({
  ...{ ...about, ...given },
  clientKey: randomUUID(),
})
const rows = () => db().selectFrom('experienceReports').selectAll().execute()

describe('telling', () => {
  test('the same form twice at once is one report', async () => {
    const teacher = await anActor()
    const form = write()
    await Promise.all([1, 2, 3].map(() => writeExperience(teacher, 'buchwerk', form)))
    expect(await rows()).toHaveLength(1)
    expect(await rows()).toMatchObject([{ authorId: teacher.id, wouldUseAgain: true }])
  })

  test('is for those who are confirmed, about an app they may see', async () => {
    const pending = await anActor('teacher', { state: 'pending' })
    const forbidden = { name: 'Forbidden' }
    await expect(writeExperience(pending, 'buchwerk', write())).rejects.toMatchObject(forbidden)
    await expect(newExperienceFor(pending, 'buchwerk')).rejects.toMatchObject(forbidden)
    await aProduct({ slug: 'weg', state: 'removed' })
    await expect(writeExperience(await anActor(), 'weg', write())).rejects.toMatchObject({
      name: 'NotFound',
    })
    expect(await rows()).toEqual([])
  })

  test('only with own school and own Vorhaben, and without names of children', async () => {
    const teacher = await anActor()
    const strange = await aProject({ plgId: (await aPlg()).id })
    const tell = (given: Partial<typeof about>) =>
      writeExperience(teacher, 'buchwerk', write(given))
    await expect(tell({ projectId: strange.id })).rejects.toMatchObject({
      field: 'projectId',
    })
    await expect(tell({ schoolId: randomUUID() })).rejects.toMatchObject({
      name: 'Forbidden',
    })
    await expect(tell({ text: 'Emre aus der 6b war schnell.' })).rejects.toMatchObject({
      field: 'isChecked',
    })
    await tell({ text: 'Emre aus der 6b war schnell.', isChecked: true })
    expect(await rows()).toHaveLength(1)
  })

  test('of two editions of the same text the second reads the first', async () => {
    const teacher = await anActor()
    await writeExperience(teacher, 'buchwerk', write())
    const [{ id = '' } = {}] = await rows()
    const edit = (setting: string) =>
      editExperience(teacher, { slug: 'buchwerk', id }, { ...about, setting, version: 1 })
    const results = await Promise.allSettled([edit('Eins'), edit('Zwei')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    const [now] = await rows()
    expect(lost.reason).toMatchObject({ name: 'Conflict', theirs: now?.setting })
    const other = await anActor()
    await expect(editingFor(other, 'buchwerk', id)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(
      editExperience(other, { slug: 'buchwerk', id }, { ...about, version: 2 }),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('is taken back and brought again; a curator leaves a line in the protocol', async () => {
    const teacher = await anActor()
    const smz = await anActor('smz_staff')
    await writeExperience(teacher, 'buchwerk', write())
    const [{ id = '' } = {}] = await rows()
    const of = { slug: 'buchwerk', id }
    await putAway(teacher, { ...of, isDeleted: true })
    expect((await experiencesFor(teacher, 'buchwerk', 1)).rows).toEqual([])
    expect(await experienceCards(teacher, [id])).toEqual([])
    await putAway(smz, { ...of, isDeleted: false })
    expect((await experiencesFor(null, 'buchwerk', 1)).rows).toHaveLength(1)
    await expect(putAway(await anActor(), { ...of, isDeleted: true })).rejects.toMatchObject({
      name: 'Forbidden',
    })
    const entries = await db().selectFrom('auditEntries').select(['action', 'actorId']).execute()
    expect(entries).toEqual([{ action: 'software.experience-restored', actorId: smz.id }])
  })
})

describe('reading', () => {
  test('averages from three reports on, names for those who are signed in', async () => {
    const author = await anActor('teacher', { firstName: 'Unverwechselbar' })
    const of = { productId: product.id, authorId: author.id }
    await anExperience({ ...of, learningEffect: 5 })
    await anExperience({ ...of, learningEffect: 3, wouldUseAgain: false })
    await anExperience({ ...of, deletedAt: new Date() })
    expect((await experiencesFor(null, 'buchwerk', 1)).averages).toEqual({ count: 2, of: null })
    await anExperience({ ...of, learningEffect: 1 })
    const visited = await experiencesFor(null, 'buchwerk', 1)
    expect(visited.averages.of).toEqual({ learningEffect: 3, effort: 2, stability: 5, again: 2 })
    expect(JSON.stringify(visited)).not.toContain('Unverwechselbar')
    const pending = await anActor('teacher', { state: 'pending' })
    expect(JSON.stringify(await experiencesFor(pending, 'buchwerk', 1))).not.toContain('Unverw')
    expect(JSON.stringify(await experiencesFor(await anActor(), 'buchwerk', 1))).toContain('Unverw')
  })
})

const FACTS: ExperienceFacts[] = [
  { authorId: 'self', isDeleted: false },
  { authorId: 'self', isDeleted: true },
  { authorId: 'other', isDeleted: false },
  { authorId: null, isDeleted: true },
]
const EXPECTED: Record<string, string[][]> = {
  teacher: [['edit', 'delete'], ['restore'], [], []],
  principal: [['edit', 'delete'], ['restore'], [], []],
  smz_staff: [['edit', 'delete'], ['restore'], ['delete'], ['restore']],
  media_advisor: [['edit', 'delete'], ['restore'], ['delete'], ['restore']],
  school_dpo: [['edit', 'delete'], ['restore'], [], []],
  operator: [['edit', 'delete'], ['restore'], [], []],
}

test.each(Object.entries(EXPECTED))('what becomes of a report: %s', async (role, expected) => {
  const who = { ...(await anActor(role)), id: 'self' }
  const allowed = FACTS.map((facts) =>
    (['edit', 'delete', 'restore'] as const).filter((act) => may[act](who, facts)),
  )
  expect(allowed).toEqual(expected)
})

describe('PLGs that work with an app', () => {
  test('their members say so; of closed ones only members read it, of walled ones nothing can stand there', async () => {
    const member = await anActor()
    const stranger = await anActor()
    const open = await aPlg({ title: 'Offen' })
    const closed = await aPlg({ title: 'Geschlossen', joining: 'closed' })
    const walled = await aPlg({ title: 'Runde', kind: 'supervision', joining: 'closed' })
    for (const { id } of [open, closed, walled]) await aMember({ plgId: id, personId: member.id })
    for (const { id } of [open, closed]) await attachPlg(member, 'buchwerk', id)
    const hidden = { name: 'NotFound' }
    await expect(attachPlg(member, 'buchwerk', walled.id)).rejects.toMatchObject(hidden)
    await expect(attachPlg(stranger, 'buchwerk', open.id)).rejects.toMatchObject(hidden)
    await expect(detachPlg(stranger, 'buchwerk', open.id)).rejects.toMatchObject(hidden)
    const titles = async (who: typeof member | null) =>
      (await plgsOf(who, product.id)).attached.map(({ title }) => title).sort()
    expect(await titles(member)).toEqual(['Geschlossen', 'Offen'])
    expect(await titles(stranger)).toEqual(['Offen'])
    expect(await titles(null)).toEqual([])
    expect((await plgsOf(member, product.id)).choices).toEqual([])
    await detachPlg(member, 'buchwerk', closed.id)
    expect(await titles(member)).toEqual(['Offen'])
  })
})
