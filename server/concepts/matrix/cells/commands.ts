import type { Actor } from '#server/auth/actor.ts'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { changingConcept } from '../../commands.ts'
import { productIdsOf } from '../../lessons/commands.ts'
import { type ConceptFacts, may } from '../../policy.ts'
import type { Working } from '../../views.ts'
import { gradeName } from '../grades/contract.ts'
import { gradesOf, ownListsOf } from '../grades/views.ts'
import { schoolYearNow } from '../views.ts'
import { subjectTitle } from '../words.ts'
import { type Cell, MOST_AT_ONCE } from './contract.ts'
import type { CreateCells, EditCell } from './inputs.ts'
import * as sql from './sql.ts'
import { levelNames, statusNames, words } from './words.ts'

const forSubject =
  (subject: string) =>
  (actor: Actor, facts: ConceptFacts): boolean =>
    may.writeCell(actor, { ...facts, subject })

/** One Unterrichtsvorhaben at several competencies and grades. @returns how many entries are new, and how many there were */
export async function createCells(actor: Actor, slug: string, input: CreateCells) {
  await spend('documents', actor.id)
  const { subject } = input
  return changingConcept(actor, { slug }, forSubject(subject), async (working, tell) => {
    const { clientKey: _, competencies, gradeLevels, lessonIds, software, ...about } = input
    if (competencies.length * gradeLevels.length > MOST_AT_ONCE) throw new Refusal(words.tooMany)
    await refuseUnknown(working, { subject, gradeLevels })
    const productIds = await linked(working, { lessonIds, software })
    const at = now()
    const rows = [...new Set(competencies)].flatMap((competency) =>
      [...new Set(gradeLevels)].map((gradeLevel) => ({
        ...about,
        ...{ competency, gradeLevel, conceptId: working.concept.id },
        ...{ createdAt: at, changedAt: at, changedBy: actor.id },
      })),
    )
    const made = await sql.insertCells(rows)
    await sql.replaceLinks(made, lessonIds, productIds)
    if (made.length > 0)
      await tell({
        ...{ thingKind: 'cell', thingId: made[0] ?? null, what: 'cell.created' },
        details: { title: about.unit, subject: subjectTitle(subject), count: made.length },
      })
    return { made: made.length, known: rows.length - made.length }
  })
}

/** Subjects and grades are the usual ones and those that the school has named. */
async function refuseUnknown(
  { concept, school }: Working,
  { subject, gradeLevels }: { subject: string; gradeLevels: string[] },
  before?: Cell,
): Promise<void> {
  const lists = await ownListsOf(concept.id)
  const subjects: string[] = [...SUBJECTS, ...lists.subjects, before?.subject ?? '']
  if (!subjects.includes(subject)) throw new Refusal(words.fromTheList, 'subject')
  const grades = gradesOf(school.form, lists.levels).map(({ value }) => value)
  const known = [...grades, before?.gradeLevel ?? '']
  if (!gradeLevels.every((grade) => known.includes(grade)))
    throw new Refusal(words.fromTheList, before ? 'gradeLevel' : 'gradeLevels')
}

async function linked(
  { school }: Working,
  { lessonIds, software }: { lessonIds: string[]; software: string[] },
): Promise<string[]> {
  const linkable = lessonIds.length > 0 ? await sql.listLinkable(school.id) : []
  if (!lessonIds.every((id) => linkable.some((lesson) => lesson.id === id)))
    throw new Refusal(words.strangeLesson, 'lessonIds')
  return productIdsOf(software)
}

