import type { Actor } from '#server/auth/actor.ts'
import { record } from '#server/audit/commands.ts'
import { copyFiles, moveFilesOf, removeFilesOf } from '#server/files/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { type Home, homeKind } from '#server/platform/homes.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { slugOf } from '#server/platform/text.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { type CheckedContent, checkContent } from '#server/rich-text/check.ts'
import { forgetThing } from '#server/references/commands.ts'
import { renderContent } from '#server/rich-text/render.ts'
import { withCopies, wordsOf } from '#server/rich-text/text.ts'
import { withoutComments } from '#server/rich-text/without-comments.ts'
import { stateOf } from '#server/rich-text/yjs.ts'
import { type Template as HouseTemplate, TEMPLATES } from './contract.ts'
import { documentChanged, documentCreated } from './events.ts'
import type { CreateDocument, MoveDocumentInput } from './inputs.ts'
import { paths } from './paths.ts'
import { type DocumentFacts, may } from './policy.ts'
import { documentNumber } from './rules.ts'
import * as sql from './sql.ts'
import { templateTexts } from './templates/rules.ts'
import {
  type HomePlace,
  type Inside,
  insideAlsoDeleted,
  insideDocument,
  type Place,
} from './views.ts'
import { words } from './words.ts'

/** Makes a document from a template. The same key again is the same document. @returns its address */
export async function createDocument(
  actor: Actor,
  place: HomePlace,
  input: CreateDocument,
): Promise<string> {
  await spend('documents', actor.id)
  return transaction(async (publish) => {
    const home = await homeKind(place.kind).enter(actor, { slug: place.slug })
    authorize(may.create, actor, { home: home.rights })
    const template = await templateOf(home, input.template)
    const at = now()
    const made = await sql.insertDocument({
      ...sql.columnOf(home),
      title: input.title,
      folder: input.folder,
      createdBy: actor.id,
      createdAt: at,
      changedAt: at,
      clientKey: input.clientKey,
    })
    const document = made ?? existing(await sql.findByKey(actor.id, input.clientKey))
    if (made) {
      const content = await copied(template, { id: made.id, home })
      await sql.insertContent(made.id, stateOf(content), derivedOf(content))
      const where = { documentId: made.id, homeKind: home.kind, homeId: home.id }
      publish(documentCreated({ ...where, authorId: actor.id }))
    }
    const { number, title } = document
    return paths.document(home.path, { number, slug: slugOf(title) })
  })
}

type Template = { content: CheckedContent; documentId: string | null }

async function templateOf(home: Home, name: string): Promise<Template> {
  if ((TEMPLATES as readonly string[]).includes(name))
    return { content: checkContent(templateTexts[name as HouseTemplate]), documentId: null }
  const own = (await sql.listTemplates(home)).find(({ id }) => id === name)
  if (!own) throw new Refusal(words.noTemplate, 'template')
  return { content: checkContent(await sql.findContent(own.id)), documentId: own.id }
}

/** The text a new document begins with: comments stay with the template, pictures become its own. */
async function copied(
  { content, documentId }: Template,
  { id, home }: { id: string; home: Home },
): Promise<CheckedContent> {
  if (documentId === null) return content
  const files = await copyFiles(
    { kind: 'document', id: documentId },
    { kind: 'document', id, plgId: home.id },
  )
  return checkContent(withCopies(withoutComments(content), files))
}

/** What is kept beside a text so that reading, searching and exporting need no editor. */
export function derivedOf(content: CheckedContent): sql.Derived {
  return {
    content: JSON.stringify(content),
    html: renderContent(content),
    words: wordsOf(content),
  }
}

/** Changes title and folder. @returns the address */
export function describeDocument(
  actor: Actor,
  place: Place,
  { title, folder }: { title: string; folder: string },
): Promise<string> {
  return changing(actor, place, may.describe, async ({ home, document }, changed) => {
    await sql.updateDocument(document.id, { title, folder })
    changed()
    return paths.document(home.path, { number: document.number, slug: slugOf(title) })
  })
}

/**
 * Moves a document to another home in which the actor writes. What leaves a walled one is read by people who did not know
 * of it: that is said, and asked, before. @returns its new address
 */
