import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { binText, placeText, renameText } from '#server/documents/bound/commands.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { slugOf } from '#server/platform/text.ts'
import { type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import { emptyContent } from '#server/rich-text/contract.ts'
import { changingConcept } from '../commands.ts'
import type { ChapterKind } from '../contract.ts'
import { may } from '../policy.ts'
import type { Working } from '../views.ts'
import { refusals as conceptRefusals } from '../words.ts'
import { MOST_CHAPTERS } from './contract.ts'
import { chapterGiven } from './events.ts'
import type { AddChapter, MoveChapter, SetChapter } from './inputs.ts'
import { moved } from './rules.ts'
import * as sql from './sql.ts'
import { refusals, STANDARD_CHAPTERS } from './words.ts'

const homeOf = ({ concept }: Working) => ({ kind: 'concept', id: concept.id })

type NewChapter = { kind: ChapterKind; title: string; content: CheckedContent; clientKey: string }

/**
 * Adds chapters at the end; the caller holds the concept. The same key again is the same chapter.
 *
 * @throws Refusal when there are too many
 */
export async function placeChapters(actor: Actor, working: Working, given: NewChapter[]) {
  const start = await sql.nextPosition(working.concept.id)
  const at = now()
  const placed: { documentId: string; number: number; isNew: boolean; title: string }[] = []
  for (const { title, content, clientKey } of given) {
    const text = await placeText(homeOf(working), { title, content, by: actor, clientKey })
    placed.push({ documentId: text.id, number: text.number, isNew: text.isNew, title })
  }
  const rows = placed.flatMap(({ documentId, isNew }, index) => {
    const { kind = 'free' as const, title = '' } = given[index] ?? {}
    return isNew ? [{ kind, title, documentId }] : []
  })
  if (rows.length > 0 && start + rows.length > MOST_CHAPTERS) throw new Refusal(refusals.tooMany)
  await sql.insertChapters(
    rows.map((row, index) => ({
      ...{ ...row, conceptId: working.concept.id, position: start + index },
      ...{ createdAt: at, changedAt: at },
    })),
  )
  return placed
}

/** The usual chapters, as far as there is none of their kind. Pressed twice they are there once. @returns how many came */
export async function takeStandardChapters(actor: Actor, slug: string): Promise<number> {
  await spend('documents', actor.id)
  return changingConcept(actor, { slug }, may.write, async (working, tell) => {
    const there = new Set((await sql.listChapters(working.concept.id)).map(({ kind }) => kind))
    const missing = STANDARD_CHAPTERS.filter(({ kind }) => !there.has(kind))
    if (missing.length === 0) return 0
    const content = checkContent(emptyContent())
    await placeChapters(
      actor,
      working,
      missing.map((one) => ({ ...one, content, clientKey: randomUUID() })),
    )
    const details = { count: missing.length }
    await tell({ thingKind: 'chapter', thingId: null, what: 'chapter.standard', details })
    return missing.length
  })
}

/** Adds one chapter. @returns the part of its address that names it, for `documents` */
export async function addChapter(actor: Actor, slug: string, input: AddChapter) {
  await spend('documents', actor.id)
  return changingConcept(actor, { slug }, may.write, async (working, tell) => {
    const content = checkContent(emptyContent())
    const [made] = await placeChapters(actor, working, [{ ...input, content }])
    const { documentId, number, isNew, title } = existing(made)
    const details = { title }
    if (isNew)
      await tell({ thingKind: 'chapter', thingId: documentId, what: 'chapter.created', details })
    return { number, slug: slugOf(title) }
  })
}

/**
 * Title, state, responsible person and who reads it later.
 *
 * @throws Conflict with what stands there now when somebody was faster
 */
export async function setChapter(actor: Actor, slug: string, input: SetChapter): Promise<string> {
  return changingConcept(actor, { slug }, may.write, async (working, tell, publish) => {
    const chapter = await standing(working, input.chapter)
    if (chapter.version !== input.version)
      throw new Conflict(conceptRefusals.overtaken, `${chapter.title} (${chapter.state})`)
    const { title, state, visibility, responsible = null } = input
    if (responsible !== null && responsible !== chapter.responsibleId)
      await refuseStranger(working, responsible)
    await sql.updateChapter(chapter.id, {
      ...{ title, state, visibility, responsibleId: responsible, changedAt: now() },
    })
    if (title !== chapter.title) await renameText(chapter.documentId, title)
    await tell({ ...of(chapter), what: 'chapter.set', details: { title, state, visibility } })
    if (responsible !== null && responsible !== chapter.responsibleId)
      publish(
        chapterGiven({
          ...{ chapterId: chapter.id, documentId: chapter.documentId, actorId: actor.id },
        }),
      )
    return title
  })
}

async function refuseStranger({ school }: Working, personId: string): Promise<void> {
  const staff = await sql.listStaff(school.id, now())
  if (!staff.some(({ id }) => id === personId)) throw new Refusal(refusals.notStaff, 'responsible')
}

/** A place up or down. Who looked at another order is told. @returns its title and place, counted from 1 */
export function moveChapter(actor: Actor, slug: string, input: MoveChapter) {
  return changingConcept(actor, { slug }, may.write, async (working, tell) => {
    const all = await sql.listChapters(working.concept.id)
    const at = all.findIndex(({ id }) => id === input.chapter)
    const chapter = existing(all[at])
    if (at !== input.position) throw new Refusal(refusals.moved)
    const before = all.map(({ id }) => id)
    const order = moved(before, chapter.id, input.to)
    if (order === before) return { title: chapter.title, place: at + 1 }
    await sql.updateOrder(order)
    const details = { title: chapter.title, to: input.to }
    await tell({ ...of(chapter), what: 'chapter.moved', details })
    return { title: chapter.title, place: order.indexOf(chapter.id) + 1 }
  })
}

/** Takes a chapter out; for 30 days it can be brought back with its text. @returns its title */
export function removeChapter(actor: Actor, slug: string, id: string): Promise<string> {
  return changingConcept(actor, { slug }, may.write, async (working, tell, publish) => {
    const chapter = existing(await sql.findById(working.concept.id, id))
    if (chapter.deletedAt) return chapter.title
    await sql.updateChapter(id, { deletedAt: now() })
    await binText({ documentId: chapter.documentId, home: homeOf(working) }, actor, publish)
    await tell({ ...of(chapter), what: 'chapter.removed', details: { title: chapter.title } })
    return chapter.title
  })
}

/** Brings a removed chapter back, to the end of the list where its place is taken. @returns its title */
export function restoreChapter(actor: Actor, slug: string, id: string): Promise<string> {
  return changingConcept(actor, { slug }, may.write, async (working, tell, publish) => {
    const chapter = existing(await sql.findById(working.concept.id, id))
    if (!chapter.deletedAt) return chapter.title
    await sql.updateChapter(id, { deletedAt: null })
    await binText({ documentId: chapter.documentId, home: homeOf(working) }, null, publish)
    const all = await sql.listChapters(working.concept.id)
    if (all.length > MOST_CHAPTERS) throw new Refusal(refusals.tooMany)
    await sql.updateOrder(all.map((one) => one.id))
    await tell({ ...of(chapter), what: 'chapter.restored', details: { title: chapter.title } })
    return chapter.title
  })
}

const of = ({ id }: { id: string }) => ({ thingKind: 'chapter', thingId: id })

/** A chapter that is there, for who holds the concept. @throws NotFound for one of elsewhere or a removed one */
export async function standing({ concept }: Working, id: string) {
  const chapter = existing(await sql.findById(concept.id, id))
  return existing(chapter.deletedAt ? undefined : chapter)
}
