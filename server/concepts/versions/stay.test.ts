import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptVersion, aSection } from '#db/factories/concept.ts'
import { aFile } from '#db/factories/file.ts'
import { aPerson } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'

const AT = new Date('2026-11-12T10:00:00Z')

/** A version with a row of everything that is frozen with it. */
async function wholeVersion(createdBy: string) {
  const concept = await aConcept()
  const { id: versionId } = await aConceptVersion({ conceptId: concept.id, createdBy })
  await aSection({ versionId, position: 0 })
  const section = await db()
    .selectFrom('conceptVersionSections')
    .select('id')
    .executeTakeFirstOrThrow()
  const copy = await aFile({ thingKind: 'concept-section', thingId: section.id })
  const picture = { sectionId: section.id, fileId: randomUUID(), copyId: copy.id }
  await db().insertInto('conceptVersionPictures').values(picture).execute()
  const goal = { versionId, position: 0, title: 'Ziel', dueOn: '2027-01-29', status: 'active' }
  await db()
    .insertInto('conceptVersionGoals')
    .values({ ...goal, visibility: 'public' })
    .execute()
  const mark = { versionId, competency: '1.1', grade: '5-6', sourceKind: 'cell' }
  await db()
    .insertInto('conceptVersionMarks')
    .values({ ...mark, sourceId: randomUUID() })
    .execute()
  const reflection = await db()
    .insertInto('conceptReflections')
    .values({
      ...{ conceptId: concept.id, heldOn: '2026-11-01', whatWeDid: 'Erprobt' },
      ...{ context: 'general', createdAt: AT, clientKey: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('conceptVersionReflections')
    .values({ versionId, reflectionId: reflection.id, visibility: 'public' })
    .execute()
  return { conceptId: concept.id, versionId }
}

test('what is frozen is deleted neither in whole nor in parts, nor with its concept; its author may go', async () => {
  await emptyDatabase()
  const author = await aPerson()
  const { conceptId, versionId } = await wholeVersion(author.id)
  const tables = [
    'conceptVersionPictures',
    'conceptVersionSections',
    'conceptVersionGoals',
    'conceptVersionMarks',
    'conceptVersionReflections',
    'conceptVersions',
  ] as const
  for (const table of tables) {
    const count = () =>
      db().selectFrom(table).select(db().fn.countAll().as('n')).executeTakeFirstOrThrow()
    expect(await count(), table).toEqual({ n: 1 })
    await expect(db().deleteFrom(table).execute(), table).rejects.toThrow('never deleted')
    expect(await count(), table).toEqual({ n: 1 })
  }
  const concept = db().deleteFrom('concepts').where('id', '=', conceptId)
  await expect(concept.execute()).rejects.toThrow('never deleted')

  await db().deleteFrom('persons').where('id', '=', author.id).execute()
  const left = db().selectFrom('conceptVersions').where('id', '=', versionId).select('createdBy')
  expect(await left.executeTakeFirstOrThrow()).toEqual({ createdBy: null })
})
