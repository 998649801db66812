import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { listMarks } from '#server/concepts/matrix/sql.ts'
import { titleFor } from '#server/concepts/words.ts'
import { renderContent } from '#server/rich-text/render.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import { stateOf } from '#server/rich-text/yjs.ts'
import { schoolYearOf } from '#server/schools/calendar/contract.ts'
import { seedAims } from './concept-aims.ts'
import { others } from './concept-others.ts'
import { rheinblick } from './concept-rheinblick.ts'
import type { SeedChapter, SeedConcept, SeedVersion } from './concept-shapes.ts'
import { type ConceptWorld, seedCells, seedGoals, seedLessons } from './concept-work.ts'
import { contentWithMentions, insertReferences } from './mentions.ts'
import type { Moments } from './moments.ts'

type Ids = Map<string, string>
type Given = { places: Ids; people: Ids; moments: Moments }

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** Media concepts as journeys 6 and 7 find them: some published, some ahead of what is published, one not yet. */
export async function seedConcepts(given: Given): Promise<void> {
  const aims = await seedAims(given.people, given.moments)
  const listed = await db().selectFrom('softwareProducts').select(['id', 'name']).execute()
  const apps = new Map(listed.map(({ id, name }) => [name, id]))
  const world = { ...given, aims, apps }
  for (const concept of [rheinblick, ...others]) await seedConcept(concept, world)
}

