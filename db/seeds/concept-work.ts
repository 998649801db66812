import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { endOfHalf, runningHalf, schoolYearOf } from '#server/schools/calendar/contract.ts'
import type { SeedConcept, SeedGoal, SeedLesson } from './concept-shapes.ts'
import type { Moments } from './moments.ts'

type Ids = Map<string, string>

export type ConceptWorld = {
  conceptId: string
  school: { id: string; name: string; schoolForm: string }
  places: Ids
  people: Ids
  /** Network goals by title. */
  aims: Ids
  /** Apps of the directory by name. */
  apps: Ids
  moments: Moments
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** The Halbjahr whose end comes next: where it began and its last school day. */
function halfOf(day: string) {
  const { schoolYear, half } = runningHalf(day)
  return { fromSchoolYear: schoolYear, fromHalf: half, dueOn: endOfHalf({ schoolYear, half }) }
}

/** @returns ids by title */
export async function seedGoals(given: SeedConcept, world: ConceptWorld): Promise<Ids> {
  const ids: Ids = new Map()
  for (const [position, goal] of given.goals.entries())
    ids.set(goal.title, await seedGoal(goal, { ...world, position, by: given.by }))
  return ids
}

/** How many days ago the goals came up that stand in version 1, in version 2, in none. */
const CREATED = [14, 110, 45]

const audienceOf = ({ subjects = [], grades, competencies = [] }: Omit<SeedGoal, 'owners'>) => ({
  ...{ subjects, competencies, gradeLevels: grades ?? [], wholeSchool: grades === undefined },
})

async function seedGoal(
  { measures = [], checkIns = [], owners, serves, since, ...goal }: SeedGoal,
  world: ConceptWorld & { position: number; by: string },
): Promise<string> {
  const { conceptId, people, moments, position } = world
  const created = CREATED[since ?? 0] ?? 14
  const stamp = (daysAgo: number, by: string) => ({
    createdBy: people.get(by),
    createdAt: moments.daysAgo(daysAgo),
    changedAt: moments.daysAgo(daysAgo),
    clientKey: randomUUID(),
  })
  const { id } = await db()
    .insertInto('conceptGoals')
    .values({
      ...{ conceptId, position, ...halfOf(dayOf(moments.daysAgo(0))) },
      ...{ title: goal.title, why: goal.why, successSign: goal.successSign },
      ...audienceOf(goal),
      ...{
        dimension: goal.dimension,
        status: goal.status,
        visibility: goal.visibility ?? 'school',
      },
      networkGoalId: serves ? world.aims.get(serves) : null,
      ...stamp(created, world.by),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('goalOwners')
    .values(owners.map((key) => ({ goalId: id, personId: people.get(key) ?? '' })))
    .execute()
  await seedMeasures(id, measures, { people, moments, stamp: () => stamp(created - 1, world.by) })
  for (const { daysAgo, by, mood, text } of checkIns)
    await db()
      .insertInto('goalCheckIns')
      .values({
        ...{ goalId: id, mood, text, byId: people.get(by) },
        ...{ at: moments.daysAgo(daysAgo), clientKey: randomUUID() },
      })
      .execute()
  return id
}

type Stamped = { createdBy?: string; createdAt: Date; changedAt: Date; clientKey: string }

async function seedMeasures(
  goalId: string,
  measures: NonNullable<SeedGoal['measures']>,
  { people, moments, stamp }: Pick<ConceptWorld, 'people' | 'moments'> & { stamp: () => Stamped },
): Promise<void> {
  for (const [place, { owner, ...measure }] of measures.entries()) {
    const { id: measureId } = await db()
      .insertInto('goalMeasures')
      .values({
        ...{ goalId, position: place, ...measure },
        dueOn: dayOf(moments.daysAgo(-14 * (place + 1))),
        ...stamp(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (owner)
      await db()
        .insertInto('measureOwners')
        .values({ measureId, personId: people.get(owner) ?? '' })
        .execute()
  }
}

const statusOf = (yearsAgo?: number) =>
  yearsAgo === undefined ? 'planned' : yearsAgo === 0 ? 'established' : 'tried'

const yearsBack = (moments: Moments, years: number) =>
  schoolYearOf(dayOf(moments.daysAgo(365 * years)))

export async function seedCells(given: SeedConcept, world: ConceptWorld): Promise<void> {
  const { conceptId, people, moments } = world
  if ((given.levels ?? []).length > 0)
    await db()
      .insertInto('conceptLevels')
      .values((given.levels ?? []).map((key, position) => ({ conceptId, key, position })))
      .execute()
  if (given.cells.length === 0) return
  await db()
    .insertInto('conceptCells')
    .values(
      given.cells.map(([competency, subject, gradeLevel, unit, yearsAgo], place) => ({
        ...{ conceptId, competency, subject, gradeLevel, unit },
        level: (['introduce', 'practise', 'deepen'] as const)[place % 3] ?? 'introduce',
        isBinding: place % 2 === 0,
        status: statusOf(yearsAgo),
        lastTaught: yearsAgo === undefined ? null : yearsBack(moments, yearsAgo),
        confirmedOn: place % 2 === 0 ? dayOf(moments.daysAgo(60)) : null,
        changedBy: people.get(given.by),
        createdAt: moments.daysAgo(100),
        changedAt: moments.daysAgo(60),
      })),
    )
    .execute()
}

export async function seedLessons(lessons: SeedLesson[], world: ConceptWorld): Promise<void> {
  const { school, people, moments } = world
  for (const { by, phases, grades, forms, lessons: duration, ...lesson } of lessons) {
    const { id: lessonId } = await db()
      .insertInto('lessonConcepts')
      .values({
        ...lesson,
        ...{ schoolId: school.id, gradeLevels: grades, schoolForms: forms },
        ...{ durationLessons: duration, lastTaught: yearsBack(moments, 0) },
        ...{ publishedAt: moments.daysAgo(50), clientKey: randomUUID() },
        ...{ createdBy: people.get(by) },
        ...{ createdAt: moments.daysAgo(101), changedAt: moments.daysAgo(50) },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db()
      .insertInto('lessonAuthors')
      .values({ lessonId, personId: people.get(by) ?? '', isNamed: true })
      .execute()
    await db()
      .insertInto('lessonPhases')
      .values(
        phases.map(([phase, minutes, activity, media], position) => ({
          ...{ lessonId, position, phase, minutes, activity, media },
        })),
      )
      .execute()
  }
}
