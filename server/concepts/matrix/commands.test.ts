import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptRole, aConceptVersion, aLesson } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { compareFor } from './compare/views.ts'
import { confirmSubject, createCells, deleteCell, editCell, restoreCell } from './cells/commands.ts'
import { cellFor, cellsFor } from './cells/views.ts'
import { editLink, linkProject } from './links/commands.ts'
import { saveOwnLists } from './grades/commands.ts'
import { publishedPlaceFor } from './places/views.ts'
import { listMarks } from './sql.ts'
import { publishedMatrixFor, workingMatrixFor } from './views.ts'

let slug = ''
let conceptId = ''
let schoolId = ''
let editor: Actor
let lead: Actor
let colleague: Actor
const NOTHING = new URLSearchParams()

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  const school = await aSchool({ schoolForm: 'comprehensive' })
  ;({ slug, id: schoolId } = school)
  conceptId = (await aConcept({ schoolId })).id
  const at = { schoolId }
  ;[editor, lead, colleague] = await Promise.all([
    anActor('teacher', at),
    anActor('teacher', at),
    anActor('teacher', at),
  ])
  await aConceptRole({ conceptId, personId: editor.id })
  await aConceptRole({ conceptId, personId: lead.id, role: 'subject_lead', subject: 'art' })
})

const cells = (fields: object = {}) => ({
  ...{ subject: 'art', level: 'introduce' as const, isBinding: false, unit: 'Stop-Motion' },
  ...{ technology: '', teacherSkills: '', priorKnowledge: '', status: 'tried' as const },
  ...{
    confirmedOn: null,
    lastTaught: '2024/25',
    lessonIds: [] as string[],
    software: [] as string[],
  },
  ...{ competencies: ['4.1', '4.2'], gradeLevels: ['5', '6'], clientKey: randomUUID() },
  ...fields,
})
const edit = (fields: object = {}) => {
  const { competencies: _c, gradeLevels: _g, clientKey: _k, ...rest } = cells()
  return { ...rest, competency: '4.1', gradeLevel: '5', version: 1, ...fields }
}
const allCells = () =>
  db().selectFrom('conceptCells').selectAll().orderBy('competency').orderBy('gradeLevel').execute()
const countAt = async (actor: Actor, area: number, column: string) => {
  const { matrix } = await workingMatrixFor(actor, slug, NOTHING)
  return matrix?.rows[area]?.figures.find((figure) => figure.column === column)?.count
}

