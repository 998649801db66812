import { type Insertable, type RawBuilder, sql, type SqlBool, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { Ideas } from '#db/types.ts'
import { rootOf } from '#db/word-search.ts'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import type { IdeaState } from './contract.ts'
import type { FacetName, IdeaSearch } from './market/contract.ts'

/** The idea itself and what was merged into it. */
const family = sql`(family.id = ideas.id or family.merged_into = ideas.id)`

/** Distinct schools: of the authors, and for which somebody joined. */
const schoolCount = sql<number>`(select count(*) from (
  select family.school_id from ideas as family where ${family} and family.school_id is not null
  union select idea_interests.school_id from idea_interests
    join ideas as family on family.id = idea_interests.idea_id where ${family}) as wanting)`

const CARD = [
  'ideas.id',
  'ideas.number',
  'ideas.title',
  'ideas.problem',
  'ideas.learnersNeed',
  'ideas.technology',
  'ideas.subjects',
  'ideas.gradeBands',
  'ideas.schoolForms',
  'ideas.competencies',
  'ideas.topics',
  'ideas.programmeId',
  'ideas.callId',
  'ideas.authorId',
  'ideas.schoolId',
  'ideas.plgId',
  'ideas.mergedInto',
  'ideas.mergedAt',
  'ideas.createdAt',
  'ideas.version',
] as const

/** Ideas as lists show them, and what part this person has in each. Whoever asks adds which. */
function ideasWith(personId: string) {
  return db()
    .selectFrom('ideas')
    .leftJoin('programmes', 'programmes.id', 'ideas.programmeId')
    .select(CARD)
    .select([
      'programmes.name as programme',
      sql<IdeaState>`ideas.state`.as('state'),
      schoolCount.as('schools'),
      sql<boolean>`exists (select from ideas as family left join idea_interests
        on idea_interests.idea_id = family.id and idea_interests.person_id = ${personId}
        where ${family} and (idea_interests.person_id is not null
          or (family.id <> ideas.id and family.author_id = ${personId})))`.as('isInterested'),
    ])
}

export type IdeaRow = Awaited<ReturnType<typeof listCards>>[number]

export function listCards(ids: string[], personId: string) {
  return ideasWith(personId)
    .where('ideas.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

export function findIdea(by: { number: number } | { id: string }, personId: string) {
  return ideasWith(personId)
    .leftJoin('persons', 'persons.id', 'ideas.authorId')
    .leftJoin('schools', 'schools.id', 'ideas.schoolId')
    .where('number' in by ? 'ideas.number' : 'ideas.id', '=', 'number' in by ? by.number : by.id)
    .select(['persons.firstName', 'persons.lastName', 'schools.name as school'])
    .executeTakeFirst()
}

export function findNamed(by: { number: number } | { id: string }) {
  return db()
    .selectFrom('ideas')
    .where('number' in by ? 'number' : 'id', '=', 'number' in by ? by.number : by.id)
    .select(['id', 'number', 'title'])
    .executeTakeFirst()
}

/** From here to the end of the transaction nobody else changes these. In one order, so that nobody waits in a circle. */
export async function lockIdeas(ids: string[]): Promise<void> {
  await db()
    .selectFrom('ideas')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .select('id')
    .forUpdate()
    .execute()
}

/** @returns undefined when this very form was sent before */
export function insertIdea(row: Insertable<Ideas>) {
  return db()
    .insertInto('ideas')
    .values(row)
    .onConflict((conflict) => conflict.columns(['authorId', 'clientKey']).doNothing())
    .returning(['id', 'number', 'title'])
    .executeTakeFirst()
}

export function findByKey(authorId: string, clientKey: string) {
  return db()
    .selectFrom('ideas')
    .where('authorId', '=', authorId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number', 'title'])
    .executeTakeFirst()
}

/** Every change counts on, so that a form made before is outdated. */
export async function updateIdea(id: string, row: Updateable<Ideas>): Promise<void> {
  await db()
    .updateTable('ideas')
    .set(row)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/**
 * In the text, or nearly so in the title: one letter too many finds it too. Words that mean nothing match all.
 * Each of the three by itself, so that the first two can use their index and the word is read once, not once a row.
 */
const matchesWord = (word: string): RawBuilder<SqlBool> => sql<SqlBool>`ideas.id in (
  select i.id from ideas i where i.search @@ (select ${rootOf(word)})
  union all select i.id from ideas i where search_key(i.title) %> (select search_key(${word}))
  union all select i.id from ideas i where (select numnode(${rootOf(word)}) = 0))`

const LISTS = {
  subject: sql<
    string[]
  >`case when ideas.subjects = '{}' then ${[...SUBJECTS]}::text[] else ideas.subjects end`,
  gradeBand: sql<
    string[]
  >`case when ideas.grade_bands = '{}' then ${[...GRADE_BANDS]}::text[] else ideas.grade_bands end`,
  schoolForm: sql<
    string[]
  >`case when ideas.school_forms = '{}' then ${[...SCHOOL_FORMS]}::text[] else ideas.school_forms end`,
  competency: sql<string[]>`ideas.competencies`,
  topic: sql<string[]>`ideas.topics`,
  programme: sql<string[]>`array_remove(array[ideas.programme_id::text], null)`,
} satisfies Record<FacetName, RawBuilder<string[]>>

const NAMES = Object.keys(LISTS) as FacetName[]

/** An idea that names no subject, grade or Schulform is for all of them. */
const has = (name: FacetName, value: string) => sql<SqlBool>`${value} = any(${LISTS[name]})`

function onShelf({ shelf }: IdeaSearch, personId: string): RawBuilder<SqlBool> {
  if (shelf === 'open') return sql`ideas.state = 'open'`
  if (shelf === 'over') return sql`ideas.state = 'became_plg'`
  return sql`(ideas.author_id = ${personId}::uuid or exists (select from idea_interests
    where idea_interests.idea_id = ideas.id and idea_interests.person_id = ${personId}::uuid))`
}

/** Ideas to look through, the newest first. */
export function listIdeas(
  personId: string,
  search: IdeaSearch,
  words: string[],
  { size, offset }: { size: number; offset: number },
) {
  return ideasWith(personId)
    .where(allOf([onShelf(search, personId), ...words.map(matchesWord), ...chosenIn(search)]))
    .orderBy('ideas.createdAt', 'desc')
    .orderBy('ideas.id')
    .limit(size)
    .offset(offset)
    .execute()
}

const allOf = (conditions: RawBuilder<SqlBool>[]) =>
  conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`

const chosenIn = (search: IdeaSearch, except?: FacetName) =>
  NAMES.filter((name) => search[name] !== '' && name !== except).map((name) =>
    has(name, search[name]),
  )

/**
 * How many ideas there are (facet ''), and for each value how many it would show, were it chosen and all else
 * stayed as it is. What matches the words is looked for once: inside the statement it stands for the table.
 */
export async function countFacets(personId: string, search: IdeaSearch, words: string[]) {
  const of = (name: FacetName) =>
    sql`select ${name}::text as facet, value, count(*) as count
      from ideas cross join unnest(${LISTS[name]}) as one (value)
      where ${allOf(chosenIn(search, name))} group by value`
  const { rows } = await sql<{ facet: FacetName | ''; value: string; count: number }>`
    with ideas as materialized (select subjects, grade_bands, school_forms, competencies, topics, programme_id
      from ideas where ${allOf([onShelf(search, personId), ...words.map(matchesWord)])})
    select '' as facet, '' as value, count(*) as count from ideas where ${allOf(chosenIn(search))}
    union all ${sql.join(NAMES.map(of), sql` union all `)}`.execute(db())
  return rows
}

/** Open ideas with a title like this one, the most alike first. */
export function listSimilar(title: string, personId: string, limit: number, except?: string) {
  const key = sql<string>`search_key(${title})`
  return ideasWith(personId)
    .where('ideas.state', '=', 'open')
    .$if(except !== undefined, (query) => query.where('ideas.id', '<>', except ?? ''))
    .where(sql<SqlBool>`(search_key(ideas.title) % ${key} or ${key} <% search_key(ideas.title))`)
    .orderBy(sql`similarity(search_key(ideas.title), ${key})`, 'desc')
    .orderBy('ideas.id')
    .limit(limit)
    .execute()
}

/** Ideas that answer a call, the newest first. What is archived is no answer any more. */
export async function listAnswers(
  callId: string,
  personId: string,
  { size, offset }: { size: number; offset: number },
) {
  const [rows, { total }] = await Promise.all([
    ideasWith(personId)
      .where('ideas.callId', '=', callId)
      .where('ideas.state', '<>', 'archived')
      .orderBy('ideas.createdAt', 'desc')
      .orderBy('ideas.id')
      .limit(size)
      .offset(offset)
      .execute(),
    db()
      .selectFrom('ideas')
      .where('callId', '=', callId)
      .where('state', '<>', 'archived')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total }
}

/** What the search of the house finds. */
export function search(personId: string, words: string[], limit: number) {
  return ideasWith(personId)
    .where('ideas.state', 'in', ['open', 'became_plg'])
    .where(allOf(words.map(matchesWord)))
    .orderBy(sql`ideas.state = 'open'`, 'desc')
    .orderBy('ideas.createdAt', 'desc')
    .orderBy('ideas.id')
    .limit(limit)
    .execute()
}
