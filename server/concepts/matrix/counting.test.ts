import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aCell, aConcept, aConceptGoal, aLesson } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { freezeVersion } from '../versions/commands.ts'
import { AREAS } from './contract.ts'
import { OTHER } from './grades/contract.ts'
import { publishedMatrixFor, workingMatrixFor } from './views.ts'

// Few places, so that things meet; every number is counted of what was linked, by hand, without the marks.
const competency = fc.constantFrom('1.1', '1.2', '4.1')
const YEARS_OF = {
  ...{ '5-6': ['5', '6'], '7-8': ['7', '8'], '9-10': ['9', '10'] },
  '11-13': ['EF', 'Q1', 'Q2'],
}
type Band = keyof typeof YEARS_OF
const bands = Object.keys(YEARS_OF) as Band[]
const year = fc.constantFrom('5', '6', '7', '10', 'Q1')
const some = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { maxLength: 2 })

const scenario = fc.record({
  lessons: fc.array(
    fc.record({
      competencies: some(competency),
      gradeLevels: fc.uniqueArray(year, { minLength: 1, maxLength: 2 }),
      subjects: some(fc.constantFrom('art', 'german')),
      visibility: fc.constantFrom('authors', 'school', 'network'),
      isDeleted: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  cells: fc.uniqueArray(
    fc.record({
      competency,
      gradeLevel: year,
      subject: fc.constantFrom('art', 'german'),
      status: fc.constantFrom('planned', 'established', 'retired'),
      isDeleted: fc.boolean(),
      lessons: some(fc.nat({ max: 2 })),
    }),
    { maxLength: 5, selector: (one) => [one.competency, one.gradeLevel, one.subject].join() },
  ),
  projects: fc.array(
    fc.record({
      competencies: some(competency),
      gradeBands: some(fc.constantFrom(...bands)),
      subjects: some(fc.constantFrom('art', 'german')),
      isDeleted: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
})
type Scenario = typeof scenario extends fc.Arbitrary<infer One> ? One : never

/** How many different things stand in this row and column. */
function counted({ lessons, cells, projects }: Scenario, row: string, column: string): number {
  const here = (one: string) => one === row || one.startsWith(`${row}.`)
  const years = column in YEARS_OF ? YEARS_OF[column as Band] : [column]
  const isRead = (at: number) => {
    const lesson = lessons[at]
    return lesson !== undefined && !lesson.isDeleted && lesson.visibility !== 'authors'
  }
  const there = cells.filter(
    (cell) =>
      !cell.isDeleted &&
      cell.status !== 'retired' &&
      here(cell.competency) &&
      years.includes(cell.gradeLevel),
  )
  const taught = lessons.filter(
    (lesson, at) =>
      isRead(at) &&
      ((lesson.competencies.some(here) && lesson.gradeLevels.some((one) => years.includes(one))) ||
        there.some((cell) => cell.lessons.includes(at))),
  )
  const alone = there.filter((cell) => !cell.lessons.some(isRead))
  const linked = projects.filter(
    (one) =>
      !one.isDeleted &&
      one.competencies.some(here) &&
      (column === OTHER
        ? one.gradeBands.length === 0
        : one.gradeBands.some((band) => YEARS_OF[band].some((each) => years.includes(each)))),
  )
  return taught.length + alone.length + linked.length
}

const at = new Date('2026-11-01T08:00:00Z')
const gone = (isDeleted: boolean) => (isDeleted ? at : null)

async function build({ lessons, cells, projects }: Scenario) {
  const school = await aSchool({ schoolForm: 'comprehensive' })
  const { id: conceptId } = await aConcept({ schoolId: school.id })
  await aConceptGoal({ conceptId })
  const ids: string[] = []
  for (const { isDeleted, visibility, ...lesson } of lessons) {
    const licence = visibility === 'network' ? 'cc_by' : null
    const given = { schoolId: school.id, visibility, licence, ...lesson }
    ids.push((await aLesson({ ...given, deletedAt: gone(isDeleted) })).id)
  }
  for (const { isDeleted, lessons: links, ...cell } of cells) {
    const { id: cellId } = await aCell({ conceptId, ...cell, deletedAt: gone(isDeleted) })
    const linked = links.flatMap((one) => ids[one] ?? [])
    for (const lessonId of linked)
      await db().insertInto('cellLessons').values({ cellId, lessonId }).execute()
  }
  const plg = await aPlg()
  for (const { isDeleted, ...where } of projects) {
    const { id } = await aProject({ plgId: plg.id, deletedAt: gone(isDeleted) })
    const link = { conceptId, projectId: id, addedAt: at, ...where }
    await db().insertInto('conceptProjects').values(link).execute()
  }
  return school
}

test('every number, of the draft and of what is frozen of it, is that of the linked things counted by hand', async () => {
  registerHouse()
  await emptyDatabase()
  await fc.assert(
    fc.asyncProperty(scenario, async (given) => {
      const school = await build(given)
      const head = await anActor('principal', { schoolId: school.id })
      const note = { label: 'Stand', changeNote: 'Gezählt', clientKey: randomUUID() }
      await freezeVersion(head, school.slug, note)
      for (const rows of ['', '24'])
        for (const span of ['', 'jahre']) {
          const asked = new URLSearchParams({ zeilen: rows, spalten: span })
          const frozen = await publishedMatrixFor(head, school.slug, asked, 1)
          const draft = await workingMatrixFor(head, school.slug, asked)
          for (const matrix of [draft.matrix, frozen.draft === null && frozen.matrix]) {
            if (!matrix) throw new Error('there is no matrix')
            const keys = rows === '24' ? COMPETENCIES : AREAS.map(({ key }) => key)
            expect(matrix.rows.map(({ key }) => key)).toEqual(keys)
            const usual = matrix.columns.filter(({ key }) => key !== OTHER)
            expect(usual).toHaveLength(span === 'jahre' ? 9 : 4)
            for (const { key, figures } of matrix.rows)
              for (const { column, count } of figures)
                expect([key, column, count]).toEqual([key, column, counted(given, key, column)])
          }
        }
    }),
    { numRuns: 20 },
  )
}, 60_000)
