import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptRole } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { registerThings } from '#server/platform/things.ts'
import { giveRole, takeRole } from '../people/commands.ts'
import { peopleFor } from '../people/views.ts'
import { addReflection, takeReflection } from './commands.ts'
import { newReflectionInput } from './inputs.ts'
import { reflectionsFile, reflectionsFor } from './views.ts'

let school: Awaited<ReturnType<typeof aSchool>>
let concept: Awaited<ReturnType<typeof aConcept>>
let teacher: Actor
let colleague: Actor
let outsider: Actor
const source = { kind: 'plg-session', id: randomUUID() }

beforeEach(async () => {
  await emptyDatabase()
  school = await aSchool()
  concept = await aConcept({ schoolId: school.id })
  teacher = await anActor('teacher', { schoolId: school.id })
  colleague = await anActor('teacher', { schoolId: school.id })
  outsider = await anActor('principal')
  registerThings([
    {
      kind: 'plg-session',
      word: 'Termin',
      cards: (actor, ids) =>
        Promise.resolve(
          actor.id === teacher.id
            ? ids.map((id) => ({ id, title: 'Unser Treffen', context: '', path: '/plg/x' }))
            : [],
        ),
    },
  ])
})

const entry = (given: object = {}) =>
  newReflectionInput.parse({
    ...{ whatWeDid: 'Gefilmt', use: 'Jede Woche', benefit: 'Sie erklären besser' },
    ...{ heldOn: '2026-11-02', clientKey: randomUUID() },
    ...given,
  })
const log = async (actor: Actor, search = '') =>
  (await reflectionsFor(actor, school.slug, new URLSearchParams(search), 1)).rows

test('every colleague writes, nobody else; the same form twice is one entry', async () => {
  const form = entry()
  await Promise.all([1, 2].map(() => addReflection(teacher, school.slug, form)))
  expect(await log(colleague)).toMatchObject([
    { use: 'Jede Woche', benefit: 'Sie erklären besser' },
  ])
  await expect(addReflection(outsider, school.slug, entry())).rejects.toThrow(NotFound)
  const reader = await anActor('media_advisor')
  await aConceptRole({ conceptId: concept.id, personId: reader.id, role: 'reader' })
  expect(await log(reader)).toHaveLength(1)
  await expect(addReflection(reader, school.slug, entry())).rejects.toThrow(Forbidden)
})

test('an entry stays; a correction stands for it, once', async () => {
  await addReflection(teacher, school.slug, entry())
  const change = db().updateTable('conceptReflections').set({ benefit: 'Nichts' }).execute()
  await expect(change).rejects.toThrow(/appended/)
  const [first] = await log(teacher)
  const corrects = first?.id ?? ''
  const results = await Promise.allSettled(
    ['Doch viel', 'Doch wenig'].map((benefit) =>
      addReflection(colleague, school.slug, entry({ corrects, benefit })),
    ),
  )
  const lost = results.find((one) => one.status === 'rejected')
  expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(lost?.reason).toBeInstanceOf(Refusal)
  const rows = await log(teacher)
  expect(rows).toHaveLength(2)
  expect(rows.find(({ id }) => id === corrects)?.correctedBy).not.toBeNull()
})

test('a day to come is refused beside its field', async () => {
  const refused = addReflection(teacher, school.slug, entry({ heldOn: '2090-01-01' }))
  await expect(refused).rejects.toMatchObject({ field: 'heldOn' })
})

test('what is taken from elsewhere shows itself to who may read it, once', async () => {
  const take = () => ({ concept: concept.id, goalId: null, clientKey: randomUUID() })
  await Promise.all([1, 2].map(() => takeReflection(teacher, source, take())))
  expect(await log(teacher)).toMatchObject([
    { source: { title: 'Unser Treffen' }, context: 'plg_session', isHidden: false },
  ])
  expect(await log(colleague)).toMatchObject([{ source: null, isHidden: true }])
  await expect(takeReflection(colleague, source, take())).rejects.toThrow(Refusal)
  const other = { kind: 'person', id: teacher.id }
  await expect(takeReflection(teacher, other, take())).rejects.toThrow(Refusal)
  await expect(
    takeReflection(teacher, source, { ...take(), concept: (await aConcept()).id }),
  ).rejects.toThrow(NotFound)
})

test('own words on a hidden source are hidden too, on the page and in the file', async () => {
  await takeReflection(teacher, source, {
    ...{ concept: concept.id, goalId: null, clientKey: randomUUID() },
  })
  const [first] = await log(teacher)
  await addReflection(
    teacher,
    school.slug,
    entry({ corrects: first?.id, benefit: 'KANARIENVOGEL' }),
  )
  expect(JSON.stringify(await log(teacher))).toContain('KANARIENVOGEL')
  expect(JSON.stringify(await log(colleague))).not.toContain('KANARIENVOGEL')
  const file = await reflectionsFile(colleague, school.slug, new URLSearchParams())
  expect(file.text).not.toContain('KANARIENVOGEL')
  expect(file.text).toContain('Eintrag aus einer Quelle, die Sie nicht sehen')
  await expect(
    addReflection(colleague, school.slug, entry({ corrects: first?.id })),
  ).rejects.toThrow(Refusal)
})

test('tasks: keepers give them, publishers come from the Schulleitung, each act is in the protocol', async () => {
  const officer = await anActor('digital_officer', { schoolId: school.id })
  const principal = await anActor('principal', { schoolId: school.id })
  const task = (role: 'editor' | 'publisher', person = teacher.id) => ({
    person,
    role,
    subject: '',
  })
  await expect(giveRole(teacher, school.slug, task('editor'))).rejects.toThrow(Forbidden)
  await expect(giveRole(officer, school.slug, task('publisher'))).rejects.toThrow(Forbidden)
  await Promise.all([1, 2].map(() => giveRole(officer, school.slug, task('editor'))))
  await giveRole(principal, school.slug, task('publisher'))
  await expect(giveRole(officer, school.slug, task('editor', outsider.id))).rejects.toMatchObject({
    field: 'person',
  })
  expect((await peopleFor(teacher, school.slug)).tasks).toHaveLength(2)
  await expect(takeRole(officer, school.slug, task('publisher'))).rejects.toThrow(Forbidden)
  await takeRole(principal, school.slug, task('publisher'))
  const audit = await db().selectFrom('auditEntries').select('action').execute()
  expect(audit.map(({ action }) => action)).toEqual([
    'concepts.role-given',
    'concepts.role-given',
    'concepts.role-taken',
  ])
})