describe('entries', () => {
  test('one form makes one for each pair, and the same form again none', async () => {
    const input = cells()
    const both = await Promise.all([createCells(lead, slug, input), createCells(lead, slug, input)])
    expect(both.map(({ made }) => made).sort()).toEqual([0, 4])
    expect(both.map(({ known }) => known).sort()).toEqual([0, 4])
    expect(await countAt(colleague, 3, '5-6')).toBe(4)
  })

  test('a Fachkonferenz writes its subject, an editor all, others none', async () => {
    await expect(createCells(lead, slug, cells({ subject: 'music' }))).rejects.toThrow(Forbidden)
    await expect(createCells(colleague, slug, cells())).rejects.toThrow(Forbidden)
    await createCells(editor, slug, cells({ subject: 'music' }))
    const [first] = await allCells()
    // Not into the own subject either: it is another's entry.
    await expect(editCell(lead, slug, first?.id ?? '', edit())).rejects.toThrow(Forbidden)
    const stranger = await anActor('school_authority_staff')
    await expect(createCells(stranger, slug, cells())).rejects.toThrow(NotFound)
  })

  test('two at one place are refused with a sentence, a stale change with what stands there', async () => {
    await createCells(editor, slug, cells())
    const [first] = await allCells()
    const id = first?.id ?? ''
    await expect(editCell(editor, slug, id, edit({ competency: '4.2' }))).rejects.toThrow(
      /schon einen/,
    )
    await editCell(editor, slug, id, edit({ unit: 'Trickfilm' }))
    await expect(editCell(editor, slug, id, edit())).rejects.toThrow(Conflict)
    expect((await cellFor(colleague, slug, id)).cell.unit).toBe('Trickfilm')
    expect((await cellFor(colleague, slug, id)).choices).toBeNull()
  })

  test('a deleted one comes back with its links, once, and not where another stands by then', async () => {
    const lesson = await aLesson({ schoolId, competencies: [] })
    const one = { competencies: ['4.1'], gradeLevels: ['5'] }
    await createCells(lead, slug, cells({ ...one, lessonIds: [lesson.id] }))
    const id = (await allCells())[0]?.id ?? ''
    await deleteCell(lead, slug, id)
    await expect(cellFor(lead, slug, id)).rejects.toThrow(NotFound)
    expect((await cellsFor(lead, slug, NOTHING)).total).toBe(0)
    expect(await countAt(colleague, 3, '5-6')).toBe(0)
    await expect(restoreCell(colleague, slug, id)).rejects.toThrow(Forbidden)
    await Promise.all([restoreCell(lead, slug, id), restoreCell(lead, slug, id)])
    expect(await countAt(colleague, 3, '5-6')).toBe(1)
    expect((await cellFor(lead, slug, id)).lessonIds).toEqual([lesson.id])
    await deleteCell(lead, slug, id)
    expect(await createCells(lead, slug, cells(one))).toMatchObject({ made: 1 })
    await expect(restoreCell(lead, slug, id)).rejects.toThrow(/inzwischen ein anderer/)
  })

  test('own subjects and levels are known once they are named', async () => {
    const own = { subject: 'Medien-AG', gradeLevels: ['FOE:Projekt'] }
    await expect(createCells(editor, slug, cells(own))).rejects.toThrow(Refusal)
    await saveOwnLists(editor, slug, { subjects: ['Medien-AG'], levels: ['Projekt'] })
    await createCells(editor, slug, cells(own))
    expect(await countAt(colleague, 3, 'FOE:Projekt')).toBe(2)
    await expect(saveOwnLists(editor, slug, { subjects: ['kunst'], levels: [] })).rejects.toThrow(
      /üblichen/,
    )
    await expect(saveOwnLists(lead, slug, { subjects: [], levels: [] })).rejects.toThrow(Forbidden)
  })

  test('a subject is confirmed for the new school year, what is only planned is not', async () => {
    await createCells(lead, slug, cells())
    await createCells(lead, slug, cells({ competencies: ['4.3'], status: 'planned' }))
    expect(await confirmSubject(lead, slug, 'art')).toMatch(/^4 Einträge in Kunst sind für 20\d\d/)
    const years = new Set((await allCells()).map(({ lastTaught }) => lastTaught))
    expect(years.size).toBe(2)
    await expect(confirmSubject(lead, slug, 'music')).rejects.toThrow(Forbidden)
  })

  test('with a lesson concept it counts once', async () => {
    const lesson = await aLesson({ schoolId, competencies: ['4.1'], gradeLevels: ['5'] })
    const elsewhere = await aLesson({ schoolId: (await aSchool()).id })
    const one = { competencies: ['4.1'], gradeLevels: ['5'] }
    await createCells(lead, slug, cells({ ...one, lessonIds: [lesson.id] }))
    expect(await countAt(colleague, 3, '5-6')).toBe(1)
    await expect(createCells(lead, slug, cells({ lessonIds: [elsewhere.id] }))).rejects.toThrow(
      /Ihrer Schule/,
    )
    await expect(createCells(lead, slug, cells({ software: ['Gibtsnicht'] }))).rejects.toThrow(
      /Verzeichnis/,
    )
  })
})

describe('linked Vorhaben', () => {
  const aVorhaben = async (fields: object = {}) => {
    const plg = await aPlg()
    const project = await aProject({
      plgId: plg.id,
      competencies: ['6.3'],
      gradeBands: ['9-10'],
      ...fields,
    })
    return { plg, project }
  }

  test('count in the draft, where they say at first and the school says later, and not in what is published', async () => {
    const { project } = await aVorhaben({ visibility: 'network' })
    await aConceptVersion({ conceptId, published: 'public', schoolForm: 'comprehensive' })
    const both = await Promise.all([
      linkProject(editor, { slug }, project.id),
      linkProject(editor, { id: conceptId }, project.id),
    ])
    expect(both[0]).toBe(both[1])
    expect(await countAt(colleague, 5, '9-10')).toBe(1)
    const outside = await publishedMatrixFor(null, slug, NOTHING)
    const figures = outside.draft === null ? outside.matrix?.rows.flatMap((row) => row.figures) : []
    expect(figures?.every(({ count }) => count === 0)).toBe(true)
    const where = {
      competencies: ['6.3', '2.1'],
      gradeBands: ['7-8' as const],
      subjects: [],
      lastTaught: null,
    }
    await editLink(editor, slug, project.id, { ...where, version: 1 })
    await expect(editLink(editor, slug, project.id, { ...where, version: 1 })).rejects.toThrow(
      Refusal,
    )
    expect((await listMarks(conceptId)).map((mark) => `${mark.competency} ${mark.grade}`)).toEqual([
      '2.1 7-8',
      '6.3 7-8',
    ])
  })

  test('only those one may read, and only by editors', async () => {
    const { project, plg } = await aVorhaben()
    await expect(linkProject(editor, { slug }, project.id)).rejects.toThrow(NotFound)
    await aMember({ plgId: plg.id, personId: editor.id })
    await linkProject(editor, { slug }, project.id)
    await expect(linkProject(lead, { slug }, project.id)).rejects.toThrow(Forbidden)
  })
})

