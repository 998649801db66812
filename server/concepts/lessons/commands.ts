import type { Actor } from '#server/auth/actor.ts'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { record } from '#server/audit/commands.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { childNameHints } from '#server/platform/child-names.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { changingConcept } from '../commands.ts'
import { gradesOf, ownListsOf } from '../matrix/grades/views.ts'
import { paths } from '../paths.ts'
import { may as mayConcept } from '../policy.ts'
import type { Working } from '../views.ts'
import type { CreateLesson, EditLesson, PublishLesson } from './inputs.ts'
import { isOut, may } from './policy.ts'
import { plainLesson } from './rules.ts'
import * as sql from './sql.ts'
import { factsOf, lessonAt, lessonNumber } from './views.ts'
import { words } from './words.ts'

/** Begins a lesson concept that only its authors read. The same key again is the same one. @returns its address */
export async function createLesson(actor: Actor, slug: string, input: CreateLesson) {
  await spend('documents', actor.id)
  return changingConcept(actor, { slug }, mayConcept.contribute, async (working, tell) => {
    const { clientKey, phases, authors, software, ...about } = input
    await refuseUnknown(actor, working, input)
    const productIds = await productIdsOf(software)
    const at = now()
    const schoolId = working.school.id
    const made = await sql.insertLesson({
      ...about,
      ...{ schoolId, clientKey, createdBy: actor.id, createdAt: at, changedAt: at },
    })
    if (!made) return paths.lesson(existing(await sql.findByKey(actor.id, clientKey)).number)
    const writers = authors.length > 0 ? authors : [actor.id]
    await sql.replaceParts(made.id, { phases, productIds, authors: writers })
    // A draft of its authors alone is no news to their colleagues.
    await tell({ thingKind: 'lesson', thingId: made.id, what: 'lesson.created' })
    return paths.lesson(made.number)
  })
}

type Asked = Pick<CreateLesson, 'subjects' | 'gradeLevels' | 'authors' | 'plgId'>
const NOTHING: Asked = { subjects: [], gradeLevels: [], authors: [], plgId: null }

/** Subjects and grades are the usual ones and the school's own, authors are colleagues, the PLG is one's own. */
async function refuseUnknown(
  actor: Actor,
  { concept, school }: Working,
  asked: Asked,
  before = NOTHING,
): Promise<void> {
  const [lists, { people, plgs }] = await Promise.all([
    ownListsOf(concept.id),
    sql.findChoices(school.id, actor.id),
  ])
  const subjects: string[] = [...SUBJECTS, ...lists.subjects, ...before.subjects]
  const grades = [
    ...gradesOf(school.form, lists.levels).map(({ value }) => value),
    ...before.gradeLevels,
  ]
  const persons = [...people.map(({ id }) => id), ...before.authors, actor.id]
  const strange = (given: string[], known: string[]) => given.find((one) => !known.includes(one))
  const subject = strange(asked.subjects, subjects)
  if (subject !== undefined) throw new Refusal(words.unknownSubject(subject), 'subjects')
  const grade = strange(asked.gradeLevels, grades)
  if (grade !== undefined) throw new Refusal(words.unknownGrade(grade), 'gradeLevels')
  if (strange(asked.authors, persons) !== undefined)
    throw new Refusal(words.strangerAsAuthor, 'authors')
  const groups = [...plgs.map(({ id }) => id), before.plgId]
  if (asked.plgId !== null && !groups.includes(asked.plgId))
    throw new Refusal(words.notYourPlg, 'plgId')
}

/** Software by the names of the directory. @throws Refusal for a name that does not stand there */
export async function productIdsOf(names: string[]): Promise<string[]> {
  const found = names.length > 0 ? await sql.listProducts(names) : []
  return names.map((wanted) => {
    const product = found.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
    if (!product) throw new Refusal(words.unknownSoftware(wanted), 'software')
    return product.id
  })
}