/** Changes an entry; to another subject only for who may write there as well. */
export async function editCell(actor: Actor, slug: string, id: string, input: EditCell) {
  return changingConcept(actor, { slug }, forSubject(input.subject), async (working, tell) => {
    const before = await cellIn(working, id)
    authorize(forSubject(before.subject), actor, working.facts)
    const { version, lessonIds, software, ...about } = input
    if (before.version !== version) throw new Conflict(words.overtaken, plainCell(before))
    await refuseUnknown(working, { ...about, gradeLevels: [about.gradeLevel] }, before)
    if (await sql.isTaken({ ...about, conceptId: working.concept.id }, id))
      throw new Refusal(words.taken, 'competency')
    const productIds = await linked(working, { lessonIds, software })
    await sql.updateCell(id, { ...about, changedAt: now(), changedBy: actor.id })
    await sql.replaceLinks([id], lessonIds, productIds)
    await tell({
      ...{ thingKind: 'cell', thingId: id, what: 'cell.changed' },
      details: { title: about.unit, subject: subjectTitle(about.subject) },
    })
  })
}

async function cellIn({ concept }: Working, id: string) {
  const cell = existing(await sql.findCell(id))
  return existing(cell.conceptId === concept.id ? cell : undefined)
}

export async function deleteCell(actor: Actor, slug: string, id: string): Promise<void> {
  return changingConcept(actor, { slug }, may.readWorking, async (working, tell) => {
    const { subject, unit } = await cellIn(working, id)
    authorize(forSubject(subject), actor, working.facts)
    const at = now()
    await sql.updateCell(id, { deletedAt: at, changedAt: at, changedBy: actor.id })
    await tell({
      ...{ thingKind: 'cell', thingId: id, what: 'cell.deleted' },
      details: { title: unit, subject: subjectTitle(subject) },
    })
  })
}

/** Takes a deletion back, with all that the entry was linked with. Pressed twice it is there once. */
export async function restoreCell(actor: Actor, slug: string, id: string): Promise<void> {
  return changingConcept(actor, { slug }, may.readWorking, async (working, tell) => {
    const { concept, facts } = working
    const cell = await sql.findDeleted(id)
    if (cell?.conceptId !== concept.id) return void (await cellIn(working, id))
    authorize(forSubject(cell.subject), actor, facts)
    if (await sql.isTaken(cell, id)) throw new Refusal(words.takenSince)
    await sql.updateCell(id, { deletedAt: null, changedAt: now(), changedBy: actor.id })
    await tell({
      ...{ thingKind: 'cell', thingId: id, what: 'cell.restored' },
      details: { title: cell.unit, subject: subjectTitle(cell.subject) },
    })
  })
}

/** "Im neuen Schuljahr bestätigen": what is taught in a subject is taught this year too. @returns a sentence */
export async function confirmSubject(actor: Actor, slug: string, subject: string) {
  return changingConcept(actor, { slug }, forSubject(subject), async ({ concept }, tell) => {
    const [at, schoolYear] = [now(), schoolYearNow()]
    const count = await sql.confirmSubject(
      { conceptId: concept.id, subject },
      { schoolYear, day: localDayOf(at), by: actor.id, at },
    )
    const title = subjectTitle(subject)
    await tell({
      ...{ thingKind: 'cell', thingId: null, what: 'cells.confirmed' },
      details: { subject: title, count, schoolYear },
    })
    return words.confirmed(count, title, schoolYear)
  })
}

/** An entry as plain text, for comparing two of them. */
function plainCell(cell: Cell): string {
  return [
    ['Unterrichtsvorhaben', cell.unit],
    ['Kompetenz', cell.competency],
    ['Fach', subjectTitle(cell.subject)],
    ['Jahrgang', gradeName(cell.gradeLevel)],
    ['Niveau', levelNames[cell.level]],
    ['Stand', statusNames[cell.status]],
    ['Verbindlich', cell.isBinding ? 'ja' : ''],
    ['Technik', cell.technology],
    ['Was Lehrkräfte können müssen', cell.teacherSkills],
    ['Was Lernende schon können müssen', cell.priorKnowledge],
    ['Zuletzt unterrichtet', cell.lastTaught ?? ''],
  ]
    .flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
    .join('\n')
}