describe('what is read outside', () => {
  test('the matrix of a version follows its scope and the chapter about the framework', async () => {
    const version = await aConceptVersion({ conceptId, published: 'network' })
    await expect(publishedMatrixFor(null, slug, NOTHING)).rejects.toThrow(NotFound)
    const outsider = await anActor('teacher')
    expect((await publishedMatrixFor(outsider, slug, NOTHING)).draft).toBeNull()
    await db()
      .insertInto('conceptVersionSections')
      .values({
        ...{ versionId: version.id, position: 0, kind: 'mkr_coverage', title: 'MKR' },
        ...{ visibility: 'school', content: '{}', html: '', words: '' },
      })
      .execute()
    await expect(publishedMatrixFor(outsider, slug, NOTHING)).rejects.toThrow(NotFound)
    expect((await publishedMatrixFor(colleague, slug, NOTHING)).draft).toBeNull()
    const offered = await compareFor(outsider, new URLSearchParams({ schulen: slug }))
    expect(offered).toMatchObject({ offered: [], tables: [], isShort: true })
  })

  test('without a version colleagues are led to the draft, and nobody else learns of it', async () => {
    expect(await publishedMatrixFor(colleague, slug, NOTHING)).toEqual({
      draft: `/konzepte/${slug}/entwurf/mkr`,
    })
    await expect(publishedMatrixFor(await anActor('teacher'), slug, NOTHING)).rejects.toThrow(
      NotFound,
    )
    await expect(publishedMatrixFor(null, slug, NOTHING)).rejects.toThrow(NotFound)
  })

  test('behind a number stand things by the rights of the reader; others are only counted', async () => {
    const version = await aConceptVersion({
      conceptId,
      published: 'public',
      schoolForm: 'comprehensive',
    })
    const lesson = await aLesson({ schoolId, competencies: ['6.3'] })
    const mark = { competency: '6.3', grade: '9', subject: 'art', title: 'Spiel' }
    const marks = [
      { ...mark, sourceKind: 'cell', sourceId: randomUUID() },
      { ...mark, sourceKind: 'lesson', sourceId: lesson.id, title: '' },
    ]
    await db()
      .insertInto('conceptVersionMarks')
      .values(marks.map((one) => ({ ...one, versionId: version.id })))
      .execute()
    const asked = new URLSearchParams({ zeile: '6.3', spalte: '9-10' })
    const outside = await publishedPlaceFor(null, slug, asked)
    expect(outside).toMatchObject({ hidden: 1, things: [{ title: 'Spiel', path: null }] })
    const inside = await publishedPlaceFor(colleague, slug, asked)
    expect(inside).toMatchObject({ hidden: 0 })
    expect(inside.things).toHaveLength(2)
    const nowhere = new URLSearchParams({ zeile: '6.3', spalte: '1-2' })
    await expect(publishedPlaceFor(null, slug, nowhere)).rejects.toThrow(NotFound)
  })

  test('visitors compare what is public only', async () => {
    const other = await aSchool({ schoolForm: 'grammar' })
    const theirs = await aConcept({ schoolId: other.id })
    await aConceptVersion({ conceptId, published: 'public', schoolForm: 'comprehensive' })
    await aConceptVersion({ conceptId: theirs.id, published: 'network', schoolForm: 'grammar' })
    const asked = new URLSearchParams({ schulen: `${slug},${other.slug}`, sicht: 'unterschiede' })
    expect((await compareFor(null, asked)).chosen).toEqual([slug])
    const inside = await compareFor(colleague, asked)
    expect(inside.chosen).toEqual([slug, other.slug])
    expect(inside.differences?.rows).toHaveLength(6)
  })
})
