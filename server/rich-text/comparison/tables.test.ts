import { expect, test } from 'vitest'
import { checkContent } from '../check.ts'
import { compareContents } from '../compare.ts'
import type { Content } from '../contract.ts'
import { renderComparison } from './render.ts'

const text = (words: string): Content => ({ type: 'text', text: words })
const block = (type: string, ...content: Content[]): Content => ({ type, content })
const p = (words: string) => block('paragraph', text(words))
const row = (type: string, ...cells: string[]) =>
  block('tableRow', ...cells.map((cell) => block(type, cell ? p(cell) : block('paragraph'))))
const table = (...rows: string[][]) =>
  block('table', ...rows.map((cells, at) => row(at === 0 ? 'tableHeader' : 'tableCell', ...cells)))

/** The one change there is between two texts. */
function only(before: Content[], after: Content[]) {
  const doc = (content: Content[]) => checkContent(block('doc', ...content))
  const { sections } = renderComparison(compareContents(doc(before), doc(after)), 'inline')
  const [change, ...more] = sections
  if (change?.kind === 'same' || !change || more.length > 0 || !('html' in change))
    throw new Error('not exactly one change')
  const html = change.html.replace(/<span class="sr-only">.*?<\/span>/g, '')
  return { kind: change.kind, notes: change.notes, html }
}

const PLAN = [
  ['Phase', 'Zeit'],
  ['Einstieg', '10 min'],
  ['Arbeit', '30 min'],
  ['Schluss', '5 min'],
]

test('a changed cell', () => {
  const after = PLAN.map((cells) => cells.map((cell) => cell.replace('30', '60')))
  const { kind, notes, html: found } = only([table(...PLAN)], [table(...after)])
  expect({ kind, notes }).toEqual({ kind: 'changed', notes: [] })
  expect(found).toContain('<td>Arbeit</td><td><del>30</del><ins>60</ins> min</td>')
  expect(found).toContain('<th scope="col">Phase</th>')
})

test('a row added and a row removed', () => {
  const after = [...PLAN.slice(0, 3), ['Pause', '15 min draußen'], ['Feier', 'bis zwölf Uhr']]
  const { notes, html: found } = only(
    [table(...PLAN.slice(0, 3), ['Ausklang mit Spielen', 'offen gelassen'])],
    [table(...after)],
  )
  expect(notes).toEqual(['2 Zeilen eingefügt.', '1 Zeile gelöscht.'])
  expect(found).toContain('<td class="neu"><ins>Pause</ins></td>')
  expect(found).toContain('<td class="weg"><del>Ausklang mit Spielen</del></td>')
})

test('a column added, while a cell changed', () => {
  const material = ['Material', 'Papier', 'Scheren', 'Plakat']
  const after = PLAN.map(([phase = '', time = ''], at) => [
    phase,
    material[at] ?? '',
    time.replace('30', '45'),
  ])
  const { notes, html: found } = only([table(...PLAN)], [table(...after)])
  expect(notes).toEqual(['Spalte „Material“ eingefügt.'])
  expect(found).toContain(
    '<td>Arbeit</td><td class="neu"><ins>Scheren</ins></td><td><del>30</del><ins>45</ins> min</td>',
  )
})

test('a column removed', () => {
  const { notes } = only([table(...PLAN)], [table(...PLAN.map(([phase = '']) => [phase]))])
  expect(notes).toEqual(['Spalte „Zeit“ gelöscht.'])
})

test('long runs of rows that stayed are told by their number', () => {
  const rows = Array.from({ length: 40 }, (_, at) => [`Zeile ${at}`, `Wert ${at * 7}`])
  const after = rows.map((cells, at) => (at === 20 ? ['Zeile 20', 'Wert neu'] : cells))
  const { html: found } = only([table(...rows)], [table(...after)])
  expect(found).toContain('19 unveränderte Zeilen')
  expect(found.match(/<tr>/g)).toHaveLength(4)
})

test('cells that span others are taken as they come', () => {
  const wide = block(
    'table',
    {
      ...row('tableCell', 'Alles zusammen'),
      content: [{ ...block('tableCell', p('Alles zusammen')), attrs: { colspan: 2 } }],
    },
    row('tableCell', 'eins', 'zwei'),
  )
  const { html: found } = only([table(['Alles zusammen', 'x'], ['eins', 'zwei'])], [wide])
  expect(found).toContain('colspan="2"')
})
