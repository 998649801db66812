import { expect, test } from 'vitest'
import type { Row } from '#server/medialab/grid/contract.ts'
import { rowsHtml } from './rows-html.ts'

const columns = [
  { from: '10:00', to: '11:00', period: null },
  { from: '11:00', to: '12:00', period: null },
  { from: '12:00', to: '13:00', period: null },
]
const row: Row = {
  ...{ slug: 'wagen', name: 'Wagen "A" <b>&', day: '2026-11-30', of: 2, isWholeDay: false },
  cells: [2, 1, { kind: 'own', span: 1, text: '<i>5b</i>', to: '/medialab/buchung/2026-1"2' }],
}

test('what somebody has typed stays text', () => {
  const html = rowsHtml([row], columns, false)
  expect(html).not.toMatch(/<b>&|<i>5b|"2"/)
  expect(html).toContain('>Wagen &quot;A&quot; &lt;b&gt;&amp;</a></th>')
  expect(html).toContain('<a href="/medialab/buchung/2026-1&quot;2">&lt;i&gt;5b&lt;/i&gt;</a>')
})

test('every free cell is a link that says what it is, and nothing else of the row is one twice', () => {
  const html = rowsHtml([row], columns, false)
  expect(html.match(/<a class="(frei|rest)" href="[^"]*"/g)).toEqual([
    '<a class="frei" href="/medialab/buchen?korb=wagen%3A1&amp;tag=2026-11-30&amp;von=10%3A00&amp;bis=11%3A00"',
    '<a class="rest" href="/medialab/buchen?korb=wagen%3A1&amp;tag=2026-11-30&amp;von=11%3A00&amp;bis=12%3A00"',
  ])
  expect(html).toContain('frei, Mo 30.11., 10 bis 11 Uhr: buchen</a>')
})