async function seedConcept(given: SeedConcept, world: Omit<ConceptWorld, 'school' | 'conceptId'>) {
  const { people, places, moments } = world
  const school = await db()
    .selectFrom('schools')
    .where('id', '=', places.get(given.school) ?? '')
    .select(['id', 'name', 'schoolForm'])
    .executeTakeFirstOrThrow()
  const { id: conceptId } = await db()
    .insertInto('concepts')
    .values({
      schoolId: school.id,
      title: titleFor(school.name),
      createdBy: people.get(given.by),
      createdAt: moments.daysAgo(115),
      changedAt: moments.daysAgo(3),
      clientKey: randomUUID(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const here: ConceptWorld = { ...world, school, conceptId }
  await seedRoles(given, here)
  const chapters = await seedChapters(given, here)
  const goals = await seedGoals(given, here)
  await seedLessons(given.lessons ?? [], here)
  await seedCells(given, here)
  const reflections = await seedReflections(given, here, goals)
  for (const [index, version] of given.versions.entries())
    await seedVersion({ given, version, number: index + 1, chapters, goals, reflections }, here)
  await seedTrainings(given, here, goals)
  await linkProjects(given.projects ?? [], here, given.by)
}

async function seedRoles(given: SeedConcept, { conceptId, people, moments }: ConceptWorld) {
  const role = (key: string, name: string, subject = '') => ({
    conceptId,
    personId: people.get(key) ?? '',
    role: name,
    subject,
    addedBy: people.get(given.by),
    addedAt: moments.daysAgo(114),
  })
  await db()
    .insertInto('conceptPeople')
    .values([
      ...given.editors.map((key) => role(key, 'editor')),
      ...(given.publishers ?? []).map((key) => role(key, 'publisher')),
      ...(given.leads ?? []).map(([key, subject]) => role(key, 'subject_lead', subject)),
    ])
    .execute()
}

type Chapter = SeedChapter & { id: string }

/** What a chapter said in a version: what was last written until then. */
const textAt = (chapter: SeedChapter, place: number) =>
  chapter.texts.slice(0, place + 1).findLast((text) => text !== undefined) ?? null

async function seedChapters(
  given: SeedConcept,
  { conceptId, people, moments, apps }: ConceptWorld,
): Promise<Chapter[]> {
  const times = { createdAt: moments.daysAgo(114), changedAt: moments.daysAgo(5) }
  const done: Chapter[] = []
  for (const [position, chapter] of given.chapters.entries()) {
    const content = await contentOf(textAt(chapter, chapter.texts.length - 1) ?? '', { apps })
    const { id: documentId } = await db()
      .insertInto('documents')
      .values({
        title: chapter.title,
        conceptId,
        createdBy: people.get(given.by),
        ...times,
        clientKey: randomUUID(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db()
      .insertInto('documentContents')
      .values({ documentId, state: Buffer.from(stateOf(content)), ...storedOf(content) })
      .execute()
    await insertReferences(documentId, content, times.changedAt)
    const { id } = await db()
      .insertInto('conceptChapters')
      .values({
        ...{ conceptId, documentId, position, ...times },
        ...{ kind: chapter.kind, title: chapter.title, state: chapter.state },
        visibility: chapter.visibility,
        responsibleId: chapter.responsible ? people.get(chapter.responsible) : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    done.push({ ...chapter, id })
  }
  return done
}

/** `{{…}}` in a text names an app of the directory. */
const contentOf = (text: string, { apps }: Pick<ConceptWorld, 'apps'>) =>
  contentWithMentions(text, (name) => ({ kind: 'software', id: apps.get(name) }))

const storedOf = (content: Awaited<ReturnType<typeof contentOf>>) => ({
  content: JSON.stringify(content),
  html: renderContent(content),
  words: wordsOf(content),
})

async function seedReflections(
  given: SeedConcept,
  { conceptId, people, moments }: ConceptWorld,
  goals: Ids,
) {
  const rows = (given.reflections ?? []).map(({ daysAgo, by, goal, ...said }) => ({
    ...said,
    conceptId,
    id: randomUUID(),
    context: goal ? 'goal' : 'general',
    goalId: goal ? goals.get(goal) : null,
    heldOn: dayOf(moments.daysAgo(daysAgo)),
    authorId: people.get(by),
    createdAt: moments.daysAgo(daysAgo - 1),
    clientKey: randomUUID(),
  }))
  if (rows.length > 0) await db().insertInto('conceptReflections').values(rows).execute()
  return rows
}

type Freezing = {
  given: SeedConcept
  version: SeedVersion
  number: number
  chapters: Chapter[]
  goals: Ids
  reflections: { id: string; visibility: string; createdAt: Date }[]
}

async function seedVersion(freezing: Freezing, here: ConceptWorld): Promise<void> {
  const { version, number } = freezing
  const { conceptId, people, moments, school } = here
  const at = moments.daysAgo(version.daysAgo)
  const { id: versionId } = await db()
    .insertInto('conceptVersions')
    .values({
      ...{ conceptId, number, label: version.label, changeNote: version.note },
      ...{ status: 'published', scope: version.scope },
      ...{ schoolName: school.name, schoolForm: school.schoolForm, title: titleFor(school.name) },
      ...{ createdBy: people.get(version.by), createdAt: at },
      ...{ publishedBy: people.get(version.by), publishedAt: at, clientKey: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (version.resolved)
    await db()
      .insertInto('conceptResolutions')
      .values({
        ...{ versionId, body: 'school_conference', result: version.resolved.result },
        heldOn: dayOf(moments.daysAgo(version.resolved.daysAgo)),
        ...{ recordedBy: people.get(version.by), recordedAt: at },
      })
      .execute()
  await freezeParts(versionId, freezing, here, at)
  await db()
    .updateTable('concepts')
    .set({ publishedVersionId: versionId })
    .where('id', '=', conceptId)
    .execute()
}

async function freezeParts(
  versionId: string,
  { given, number, chapters, goals, reflections }: Freezing,
  { conceptId, apps }: ConceptWorld,
  at: Date,
): Promise<void> {
  const sections = await Promise.all(
    chapters.map(async ({ id: chapterId, kind, title, visibility, ...chapter }) => {
      const text = textAt({ kind, title, visibility, ...chapter }, number - 1)
      return text === null
        ? []
        : [{ chapterId, kind, title, visibility, ...storedOf(await contentOf(text, { apps })) }]
    }),
  )
  await db()
    .insertInto('conceptVersionSections')
    .values(sections.flat().map((section, position) => ({ versionId, position, ...section })))
    .execute()
  const frozen = given.goals.filter(({ since }) => since !== undefined && since <= number)
  for (const [position, { title }] of frozen.entries())
    await freezeGoal({ versionId, position, goalId: goals.get(title) ?? '' })
  const marks = await listMarks(conceptId)
  if (marks.length > 0)
    await db()
      .insertInto('conceptVersionMarks')
      .values(marks.map((mark) => ({ versionId, ...mark })))
      .execute()
  const marked = reflections.filter((one) => one.visibility !== 'school' && one.createdAt < at)
  if (marked.length > 0)
    await db()
      .insertInto('conceptVersionReflections')
      .values(
        marked.map(({ id: reflectionId, visibility }) => ({ versionId, reflectionId, visibility })),
      )
      .execute()
}

async function freezeGoal(place: { versionId: string; position: number; goalId: string }) {
  const { title, why, successSign, dimension, competencies, subjects, gradeLevels, ...goal } =
    await db()
      .selectFrom('conceptGoals')
      .where('id', '=', place.goalId)
      .selectAll()
      .executeTakeFirstOrThrow()
  await db()
    .insertInto('conceptVersionGoals')
    .values({
      ...place,
      ...{ title, why, successSign, dimension, competencies, subjects, gradeLevels },
      ...{ dueOn: goal.dueOn, status: goal.status, visibility: goal.visibility },
      networkGoalId: goal.networkGoalId,
    })
    .execute()
}

async function seedTrainings(
  given: SeedConcept,
  { conceptId, people, moments }: ConceptWorld,
  goals: Ids,
) {
  const rows = (given.trainings ?? []).map(({ goal, ...training }) => ({
    ...training,
    ...{ conceptId, goalId: goal ? goals.get(goal) : null, status: 'planned' },
    ...{ dueSchoolYear: schoolYearOf(dayOf(moments.daysAgo(0))), dueHalf: 2 },
    ...{ createdBy: people.get(given.by), createdAt: moments.daysAgo(30) },
    clientKey: randomUUID(),
  }))
  if (rows.length > 0) await db().insertInto('conceptTrainings').values(rows).execute()
}

async function linkProjects(
  titles: string[],
  { conceptId, people, moments }: ConceptWorld,
  by: string,
): Promise<void> {
  const rows = await db()
    .selectFrom('projects')
    .where('title', 'in', [...titles, ''])
    .select(['id', 'competencies', 'gradeBands', 'subjects'])
    .execute()
  for (const { id: projectId, ...where } of rows)
    await db()
      .insertInto('conceptProjects')
      .values({
        conceptId,
        projectId,
        ...where,
        addedBy: people.get(by),
        addedAt: moments.daysAgo(4),
      })
      .execute()
}
