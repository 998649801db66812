import {
  type Expression,
  type ExpressionBuilder,
  type Insertable,
  type RawBuilder,
  sql,
  type SqlBool,
  type Updateable,
} from 'kysely'
import { db } from '#db/client.ts'
import type { DB, Ideas } from '#db/types.ts'
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

/** In the text, or nearly so in the title: one letter too many finds it too. Words that mean nothing match all. */
const matchesWord = (word: string): RawBuilder<SqlBool> => sql<SqlBool>`(
  ideas.search @@ ${rootOf(word)} or search_key(${word}) <% search_key(ideas.title)
  or numnode(${rootOf(word)}) = 0)`

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

type OfIdeas = ExpressionBuilder<DB, 'ideas'>

function onShelf({ shelf }: IdeaSearch, personId: string) {
  return (eb: OfIdeas): Expression<SqlBool> => {
    if (shelf === 'open') return eb('ideas.state', '=', 'open')
    if (shelf === 'over') return eb('ideas.state', '=', 'became_plg')
    return eb.or([
      eb('ideas.authorId', '=', personId),
      eb.exists(
        eb
          .selectFrom('ideaInterests')
          .whereRef('ideaInterests.ideaId', '=', 'ideas.id')
          .where('ideaInterests.personId', '=', personId)
          .select('ideaInterests.ideaId'),
      ),
    ])
  }
}

/** Ideas to look through, the newest first. */
export async function listIdeas(
  personId: string,
  search: IdeaSearch,
  words: string[],
  { size, offset }: { size: number; offset: number },
) {
  const conditions = [...words.map(matchesWord), ...chosenIn(search)]
  const shelf = onShelf(search, personId)
  const [rows, { total }] = await Promise.all([
    ideasWith(personId)
      .where((eb) => shelf(eb as unknown as OfIdeas))
      .where((eb) => eb.and(conditions))
      .orderBy('ideas.createdAt', 'desc')
      .orderBy('ideas.id')
      .limit(size)
      .offset(offset)
      .execute(),
    db()
      .selectFrom('ideas')
      .where(shelf)
      .where((eb) => eb.and(conditions))
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total }
}

const chosenIn = (search: IdeaSearch, except?: FacetName) =>
  NAMES.filter((name) => search[name] !== '' && name !== except).map((name) =>
    has(name, search[name]),
  )

/** For each value how many ideas it would show, were it chosen and all else stayed as it is. One statement. */
export async function countFacets(personId: string, search: IdeaSearch, words: string[]) {
  const shelf = onShelf(search, personId)
  const of = (name: FacetName) =>
    db()
      .selectFrom('ideas')
      .innerJoin(
        sql<{ value: string }>`unnest(${LISTS[name]})`.as<'one'>(sql`one(value)`),
        (join) => join.onTrue(),
      )
      .where((eb) => shelf(eb as unknown as OfIdeas))
      .where((eb) => eb.and([...words.map(matchesWord), ...chosenIn(search, name)]))
      .groupBy('one.value')
      .select([sql<FacetName>`${name}::text`.as('facet'), 'one.value'])
      .select((eb) => eb.fn.countAll<number>().as('count'))
  const [first, ...others] = NAMES.map(of)
  return others.reduce((query, next) => query.unionAll(next), first!).execute()
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
    .where((eb) => eb.and(words.map(matchesWord)))
    .orderBy(sql`ideas.state = 'open'`, 'desc')
    .orderBy('ideas.createdAt', 'desc')
    .orderBy('ideas.id')
    .limit(limit)
    .execute()
}
