import type { CheckedContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import type { Matrix } from '../matrix/contract.ts'
import { words } from './words.ts'

export type Exportable = {
  /** Lines under the title: school, version, date, decision. */
  about: string[]
  sections: { title: string; content: Content }[]
  goals: { title: string; dueOn: string; status: string; why: string; successSign: string }[]
  matrix: Matrix | null
}

const text = (words: string): Content[] => (words ? [{ type: 'text', text: words }] : [])
const line = (words: string): Content => ({ type: 'paragraph', content: text(words) })
const strong = (words: string): Content => ({
  type: 'text',
  text: words,
  marks: [{ type: 'bold' }],
})
const heading = (level: number, words: string): Content => ({
  ...{ type: 'heading', attrs: { level }, content: text(words) },
})
const list = (type: 'bulletList' | 'orderedList', items: Content[][]): Content => ({
  type,
  content: items.map((content) => ({ type: 'listItem', content })),
})

/**
 * A version as one text of ours: with a list of its chapters, its goals and the table of the framework at the end. Its
 * parts were checked one by one; together they may be longer than a document that is written.
 */
export function wholeText(given: Exportable): CheckedContent {
  const { about, sections, goals, matrix } = given
  const parts = [
    ...sections.map(({ title }) => title),
    ...(goals.length > 0 ? [words.goals] : []),
    ...(matrix ? [words.matrix] : []),
  ]
  const whole: Content = {
    type: 'doc',
    content: [
      ...about.filter(Boolean).map(line),
      heading(2, words.contents),
      ...(parts.length > 0
        ? [
            list(
              'orderedList',
              parts.map((one) => [line(one)]),
            ),
          ]
        : []),
      ...sections.flatMap(({ title, content }) => [heading(2, title), ...lowered(content)]),
      ...(goals.length > 0 ? [heading(2, words.goals), goalList(goals)] : []),
      ...(matrix ? [heading(2, words.matrix), matrixTable(matrix)] : []),
    ],
  }
  return whole as CheckedContent
}

const LOWEST = 4

/** Headings stand below that of their chapter, which is one of the whole now. */
function lowered({ content }: Content): Content[] {
  const lower = (node: Content): Content => ({
    ...node,
    ...(node.type === 'heading' && {
      attrs: { level: Math.min(LOWEST, Number(node.attrs?.level ?? 2) + 1) },
    }),
    ...(node.content && { content: node.content.map(lower) }),
  })
  return (content ?? []).map(lower)
}

const goalList = (goals: Exportable['goals']) =>
  list(
    'bulletList',
    goals.map(({ title, dueOn, status, why, successSign }) => [
      {
        type: 'paragraph',
        content: [
          strong(title),
          ...text(` – bis ${dueOn.split('-').reverse().join('.')}, ${status}`),
        ],
      },
      ...[why, successSign].filter(Boolean).map(line),
    ]),
  )

function matrixTable({ columns, rows }: Matrix): Content {
  const cell = (type: 'tableHeader' | 'tableCell', said: string): Content => ({
    type,
    content: [line(said)],
  })
  const shown = ({ state, count }: Matrix['rows'][number]['figures'][number]) =>
    state === 'gap' ? words.gap : state === 'none' ? words.nothing : String(count)
  return {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [words.competency, ...columns.map(({ label }) => label)].map((said) =>
          cell('tableHeader', said),
        ),
      },
      ...rows.map((row) => ({
        type: 'tableRow',
        content: [
          cell('tableHeader', row.title),
          ...row.figures.map((figure) => cell('tableCell', shown(figure))),
        ],
      })),
    ],
  }
}
