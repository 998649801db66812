import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ChapterKind } from '#server/concepts/contract.ts'
import { checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { renderContent } from '#server/rich-text/render.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import type { Moments } from '../moments.ts'
import type { Chance } from './chance.ts'
import { sentences } from './words.ts'

/** Of each school so many versions: 1,500 of 135 schools. */
const VERSIONS = 11
const GOALS = 20
/** With the goals 20,000 of 135 schools. */
const CELLS = 130
const TEXTS = 40
/** The bench compares the last versions of the first school: 100 pages each, from one to the next every fifth paragraph anew. */
const LONG = 300_000
const EDITIONS = 5
const REWRITTEN = 5

const CHAPTERS: [kind: ChapterKind, title: string][] = [
  ['vision', 'Pädagogische Ziele'],
  ['school_programme_link', 'Bezug zum Schulprogramm'],
  ['teaching_development', 'Unterrichtsentwicklung'],
  ['mkr_coverage', 'Medienkompetenzrahmen'],
  ['training', 'Personal und Fortbildung'],
  ['equipment_and_use', 'Ausstattung und Nutzung'],
  ['data_protection_and_rules', 'Datenschutz und Regeln'],
  ['evaluation', 'Evaluation'],
]
const SUBJECTS = [
  ...['german', 'mathematics', 'english', 'general_studies', 'biology', 'physics', 'politics'],
  ...['history', 'geography', 'religion', 'art', 'music', 'sports', 'computer_science'],
  ...['chemistry', 'technology', 'french', 'philosophy', 'natural_sciences', 'social_studies'],
]
const GOAL_TITLES = [
  'Jede Klasse dreht ein Erklärvideo',
  'Quellen vor dem Referat prüfen',
  'Ausleihe ohne Zettel',
  'Lernen mit Wochenplan',
  'Rückmeldung zu Entwürfen geben',
  'Abläufe ohne Gerät beschreiben',
  'Messreihen in der Tabelle auswerten',
  'Regeln für den Klassenchat',
]

/** Media concepts of all schools with a history of years; what is published last is longer than what was before. */
export async function seedCityConcepts(
  chance: Chance,
  schools: string[],
  { daysAgo }: Moments,
): Promise<void> {
  const at = daysAgo(500)
  await sql`insert into concepts (school_id, title, created_at, changed_at, client_key)
    select s.id, 'Medienkonzept ' || s.name, ${at}, ${at}, gen_random_uuid()
    from schools s where s.id = any(${schools}::uuid[])`.execute(db())
  await sql`insert into concept_versions (concept_id, number, status, scope, change_note, school_name, school_form, title,
      created_at, published_at, client_key)
    select c.id, n, 'published', case when abs(hashtext(s.slug)) % 3 = 0 then 'network' else 'public' end,
      'Stand ' || n, s.name, s.school_form, c.title, ${at}::timestamptz + n * interval '40 days',
      ${at}::timestamptz + n * interval '40 days', gen_random_uuid()
    from concepts c join schools s on s.id = c.school_id, generate_series(1, ${VERSIONS}::int) n`.execute(
    db(),
  )
  await sql`update concepts c set published_version_id = v.id from concept_versions v
    where v.concept_id = c.id and v.number = ${VERSIONS}`.execute(db())
  await seedSections(chance)
  await seedGoals(at)
  await seedCells(at)
}

type Text = { content: string; html: string; words: string }

function paragraphsOf(chance: Chance, letters: number): Content[] {
  const paragraphs: Content[] = []
  for (let length = 0; length < letters; length += 290) {
    const text = sentences(chance, 5)
    paragraphs.push({ type: 'paragraph', content: [{ type: 'text', text }] })
  }
  return paragraphs
}

const textOf = (chance: Chance, letters: number) => written(paragraphsOf(chance, letters))

function written(paragraphs: Content[]): Text {
  const content = checkContent({ type: 'doc', content: paragraphs })
  return {
    ...{ content: JSON.stringify(content), html: renderContent(content) },
    words: wordsOf(content),
  }
}

/** Each text once, in the hands of many: short ones for what was, long ones for what is published now. */
async function seedSections(chance: Chance): Promise<void> {
  const short = Array.from({ length: TEXTS }, () => textOf(chance, 800))
  const current = Array.from({ length: TEXTS }, () => textOf(chance, 6000))
  const editions = [paragraphsOf(chance, LONG / CHAPTERS.length)]
  while (editions.length < EDITIONS)
    editions.push(
      (editions.at(-1) ?? []).map((paragraph, at) =>
        (at + editions.length) % REWRITTEN === 0
          ? (paragraphsOf(chance, 1)[0] ?? paragraph)
          : paragraph,
      ),
    )
  const texts = [...short, ...current, ...editions.map(written)]
  await sql`with texts as materialized (select * from unnest(${texts.map(({ content }) => content)}::text[],
      ${texts.map(({ html }) => html)}::text[], ${texts.map(({ words }) => words)}::text[])
      with ordinality as t (content, html, words, place)),
    chapters as (select * from unnest(${CHAPTERS.map(([kind]) => kind)}::text[],
      ${CHAPTERS.map(([, title]) => title)}::text[]) with ordinality as k (kind, title, position)),
    first as (select c.id from concepts c join schools s on s.id = c.school_id order by s.slug limit 1)
    insert into concept_version_sections (version_id, position, kind, title, visibility, content, html, words)
    select v.id, k.position - 1, k.kind, k.title,
      case when abs(hashtext(v.concept_id::text || k.position)) % 10 = 0 then 'school' else v.scope end,
      t.content::jsonb, t.html, t.words
    from concept_versions v cross join chapters k
    join texts t on t.place = case
      when v.concept_id = (select id from first) and v.number > ${VERSIONS - EDITIONS}
        then ${2 * TEXTS} + v.number - ${VERSIONS - EDITIONS}
      when v.number = ${VERSIONS} then ${TEXTS} + 1 + abs(hashtext(v.id::text || k.position)) % ${TEXTS}
      else 1 + abs(hashtext(v.id::text || k.position)) % ${TEXTS} end`.execute(db())
}

async function seedGoals(at: Date): Promise<void> {
  await sql`insert into concept_goals (concept_id, title, why, dimension, competencies, subjects, from_school_year, from_half,
      due_on, status, visibility, position, created_at, changed_at, client_key)
    select c.id, t.title || ' ' || n, 'Weil es im Unterricht fehlt.', 'teaching',
      array[(1 + n % 6) || '.' || (1 + n % 4)], array[(${SUBJECTS}::text[])[1 + n % 20]], '2026/27', 1,
      ${at}::date + 600, case when n <= 5 then 'active' else 'achieved' end, 'network', n, ${at}, ${at}, gen_random_uuid()
    from concepts c, generate_series(1, ${GOALS}::int) n
    join lateral (select (${GOAL_TITLES}::text[])[1 + n % 8] as title) t on true`.execute(db())
  await sql`insert into concept_version_goals (version_id, position, goal_id, title, why, dimension, competencies, subjects,
      due_on, status, visibility)
    select v.id, g.position - 1, g.id, g.title, g.why, g.dimension, g.competencies, g.subjects, g.due_on, g.status, v.scope
    from concept_versions v join concept_goals g on g.concept_id = v.concept_id and g.position <= 6`.execute(
    db(),
  )
}

async function seedCells(at: Date): Promise<void> {
  await sql`insert into concept_cells (concept_id, competency, subject, grade_level, unit, status, last_taught, created_at,
      changed_at)
    select c.id, (1 + n % 24 / 4) || '.' || (1 + n % 4), (${SUBJECTS}::text[])[1 + (n + 3 * (n / 24)) % 20],
      g.grades[1 + n % array_length(g.grades, 1)], 'Vorhaben ' || n, 'established',
      case when n % 3 = 0 then '2025/26' else '2024/25' end, ${at}, ${at}
    from concepts c join schools s on s.id = c.school_id, generate_series(0, ${CELLS - 1}::int) n,
    lateral (select case when s.school_form = 'primary' then array['SEP', '3', '4']
      else array['5', '6', '7', '8', '9', '10'] end as grades) g
    on conflict do nothing`.execute(db())
  await sql`insert into concept_version_marks (version_id, competency, grade, subject, source_kind, source_id, title, status,
      last_taught)
    select v.id, c.competency, c.grade_level, c.subject, 'cell', c.id, c.unit, c.status, c.last_taught
    from concept_versions v join concept_cells c on c.concept_id = v.concept_id
    where v.number >= ${VERSIONS - 1}`.execute(db())
}
