import { type ExpressionBuilder, type Insertable, sql, type SqlBool, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { DB, Documents } from '#db/types.ts'
import type { Shelf } from './contract.ts'

/** Where documents live. Each kind of home is a column; a new kind is a line here and one in the migration. */
type Place = { kind: string; id: string }
type Scope = ExpressionBuilder<DB, 'documents'>

const livesIn = (home: Place) => (eb: Scope) => {
  if (home.kind === 'plg') return eb('documents.plgId', '=', home.id)
  return home.kind === 'concept' ? eb('documents.conceptId', '=', home.id) : sql<SqlBool>`false`
}

export const columnOf = ({ kind, id }: Place) =>
  kind === 'concept' ? { plgId: null, conceptId: id } : { plgId: id, conceptId: null }

/** Where a document lives. */
export const placeOf = ({
  plgId,
  conceptId,
}: {
  plgId: string | null
  conceptId: string | null
}) => (conceptId === null ? { kind: 'plg', id: plgId ?? '' } : { kind: 'concept', id: conceptId })

const LINE = [
  'documents.id',
  'documents.number',
  'documents.plgId',
  'documents.conceptId',
  'documents.title',
  'documents.folder',
  'documents.isTemplate',
  'documents.createdBy',
  'documents.createdAt',
  'documents.changedAt',
  'documents.archivedAt',
  'documents.deletedAt',
] as const

const lines = () => db().selectFrom('documents').select(LINE)

export type DocumentRow = NonNullable<Awaited<ReturnType<typeof findByNumber>>>

export const findByNumber = (number: number) =>
  lines().where('documents.number', '=', number).executeTakeFirst()

export const findById = (id: string) => lines().where('documents.id', '=', id).executeTakeFirst()

export type ListFilter = { shelf: Shelf; folder: string | null; words: string[] }

/** Documents of one home, the last changed first. */
export function listOfHome(home: Place, filter: ListFilter, limit: number, offset: number) {
  return filtered(home, filter)
    .leftJoin('persons', 'persons.id', 'documents.createdBy')
    .innerJoin('documentContents as c', 'c.documentId', 'documents.id')
    .select(LINE)
    .select(['persons.firstName', 'persons.lastName'])
    .select(sql<string>`left(c.words, 200)`.as('firstWords'))
    .orderBy('documents.changedAt', 'desc')
    .orderBy('documents.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countOfHome(home: Place, filter: ListFilter): Promise<number> {
  const { count } = await filtered(home, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function filtered(home: Place, { shelf, folder, words }: ListFilter) {
  let query = db()
    .selectFrom('documents')
    .where(livesIn(home))
    .where('documents.deletedAt', shelf === 'deleted' ? 'is not' : 'is', null)
  if (shelf === 'active' || shelf === 'templates')
    query = query.where('documents.archivedAt', 'is', null)
  if (shelf === 'archived') query = query.where('documents.archivedAt', 'is not', null)
  if (shelf === 'templates') query = query.where('documents.isTemplate', '=', true)
  if (folder !== null) query = query.where('documents.folder', '=', folder)
  for (const word of words) query = query.where(titleHolds(word))
  return query
}

const asPattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`

const titleHolds = (word: string) =>
  sql<SqlBool>`search_key(documents.title) like search_key(${asPattern(word)})`

/** The folders of a home with how many documents each holds, those in the archive aside. */
export function listFolders(home: Place) {
  return db()
    .selectFrom('documents')
    .where(livesIn(home))
    .where('documents.deletedAt', 'is', null)
    .where('documents.archivedAt', 'is', null)
    .where('documents.folder', '<>', '')
    .groupBy('documents.folder')
    .orderBy('documents.folder')
    .select(['documents.folder'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .execute()
}

export function listTemplates(home: Place) {
  return lines()
    .where(livesIn(home))
    .where('documents.isTemplate', '=', true)
    .where('documents.deletedAt', 'is', null)
    .where('documents.archivedAt', 'is', null)
    .orderBy('documents.title')
    .limit(50)
    .execute()
}

/** What the read view shows, as it was kept with the last folding. */
export function findPage(documentId: string) {
  return db()
    .selectFrom('documentContents')
    .where('documentId', '=', documentId)
    .select(['html', 'invalidSince'])
    .select(sql<boolean>`words = ''`.as('hasNoWords'))
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('documentUpdates as u')
            .whereRef('u.documentId', '=', 'documentContents.documentId')
            .select('u.id'),
        )
        .as('isBehind'),
    )
    .executeTakeFirst()
}

/** The last text that passed the check. */
export async function findContent(documentId: string): Promise<unknown> {
  const row = await db()
    .selectFrom('documentContents')
    .where('documentId', '=', documentId)
    .select('content')
    .executeTakeFirst()
  return row?.content
}

/** @returns undefined when this very form has made it before */
export function insertDocument(row: Insertable<Documents>) {
  return db()
    .insertInto('documents')
    .values(row)
    .onConflict((conflict) => conflict.columns(['createdBy', 'clientKey']).doNothing())
    .returning(['id', 'number', 'title'])
    .executeTakeFirst()
}

export function findByKey(personId: string, clientKey: string) {
  return lines()
    .where('documents.createdBy', '=', personId)
    .where('documents.clientKey', '=', clientKey)
    .executeTakeFirst()
}

export type Derived = { content: string; html: string; words: string }

export async function insertContent(documentId: string, state: Uint8Array, derived: Derived) {
  await db()
    .insertInto('documentContents')
    .values({ documentId, state: Buffer.from(state), ...derived })
    .execute()
}

export async function updateDerived(documentId: string, derived: Derived, at: Date) {
  await db()
    .updateTable('documentContents')
    .set(derived)
    .where('documentId', '=', documentId)
    .execute()
  await updateDocument(documentId, { changedAt: at })
}

export async function updateDocument(id: string, set: Updateable<Documents>): Promise<void> {
  await db().updateTable('documents').set(set).where('id', '=', id).execute()
}

/** From here to the end of the transaction nobody else renames, moves or puts this document away. */
export async function lockDocument(number: number): Promise<void> {
  await db().selectFrom('documents').where('number', '=', number).select('id').forUpdate().execute()
}

/** Those among `ids` that are there, with their homes; whoever asks looks at the reader's rights there. */
export function listByIds(ids: string[]) {
  return lines()
    .where('documents.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('documents.deletedAt', 'is', null)
    .execute()
}

/** Documents of these homes whose title or text holds all the words, the last changed first. */
export function listFound(homes: Place[], words: string[], limit: number) {
  const idsOf = (kind: string) => homes.filter((home) => home.kind === kind).map(({ id }) => id)
  let query = lines()
    .innerJoin('documentContents as c', 'c.documentId', 'documents.id')
    .where((eb) =>
      eb.or([
        eb('documents.plgId', '=', sql<string>`any(${idsOf('plg')}::uuid[])`),
        eb('documents.conceptId', '=', sql<string>`any(${idsOf('concept')}::uuid[])`),
      ]),
    )
    .where('documents.deletedAt', 'is', null)
  for (const word of words)
    query = query.where(
      sql<SqlBool>`(${titleHolds(word)} or c.search like search_key(${asPattern(word)}))`,
    )
  return query.orderBy('documents.changedAt', 'desc').limit(limit).execute()
}

/** Who lives where a document lives at this moment, as long as it stands: `m` beside the document `d`. */
export function peopleOf(documentId: string, at: Date) {
  return db()
    .selectFrom('documents as d')
    .innerJoin('documentPeople as m', 'm.documentId', 'd.id')
    .where('d.id', '=', documentId)
    .where('d.deletedAt', 'is', null)
    .where('m.since', '<=', at)
    .where('m.until', '>', at)
}

/** Whom a new document is told: the others who live where it does. */
export function membersToTell(documentId: string, at: Date) {
  return peopleOf(documentId, at)
    .where((eb) => eb('m.personId', 'is distinct from', eb.ref('d.createdBy')))
    .select(sql<string>`m.person_id`.as('personId'))
    .distinct()
}

/** Removes for good what has lain in the bin for long. @returns the ids */
export async function removeDeletedBefore(before: Date): Promise<string[]> {
  const rows = await db()
    .deleteFrom('documents')
    .where('deletedAt', '<', before)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
