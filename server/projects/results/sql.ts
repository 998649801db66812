import { sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import type { Recommendation } from '../closing/contract.ts'
import type { Kind, Visibility } from '../contract.ts'
import type { Facet } from './contract.ts'

/** A word twice: as it was typed, and as the full text wants it. */
export type Word = { typed: string; query: string }
export type Filter = Record<Facet, string> & { words: Word[]; visible: Visibility[] }

/**
 * By its stem or beginning, or, with a slip of the pen, by the letters of the title. Words like "und" stand nowhere.
 * Each by itself, so that the first two can use their index and the word is read once, not once a row.
 */
const holds = ({ typed, query }: Word) => sql<SqlBool>`projects.id in (
  select p.id from projects p where search_key(p.title) %> (select search_key(${typed}::text))
  union all select p.id from projects p where ${query}::text <> ''
    and p.search @@ (select to_tsquery('german', ${query}::text))
  union all select p.id from projects p where ${query}::text <> ''
    and (select numnode(to_tsquery('german', ${query}::text)) = 0))`

const isPublished = (visible: Visibility[]) => sql<SqlBool>`(
  projects.visibility = any(${visible}::text[]) and projects.visibility <> 'plg'
  and projects.deleted_at is null and plgs.kind <> 'principals_circle')`

/** Only what was chosen is asked: of conditions that may be empty the planner cannot tell how much they leave. */
const matches = (filter: Filter) => {
  const { subject, gradeBand, competency, kind, recommendation } = filter
  return sql<SqlBool>`${sql.join(
    [
      isPublished(filter.visible),
      ...(subject ? [sql`projects.subjects @> array[${subject}::text]`] : []),
      ...(gradeBand ? [sql`projects.grade_bands @> array[${gradeBand}::text]`] : []),
      ...(competency ? [sql`projects.competencies @> array[${competency}::text]`] : []),
      ...(kind ? [sql`projects.kind = ${kind}::text`] : []),
      ...(recommendation ? [sql`r.recommendation = ${recommendation}::text`] : []),
      ...filter.words.map(holds),
    ],
    sql` and `,
  )}`
}

const published = () =>
  db()
    .selectFrom('projects')
    .innerJoin('plgs', 'plgs.id', 'projects.plgId')
    .leftJoin('closingReports as r', 'r.projectId', 'projects.id')

const anyOf = (words: Word[]) => words.flatMap(({ query }) => query || []).join(' | ')

/** Without words everything is as good. */
const rankOf = (words: Word[]) =>
  words.length === 0
    ? sql<number>`0`
    : sql<number>`ts_rank(projects.search, (select to_tsquery('german', ${anyOf(words)}::text)))`

/** RESULTS_PER_PAGE as a part of the text: of a number that comes later the planner takes it that a tenth of all is wanted. */
const A_PAGE = sql<number>`20`

/**
 * A page of them, the best match first, then the newest. What a line says is gathered for the lines of the page alone.
 */
export function listPublished(filter: Filter, offset: number) {
  const page = published()
    .where(matches(filter))
    .select(['projects.id', 'projects.publishedAt', rankOf(filter.words).as('rank')])
    .orderBy('rank', 'desc')
    .orderBy('projects.publishedAt', 'desc')
    .orderBy('projects.id')
    .limit(A_PAGE)
    .$if(offset > 0, (query) => query.offset(offset))
  return db()
    .with(
      (cte) => cte('page').materialized(),
      () => page,
    )
    .selectFrom('page')
    .innerJoin('projects', 'projects.id', 'page.id')
    .leftJoin('closingReports as r', 'r.projectId', 'projects.id')
    .select([
      'projects.id',
      'projects.number',
      'projects.title',
      'projects.subjects',
      'projects.gradeBands',
      'projects.competencies',
      'projects.publishedAt',
      sql<string>`left(projects.summary, 400)`.as('summary'),
      sql<Kind>`projects.kind`.as('kind'),
      sql<Visibility>`projects.visibility`.as('visibility'),
      sql<Recommendation | null>`r.recommendation`.as('recommendation'),
      sql<number>`(select count(*) from project_tries t where t.project_id = projects.id)`.as(
        'tries',
      ),
    ])
    .orderBy('page.rank', 'desc')
    .orderBy('projects.publishedAt', 'desc')
    .orderBy('projects.id')
    .execute()
}

/** How many there are of each, and of all (facet ''). */
export async function countPublished(filter: Filter) {
  const { rows } = await sql<{ facet: Facet | ''; value: string; count: number }>`
    with matching as materialized (
      select projects.subjects, projects.grade_bands, projects.competencies, projects.kind,
        r.recommendation
      from projects join plgs on plgs.id = projects.plg_id
        left join closing_reports r on r.project_id = projects.id
      where ${matches(filter)})
    select '' as facet, '' as value, count(*) as count from matching
    union all select 'subject', v, count(*) from matching, unnest(subjects) v group by v
    union all select 'gradeBand', v, count(*) from matching, unnest(grade_bands) v group by v
    union all select 'competency', v, count(*) from matching, unnest(competencies) v group by v
    union all select 'kind', kind, count(*) from matching group by kind
    union all select 'recommendation', recommendation, count(*) from matching
      where recommendation is not null group by recommendation`.execute(db())
  return rows
}

/** For the search of the house: what is published for this reader, and what lies in their PLGs. */
export function listFound(
  personId: string | null,
  { words, visible }: Pick<Filter, 'words' | 'visible'>,
  limit: number,
) {
  const isMember = sql<boolean>`exists (select 1 from plg_members m where m.plg_id = projects.plg_id
    and m.person_id = ${personId}::uuid and m.state = 'active')`
  return db()
    .selectFrom('projects')
    .innerJoin('plgs', 'plgs.id', 'projects.plgId')
    .where('projects.deletedAt', 'is', null)
    .where(
      sql<SqlBool>`(${isPublished(visible)} or projects.plg_id in (select m.plg_id from plg_members m
        where m.person_id = ${personId}::uuid and m.state = 'active'))`,
    )
    .where(sql<SqlBool>`${sql.join(words.map(holds), sql` and `)}`)
    .select([
      'projects.id',
      'projects.number',
      'projects.title',
      'plgs.kind as plgKind',
      'plgs.slug as plgSlug',
      'plgs.title as plgTitle',
      sql<Visibility>`projects.visibility`.as('visibility'),
      isMember.as('isInside'),
    ])
    .orderBy(rankOf(words), 'desc')
    .orderBy('projects.changedAt', 'desc')
    .limit(limit)
    .execute()
}

/** What the public page says about a Vorhaben beside its parts; names only of those who show them. */
export function findEcho(projectId: string, personId: string | null) {
  return db()
    .selectFrom('projects')
    .where('projects.id', '=', projectId)
    .select([
      'projects.planWords',
      sql<number>`(select count(*) from project_tries t where t.project_id = projects.id)`.as(
        'persons',
      ),
      sql<number>`(select count(distinct t.school_id) from project_tries t
        where t.project_id = projects.id)`.as('schools'),
      sql<string[]>`array(select p.first_name || ' ' || p.last_name || coalesce(', ' || s.name, '')
        from project_tries t join persons p on p.id = t.person_id
        left join schools s on s.id = t.school_id
        where t.project_id = projects.id and t.shows_name order by p.last_name, p.id limit 50)`.as(
        'names',
      ),
      sql<boolean>`exists (select 1 from project_tries t where t.project_id = projects.id
        and t.person_id = ${personId}::uuid)`.as('isTrying'),
      sql<number>`(select count(*) from projects c where c.adopted_from = projects.id
        and c.deleted_at is null)`.as('copies'),
      sql<number>`(select count(*) from trial_runs t where t.project_id = projects.id
        and t.deleted_at is null)`.as('trials'),
      sql<number>`(select coalesce(sum(t.lessons), 0) from trial_runs t
        where t.project_id = projects.id and t.deleted_at is null)`.as('lessons'),
      sql<string[]>`array(select c.plg_id::text from projects c where c.adopted_from = projects.id
        and c.deleted_at is null and c.plg_id in (select m.plg_id from plg_members m
          where m.person_id = ${personId}::uuid and m.state = 'active'))`.as('copiedTo'),
    ])
    .executeTakeFirstOrThrow()
}