/** The frame of a change by somebody of the school: the concept is locked, then the row. */
async function changingLesson<T>(
  actor: Actor,
  param: string,
  rule: typeof may.write,
  work: (row: sql.LessonRow, working: Working, tell: (what: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const { schoolSlug } = await lessonAt(actor, param)
  return changingConcept(
    actor,
    { slug: schoolSlug },
    mayConcept.contribute,
    async (working, tell) => {
      await sql.lockLesson(lessonNumber(param) ?? 0)
      const row = await lessonAt(actor, param)
      authorize(rule, actor, factsOf(row))
      return work(row, working, (what) => tell({ thingKind: 'lesson', thingId: row.id, what }))
    },
  )
}

export function editLesson(actor: Actor, param: string, input: EditLesson): Promise<string> {
  return changingLesson(actor, param, may.write, async (row, working, tell) => {
    const { version, isChecked, phases, authors, software, ...about } = input
    const parts = existing(await sql.findParts(row.id))
    if (row.version !== version) throw new Conflict(words.overtaken, plainLesson(row, parts.phases))
    if (authors.length === 0) throw new Refusal(words.noAuthor, 'authors')
    const before = { ...row, authors: parts.authors.map(({ personId }) => personId) }
    await refuseUnknown(actor, working, input, before)
    if (row.visibility === 'plg' && about.plgId === null) throw new Refusal(words.noPlg, 'plgId')
    if (isOut(row)) refuseChildNames([plainLesson(about, phases)], isChecked)
    const productIds = await productIdsOf(software)
    await sql.updateLesson(row.id, { ...about, changedAt: now() })
    await sql.replaceParts(row.id, { phases, productIds, authors })
    await tell('lesson.changed')
    return paths.lesson(row.number)
  })
}

function refuseChildNames(texts: string[], isChecked: boolean): void {
  const found = isChecked ? [] : childNameHints(texts)
  if (found.length > 0) throw new Refusal(words.childNames(found), 'isChecked')
}

/** Says who reads it. What leaves the school needs a licence and must not name children. @returns its address */
export function publishLesson(actor: Actor, param: string, input: PublishLesson): Promise<string> {
  return changingLesson(actor, param, may.publish, async (row, _working, tell) => {
    const { visibility, licence, version } = input
    if (row.version !== version)
      throw new Conflict(
        words.overtaken,
        plainLesson(row, existing(await sql.findParts(row.id)).phases),
      )
    await refuseUnfit(actor, row, input)
    const goesOut = isOut(input)
    const isNew = goesOut && !isOut(row)
    await sql.updateLesson(row.id, {
      ...{ visibility, licence: licence ?? row.licence },
      ...(isNew ? { publishedAt: now() } : {}),
    })
    if (goesOut || isOut(row))
      await recorded(actor, goesOut ? 'lessons.published' : 'lessons.withdrawn', row.id)
    await tell(goesOut ? 'lesson.published' : 'lesson.shared')
    return paths.lesson(row.number)
  })
}

/** Is it ready to be read by so many, and under this licence? */
async function refuseUnfit(actor: Actor, row: sql.LessonRow, input: PublishLesson): Promise<void> {
  const { visibility, licence, isChecked } = input
  if (visibility === 'plg' && row.plgId === null) throw new Refusal(words.noPlg, 'visibility')
  if (licence !== null && licence !== 'cc_by_sa' && (await mustShareAlike(actor, row)))
    throw new Refusal(words.shareAlike, 'licence')
  if (!isOut(input)) return
  if (row.aim === '') throw new Refusal(words.noAim)
  if (licence === null) throw new Refusal(words.chooseLicence, 'licence')
  const { phases } = existing(await sql.findParts(row.id))
  refuseChildNames([plainLesson(row, phases)], isChecked)
}

/** A copy of what came under "share alike", also when the original is gone. */
async function mustShareAlike(actor: Actor, row: sql.LessonRow): Promise<boolean> {
  if (row.adoptedSchool === '') return false
  const original = row.adoptedFrom ? await sql.findById(row.adoptedFrom, actor.id) : undefined
  return (original?.licence ?? row.licence) === 'cc_by_sa'
}

/** Back into the school: also who keeps its concept, when a child's name stands in it. */
export function withdrawLesson(actor: Actor, param: string): Promise<string> {
  return changingLesson(actor, param, may.withdraw, async (row, _working, tell) => {
    await sql.updateLesson(row.id, { visibility: 'school' })
    await recorded(actor, 'lessons.withdrawn', row.id)
    await tell('lesson.withdrawn')
    return paths.lesson(row.number)
  })
}

/** An author says for themselves whether the own name is shown, wherever they teach now. */
export function sayLessonName(actor: Actor, param: string, isNamed: boolean): Promise<void> {
  return transaction(async () => {
    const row = await lessonAt(actor, param)
    authorizeOrHide(may.sayName, actor, factsOf(row))
    await sql.updateName(row.id, actor.id, isNamed)
  })
}

/** @returns what is needed to bring it back */
export function deleteLesson(actor: Actor, param: string) {
  return changingLesson(actor, param, may.delete, async (row, { school }, tell) => {
    await sql.updateLesson(row.id, { deletedAt: now() })
    await recorded(actor, 'lessons.deleted', row.id)
    await tell('lesson.deleted')
    return { number: row.number, title: row.title, school: school.slug }
  })
}

/** Brings one back, to the school only: whoever wants it outside again says so. @returns its address */
export function restoreLesson(actor: Actor, slug: string, number: number): Promise<string> {
  return changingConcept(actor, { slug }, mayConcept.contribute, async ({ school }, tell) => {
    await sql.lockLesson(number)
    const row = existing(await sql.findByNumber(number, actor.id))
    existing(row.schoolId === school.id ? row : undefined)
    if (row.deletedAt === null) return paths.lesson(number)
    authorizeOrHide(may.restore, actor, factsOf(row))
    if (row.adoptedFrom && (await sql.hasOtherCopy(school.id, row.adoptedFrom)))
      throw new Refusal(words.copyIsBack)
    const visibility = isOut(row) ? 'school' : row.visibility
    await sql.updateLesson(row.id, { deletedAt: null, visibility })
    await recorded(actor, 'lessons.restored', row.id)
    await tell({ thingKind: 'lesson', thingId: row.id, what: 'lesson.restored' })
    return paths.lesson(number)
  })
}

/** The protocol names it by its id only: titles are none of an operator's business. */
const recorded = (actor: Actor, action: string, thingId: string) =>
  record(actor, { action, thingKind: 'lesson', thingId, details: {} })
