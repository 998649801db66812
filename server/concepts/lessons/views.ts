import { randomUUID } from 'node:crypto'
import { type Actor, isConfirmed, schoolsOf } from '#server/auth/actor.ts'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { abilities, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { schoolNames } from '#server/schools/views.ts'
import { gradesOf, ownListsOf } from '../matrix/grades/views.ts'
import { paths } from '../paths.ts'
import { may as mayConcept } from '../policy.ts'
import { ownConcepts, workingOf } from '../views.ts'
import { schoolYearNow } from '../matrix/views.ts'
import { isOut, type LessonFacts, may, reads } from './policy.ts'
import * as sql from './sql.ts'
import { visibilityNames } from './words.ts'

export function factsOf(row: sql.LessonRow): LessonFacts {
  const { schoolId, visibility, licence, isAuthor, isInPlg, isEditor } = row
  const isDeleted = row.deletedAt !== null
  return { schoolId, visibility, licence, isDeleted, isAuthor, isInPlg, isEditor }
}

/** @returns undefined for no number */
export function lessonNumber(param: string): number | undefined {
  return /^\d{1,9}$/.test(param) ? Number(param) : undefined
}

/**
 * The one way to a lesson concept.
 *
 * @throws NotFound when there is none, or this reader may not know
 */
export async function lessonAt(actor: Actor | null, param: string): Promise<sql.LessonRow> {
  const number = lessonNumber(param)
  const row = number === undefined ? undefined : await sql.findByNumber(number, actor?.id ?? null)
  return existing(row && reads(actor, factsOf(row)) ? row : undefined)
}

const textsOf = (row: sql.LessonRow) => {
  const { title, aim, subjects, gradeLevels, schoolForms, durationLessons, competencies } = row
  const { equipment, variants, experience, lastTaught } = row
  return {
    ...{ title, aim, subjects, gradeLevels, schoolForms, durationLessons, competencies },
    ...{ equipment, variants, experience, lastTaught },
  }
}

const headOf = (row: sql.LessonRow) => {
  const { id, number, version, visibility, licence, publishedAt, schoolName, schoolSlug } = row
  const school = { id: row.schoolId, name: schoolName, slug: schoolSlug }
  return { id, number, version, visibility, licence, publishedAt, school, plgId: row.plgId }
}

/** Names only of those who have said so; of the others how many there are. */
export function shownAuthors(authors: { name: string; isNamed: boolean }[]) {
  const named = authors.filter(({ isNamed }) => isNamed).map(({ name }) => name)
  return { named, others: authors.length - named.length }
}

/** Where a copy comes from; a title only of what this reader may read. */
async function originalOf(actor: Actor | null, { adoptedFrom, adoptedSchool }: sql.LessonRow) {
  if (adoptedSchool === '') return null
  const found = adoptedFrom ? await sql.findById(adoptedFrom, actor?.id ?? null) : undefined
  const nothing = { school: adoptedSchool, title: '', path: '', licence: found?.licence ?? null }
  if (!found || !reads(actor, factsOf(found))) return nothing
  return { ...nothing, title: found.title, path: paths.lesson(found.number) }
}

/** The page of a lesson concept, for colleagues, the network and visitors. */
export async function lessonFor(actor: Actor | null, param: string) {
  const row = await lessonAt(actor, param)
  const facts = factsOf(row)
  const [parts, original, own, schools] = await Promise.all([
    sql.findParts(row.id),
    originalOf(actor, row),
    actor && may.adopt(actor, facts) ? ownConcepts(actor) : [],
    actor ? schoolNames(schoolsOf(actor)) : new Map<string, { name: string }>(),
  ])
  const { authors, phases, software, uses } = existing(parts)
  const isColleague = actor !== null && may.read(actor, { ...facts, visibility: 'school' })
  return {
    lesson: { ...headOf(row), ...textsOf(row), phases, software, uses },
    // Colleagues know each other; outside stand only the names of those who said so.
    authors: isColleague
      ? { named: authors.map(({ name }) => name), others: 0 }
      : shownAuthors(authors),
    ownName: authors.find(({ personId }) => personId === actor?.id) ?? null,
    original,
    can: actor
      ? abilities(may, actor, { ...facts, atSchool: '' })
      : abilities(NOTHING, NOBODY, undefined),
    targets: own
      .filter(({ can, school }) => can.write && school.id !== row.schoolId)
      .map(({ id, school }) => ({ value: id, label: school.name })),
    schools: [...schools]
      .filter(([atSchool]) => actor !== null && may.sayUse(actor, { ...facts, atSchool }))
      .map(([value, { name }]) => ({ value, label: name })),
    schoolYear: schoolYearNow(),
    isSignedIn: actor !== null,
    clientKey: randomUUID(),
  }
}

const NOBODY = undefined as unknown as Actor
const NOTHING = Object.fromEntries(Object.keys(may).map((name) => [name, () => false])) as Record<
  keyof typeof may,
  () => boolean
>

/** Lesson concepts of the school in its working copy: what colleagues share, and one's own drafts. */
export async function lessonsFor(actor: Actor, slug: string) {
  const { school, facts } = await workingOf(actor, { slug })
  const rows = await sql.listOfSchool(school.id, actor.id)
  return {
    school,
    can: { contribute: mayConcept.contribute(actor, facts) },
    lessons: rows
      .filter((row) => reads(actor, factsOf(row)))
      .map((row) => {
        const { id, number, title, aim, visibility, subjects, gradeLevels, competencies } = row
        const { lastTaught, adoptedSchool } = row
        return {
          ...{ id, number, title, visibility, subjects, gradeLevels, competencies, lastTaught },
          ...{ adoptedSchool, aim: aim.slice(0, 300), isOwn: row.isAuthor },
        }
      }),
  }
}

/** What the form for a new one needs. */
export async function newLessonFor(actor: Actor, slug: string) {
  const { school, concept, facts } = await workingOf(actor, { slug })
  authorizeOrHide(mayConcept.contribute, actor, facts)
  const choices = await choicesOf(actor, { conceptId: concept.id, school })
  return { school, ...choices, me: actor.id, clientKey: randomUUID() }
}

/** What the form of an existing one needs. */
export async function editLessonFor(actor: Actor, param: string) {
  const row = await lessonAt(actor, param)
  authorizeOrHide(may.write, actor, factsOf(row))
  const { concept, school } = await workingOf(actor, { slug: row.schoolSlug })
  const [choices, parts] = await Promise.all([
    choicesOf(actor, { conceptId: concept.id, school }),
    sql.findParts(row.id),
  ])
  const { authors, phases, software } = existing(parts)
  const known = new Set(choices.people.map(({ value }) => value))
  return {
    ...choices,
    school,
    lesson: { ...headOf(row), ...textsOf(row), phases, software, authors },
    // Who has left the school stays an author.
    people: [
      ...choices.people,
      ...authors
        .filter(({ personId }) => !known.has(personId))
        .map(({ personId, name }) => ({ value: personId, label: name })),
    ],
  }
}

async function choicesOf(
  actor: Actor,
  { conceptId, school }: { conceptId: string; school: { id: string; form: string } },
) {
  const [{ people, plgs }, lists] = await Promise.all([
    sql.findChoices(school.id, actor.id),
    ownListsOf(conceptId),
  ])
  return {
    people: people.map((one) => ({ value: one.id, label: `${one.firstName} ${one.lastName}` })),
    plgs: plgs.map(({ id, title }) => ({ value: id, label: title })),
    subjects: [...SUBJECTS, ...lists.subjects] as string[],
    grades: gradesOf(school.form, lists.levels),
  }
}

/** Who reads it, under which licence, and whose names stand there. */
export async function publishLessonFor(actor: Actor, param: string) {
  const row = await lessonAt(actor, param)
  const facts = factsOf(row)
  if (!may.withdraw(actor, facts)) authorizeOrHide(may.publish, actor, facts)
  const [parts, original] = await Promise.all([sql.findParts(row.id), originalOf(actor, row)])
  const { authors } = existing(parts)
  return {
    lesson: { ...headOf(row), ...textsOf(row) },
    authors,
    ownName: authors.find(({ personId }) => personId === actor.id) ?? null,
    mustShareAlike: original !== null && (original.licence ?? row.licence) === 'cc_by_sa',
    can: { publish: may.publish(actor, facts), withdraw: may.withdraw(actor, facts) },
  }
}

export const cardOf = (row: sql.LessonRow): ThingCard => ({
  ...{ id: row.id, title: row.title },
  context: isOut(row) ? row.schoolName : `${row.schoolName} · ${visibilityNames[row.visibility]}`,
  path: paths.lesson(row.number),
})

/** Lesson concepts as lines for search, mentions and the matrix; only those the person may read now. */
export async function lessonCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids, actor.id)
  return rows.filter((row) => reads(actor, factsOf(row))).map(cardOf)
}

/** The same for visitors. */
export async function publicLessonCards(ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids, null)
  return rows.filter((row) => reads(null, factsOf(row))).map(cardOf)
}

/** Rights towards a lesson concept by its id, for files and references. */
export async function standingToLesson(actor: Actor, id: string): Promise<Standing> {
  const row = isConfirmed(actor) ? await sql.findById(id, actor.id) : undefined
  if (!row || !reads(actor, factsOf(row))) return { canRead: false, canChange: false, plgId: null }
  return { canRead: true, canChange: may.write(actor, factsOf(row)), plgId: null }
}

/** The lesson concept that an address of ours leads to; whoever asks looks at the rights. */
export async function locateLesson(path: string): Promise<string | undefined> {
  const found = /^\/unterricht\/(\d{1,9})\/?$/.exec(path)
  return found ? (await sql.findByNumber(Number(found[1]), null))?.id : undefined
}
