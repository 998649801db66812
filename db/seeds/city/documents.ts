import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { renderContent } from '#server/rich-text/render.ts'
import { wordsOf } from '#server/rich-text/text.ts'
import { stateOf } from '#server/rich-text/yjs.ts'
import type { Moments } from '../moments.ts'
import type { Chance } from './chance.ts'
import type { CityPlg } from './plgs.ts'
import { sentences, topicTitle } from './words.ts'

type Text = { state: Buffer; content: string; html: string; words: string }
type Row = { id: string; plg: CityPlg; title: string; text: number; daysAgo: number }

const OF_EACH_PLG = 2
const TEXTS = 40
/** The bench knows it by this name: 100 pages, in the PLG of 200. */
const LONG = { title: 'Handbuch der Erprobungen', letters: 300_000 }

/** Two short documents for each PLG, and one that is as long as a book. */
export async function seedCityDocuments(
  chance: Chance,
  plgs: CityPlg[],
  moments: Moments,
): Promise<void> {
  const texts = Array.from({ length: TEXTS }, () => textOf(shortContent(chance)))
  const rows = plgs.flatMap((plg) =>
    Array.from({ length: OF_EACH_PLG }, () =>
      aRow(chance, plg, topicTitle(chance), chance.below(TEXTS)),
    ),
  )
  const twoHundred = plgs[1]
  if (twoHundred) rows.push(aRow(chance, twoHundred, LONG.title, texts.length))
  await insert(chance, rows, [...texts, textOf(longContent(chance))], moments)
}

const aRow = (chance: Chance, plg: CityPlg, title: string, text: number): Row => ({
  id: chance.uuid(),
  plg,
  title,
  text,
  daysAgo: 1 + chance.below(200),
})

/** Columns as arrays, and each text once. */
async function insert(chance: Chance, rows: Row[], texts: Text[], { daysAgo }: Moments) {
  const authors = rows.map(({ plg }) => chance.pick(plg.members).id)
  const at = rows.map((row) => daysAgo(row.daysAgo))
  await sql`insert into documents (id, plg_id, title, created_by, created_at, changed_at, client_key)
    select id, plg_id, title, author_id, at, at, client_key from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ plg }) => plg.id)}::uuid[],
      ${rows.map(({ title }) => title)}::text[], ${authors}::uuid[], ${at}::timestamptz[],
      ${rows.map(() => chance.uuid())}::uuid[]
    ) as document (id, plg_id, title, author_id, at, client_key)`.execute(db())
  await sql`insert into document_contents (document_id, state, content, html, words)
    select document.id, text.state, text.content::jsonb, text.html, text.words
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ text }) => text + 1)}::int[])
      as document (id, text)
    join unnest(${texts.map(({ state }) => state)}::bytea[], ${texts.map(({ content }) => content)}::text[],
      ${texts.map(({ html }) => html)}::text[], ${texts.map(({ words }) => words)}::text[])
      with ordinality as text (state, content, html, words, place) on text.place = document.text`.execute(
    db(),
  )
}

function textOf(given: Content): Text {
  const content = checkContent(given)
  return {
    state: Buffer.from(stateOf(content)),
    content: JSON.stringify(content),
    html: renderContent(content),
    words: wordsOf(content),
  }
}

const inline = (text: string): Content[] => [{ type: 'text', text }]
const paragraph = (text: string): Content => ({ type: 'paragraph', content: inline(text) })
const heading = (level: number, text: string): Content => ({
  type: 'heading',
  attrs: { level },
  content: inline(text),
})
const list = (chance: Chance): Content => ({
  type: 'bulletList',
  content: Array.from({ length: 3 + chance.below(4) }, () => ({
    type: 'listItem',
    content: [paragraph(sentences(chance, 1))],
  })),
})

/** A heading, a few paragraphs, a list. */
const section = (chance: Chance, level: number): Content[] => [
  heading(level, topicTitle(chance)),
  ...Array.from({ length: 2 + chance.below(4) }, () =>
    paragraph(sentences(chance, 2 + chance.below(4))),
  ),
  list(chance),
]

/** Two to four sections, as a plan or a short document has them. */
export const shortContent = (chance: Chance): Content => ({
  type: 'doc',
  content: Array.from({ length: 2 + chance.below(3) }, () => section(chance, 2)).flat(),
})

function longContent(chance: Chance): Content {
  const content: Content[] = []
  for (let letters = 0, at = 0; letters < LONG.letters; at++) {
    const part = section(chance, at % 4 === 0 ? 2 : 3)
    letters += wordsOf(checkContent({ type: 'doc', content: part })).length
    content.push(...part)
  }
  return { type: 'doc', content }
}