export function moveDocument(
  actor: Actor,
  place: Place,
  { homeId, isSure }: MoveDocumentInput,
): Promise<string> {
  return changing(actor, place, may.move, async ({ home, document }, changed) => {
    const there = (await homeKind(home.kind).writable(actor)).find(({ id }) => id === homeId)
    if (!there) throw new Refusal(words.noHome, 'homeId')
    if (home.isWalled && !there.isWalled && !isSure)
      throw new Refusal(words.leavesWalled(there.title), 'isSure')
    await sql.updateDocument(document.id, { ...sql.columnOf(there), folder: '' })
    await moveFilesOf({ kind: 'document', id: document.id }, there.id)
    await recorded(actor, 'documents.moved', document.id, { from: home.id, to: there.id })
    changed({ isElsewhere: true })
    return paths.document(there.path, document)
  })
}

/** Puts a document into the archive, where nobody writes in it, or takes it out. @returns the address */
export function archiveDocument(actor: Actor, place: Place, isArchived: boolean): Promise<string> {
  return changing(actor, place, may.archive, async ({ document }, changed) => {
    if ((document.archivedAt !== null) !== isArchived) {
      await sql.updateDocument(document.id, { archivedAt: isArchived ? now() : null })
      changed()
    }
    return document.path
  })
}

/** Makes a document one that others begin with, or no longer. @returns the address */
export function markTemplate(actor: Actor, place: Place, isTemplate: boolean): Promise<string> {
  return changing(actor, place, may.describe, async ({ document }, changed) => {
    await sql.updateDocument(document.id, { isTemplate })
    changed()
    return document.path
  })
}

/** Puts a document into the bin. @returns what is needed to bring it back */
export function deleteDocument(actor: Actor, place: Place) {
  return changing(actor, place, may.delete, async ({ home, document }, changed) => {
    await sql.updateDocument(document.id, { deletedAt: now(), deletedBy: actor.id })
    await recorded(actor, 'documents.deleted', document.id, { home: home.id })
    changed()
    return { number: document.number, title: document.title, home: home.path }
  })
}

/** Brings a document back from the bin. @returns its address */
export function restoreDocument(actor: Actor, home: HomePlace, number: number): Promise<string> {
  return transaction(async (publish) => {
    await sql.lockDocument(number)
    const inside = await insideAlsoDeleted(actor, { home, document: String(number) })
    const { document, facts } = inside
    if (document.deletedAt === null) return document.path
    authorize(may.restore, actor, facts)
    await sql.updateDocument(document.id, { deletedAt: null, deletedBy: null })
    await recorded(actor, 'documents.restored', document.id, { home: inside.home.id })
    publish(news(inside))
    return document.path
  })
}

type Changed = (how?: { isElsewhere: boolean }) => void

/** The frame of all that changes where a document stands: it is locked first, and who has it open is judged anew. */
export function changing<T>(
  actor: Actor,
  place: Place,
  rule: (actor: Actor, facts: DocumentFacts) => boolean,
  work: (inside: Inside, changed: Changed, publish: Publish) => Promise<T>,
): Promise<T> {
  return transaction(async (publish) => {
    await sql.lockDocument(documentNumber(place.document) ?? 0)
    const inside = await insideDocument(actor, place)
    authorize(rule, actor, inside.facts)
    return work(inside, (how) => publish(news(inside, how?.isElsewhere)), publish)
  })
}

const news = ({ home, document }: Inside, isElsewhere = false) =>
  documentChanged({ documentId: document.id, homeKind: home.kind, homeId: home.id, isElsewhere })

/** The protocol names documents by id only: operators read it, and titles are none of their business. */
const recorded = (actor: Actor, action: string, thingId: string, details: object) =>
  record(actor, { action, thingKind: 'document', thingId, details: { ...details } })

/** Removes for good what has lain in the bin for long, with what hangs on it. */
export function emptyBinBefore(then: Date): Promise<void> {
  return transaction(async () => {
    for (const id of await sql.removeDeletedBefore(then)) {
      const thing = { kind: 'document', id }
      await removeFilesOf(thing)
      await forgetThing(thing)
    }
  })
}
