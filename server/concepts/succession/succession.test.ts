import '#db/testing.ts'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptVersion, aSection } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, Moved, NotFound, Refusal } from '#server/platform/errors.ts'
import { freezeVersion } from '../versions/commands.ts'
import { currentFor, readerFor } from '../versions/reading/views.ts'
import { workingOf } from '../views.ts'
import { handOver } from './commands.ts'
import { may } from './policy.ts'
import { handOverFor } from './views.ts'

let old: { id: string; slug: string }
let heir: { id: string; slug: string }
let conceptId: string
const operator = () => anActor('operator')
const both = () => ({ from: old.slug, to: heir.slug })

beforeAll(registerHouse)
beforeEach(async () => {
  await emptyDatabase()
  old = await aSchool()
  heir = await aSchool()
  conceptId = (await aConcept({ schoolId: old.id })).id
  const version = await aConceptVersion({
    conceptId,
    published: 'public',
    schoolName: 'Alte Schule',
  })
  await aSection({ versionId: version.id, position: 0, visibility: 'public', html: '<p>Text</p>' })
})

test.each([
  ['teacher', false],
  ['principal', false],
  ['smz_staff', false],
  ['school_authority_staff', false],
  ['release_manager', false],
  ['school_inspector', false],
  ['operator', true],
])('%s hands over: %s', async (role, mayHandOver) => {
  const actor = await anActor(role)
  expect(may.handOver(actor, {})).toBe(mayHandOver)
  const tried = handOver(actor, { ...both(), outcome: 'moves' })
  if (mayHandOver) await tried
  else await expect(tried).rejects.toThrow(NotFound)
})

describe('to a school without a concept', () => {
  test('it moves with its versions, old addresses lead on, and its people work on', async () => {
    const by = await operator()
    const { preview } = await handOverFor(by, old.slug, heir.slug)
    expect(preview).toMatchObject({ outcome: 'moves' })
    await handOver(by, { ...both(), outcome: 'moves' })
    await expect(currentFor(null, old.slug)).rejects.toThrow(Moved)
    await expect(readerFor(null, old.slug, 1)).rejects.toThrow(Moved)
    const seen = await readerFor(null, heir.slug, 1)
    expect(seen.school.name).toBe('Alte Schule')
    const petra = await anActor('principal', { schoolId: heir.id })
    expect((await workingOf(petra, { slug: heir.slug })).concept.id).toBe(conceptId)
    const before = await anActor('principal', { schoolId: old.id })
    await expect(workingOf(before, { slug: heir.slug })).rejects.toThrow(NotFound)
    const told = await db().selectFrom('auditEntries').select('action').execute()
    expect(told).toEqual([{ action: 'concepts.handed-over' }])
  })

  test('twice at once it happens once', async () => {
    const by = await operator()
    const input = { ...both(), outcome: 'moves' as const }
    const tries = await Promise.allSettled([handOver(by, input), handOver(by, input)])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('to a school with one', () => {
  test('it is archived, stays readable, and the successor reads the draft', async () => {
    const own = await aConcept({ schoolId: heir.id })
    const by = await operator()
    await expect(handOver(by, { ...both(), outcome: 'moves' })).rejects.toThrow(Refusal)
    await handOver(by, { ...both(), outcome: 'archived' })
    expect(await currentFor(null, old.slug)).toMatchObject({ isArchived: true })
    const petra = await anActor('principal', { schoolId: heir.id })
    expect((await workingOf(petra, { id: conceptId })).facts.isArchived).toBe(true)
    const input = { clientKey: crypto.randomUUID(), label: 'x', changeNote: 'x' }
    await expect(freezeVersion(petra, old.slug, input)).rejects.toThrow(Refusal)
    // The successor is merged in turn: what it carried on goes along.
    const third = await aSchool()
    const last = await aConcept({ schoolId: third.id })
    await handOver(by, { from: heir.slug, to: third.slug, outcome: 'archived' })
    const rows = await db().selectFrom('concepts').select(['id', 'succeededBy']).execute()
    expect(
      rows
        .filter(({ succeededBy }) => succeededBy === last.id)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([conceptId, own.id].sort())
  })
})

test('a school that becomes another Schulform keeps all as it was', async () => {
  await db()
    .updateTable('schools')
    .set({ schoolForm: 'comprehensive' })
    .where('id', '=', old.id)
    .execute()
  const seen = await readerFor(null, old.slug, 1)
  expect(seen.sections.map(({ html }) => html)).toEqual(['<p>Text</p>'])
  const version = await db().selectFrom('conceptVersions').select('schoolForm').executeTakeFirst()
  expect(version?.schoolForm).toBe('primary')
})

test('nobody hands a concept to its own school', async () => {
  const by = await operator()
  await expect(handOver(by, { from: old.slug, to: old.slug, outcome: 'moves' })).rejects.toThrow(
    Refusal,
  )
  await expect(
    handOver(by, { from: heir.slug, to: old.slug, outcome: 'archived' }),
  ).rejects.not.toThrow(Forbidden)
})
