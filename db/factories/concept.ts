import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type {
  ConceptCells,
  ConceptChapters,
  ConceptGoals,
  ConceptPeople,
  Concepts,
  ConceptVersions,
  ConceptVersionSections,
  LessonConcepts,
} from '#db/types.ts'
import { aSchool } from './school.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')
const stamped = () => ({ createdAt: LONG_AGO, changedAt: LONG_AGO, clientKey: randomUUID() })
const EMPTY_TEXT = { type: 'doc', content: [{ type: 'paragraph' }] }

/** The living concept of a school; of a new one unless named. */
export async function aConcept(given: Partial<Insertable<Concepts>> = {}) {
  const schoolId = given.schoolId ?? (await aSchool()).id
  return db()
    .insertInto('concepts')
    .values({ title: 'Medienkonzept', ...stamped(), ...given, schoolId })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** What a person is in a concept: writes in it, unless another role is given. */
export async function aConceptRole(
  given: { conceptId: string; personId: string } & Partial<Insertable<ConceptPeople>>,
): Promise<void> {
  await db()
    .insertInto('conceptPeople')
    .values({ role: 'editor', addedAt: LONG_AGO, ...given })
    .execute()
}

/** A goal that is worked on, due at the end of January. */
export function aConceptGoal(given: { conceptId: string } & Partial<Insertable<ConceptGoals>>) {
  return db()
    .insertInto('conceptGoals')
    .values({
      ...{ title: 'Jede 6. Klasse dreht ein Erklärvideo', fromSchoolYear: '2026/27', fromHalf: 1 },
      ...{ dueOn: '2027-01-29', ...stamped() },
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A lesson concept of a school that its colleagues read. */
export function aLesson(given: { schoolId: string } & Partial<Insertable<LessonConcepts>>) {
  return db()
    .insertInto('lessonConcepts')
    .values({
      ...{ title: 'Brüche mit dem Tablet', visibility: 'school', ...stamped() },
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function aCell(given: { conceptId: string } & Partial<Insertable<ConceptCells>>) {
  return db()
    .insertInto('conceptCells')
    .values({
      ...{ competency: '4.1', subject: 'german', gradeLevel: '6', unit: 'Erklärvideo' },
      ...{ createdAt: LONG_AGO, changedAt: LONG_AGO },
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A frozen version; `published: 'network' | 'public'` makes it the one that is read from outside. */
export async function aConceptVersion({
  published,
  ...given
}: {
  conceptId: string
  published?: 'network' | 'public'
} & Partial<Insertable<ConceptVersions>>) {
  const outside = published ? { status: 'published', scope: published, publishedAt: LONG_AGO } : {}
  const version = await db()
    .insertInto('conceptVersions')
    .values({
      ...{ number: 1, changeNote: 'Erste Fassung', title: 'Medienkonzept' },
      ...{ schoolName: 'Schule', schoolForm: 'primary' },
      ...{ createdAt: LONG_AGO, clientKey: randomUUID() },
      ...outside,
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (published)
    await db()
      .updateTable('concepts')
      .set({ publishedVersionId: version.id })
      .where('id', '=', version.conceptId)
      .execute()
  return version
}

/** A section of a version with this text. */
export async function aSection(
  given: { versionId: string; position: number } & Partial<Insertable<ConceptVersionSections>>,
): Promise<void> {
  await db()
    .insertInto('conceptVersionSections')
    .values({
      ...{ kind: 'free', title: 'Kapitel', visibility: 'network' },
      ...{ content: JSON.stringify(EMPTY_TEXT), html: '<p></p>', words: '' },
      ...given,
    })
    .execute()
}

/** A chapter of the working copy with an empty text. */
export async function aChapter(
  given: { conceptId: string } & Partial<Insertable<ConceptChapters>>,
) {
  const title = given.title ?? 'Kapitel'
  const { conceptId } = given
  const document = await db()
    .insertInto('documents')
    .values({ title, conceptId, ...stamped() })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('documentContents')
    .values({
      documentId: document.id,
      // A Yjs document without anything in it.
      state: Buffer.from([0, 0]),
      content: JSON.stringify(EMPTY_TEXT),
      html: '<p></p>',
      words: '',
    })
    .execute()
  const chapter = await db()
    .insertInto('conceptChapters')
    .values({
      ...{ kind: 'free', position: 0, createdAt: LONG_AGO, changedAt: LONG_AGO },
      ...{ ...given, title, documentId: document.id },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { ...chapter, number: document.number }
}
