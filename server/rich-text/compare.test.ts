import { describe, expect, test } from 'vitest'
import { checkContent } from './check.ts'
import { compareContents, type Comparison } from './compare.ts'
import type { ComparisonLayout, Section } from './comparison/contract.ts'
import { renderComparison } from './comparison/render.ts'
import { summaryOf } from './comparison/words.ts'
import type { Content, Mark } from './contract.ts'

const ID = '5b0f3e0e-7f66-4b5c-9d0a-3f6a2b1c4d5e'
const OTHER = '00000000-7f66-4b5c-9d0a-3f6a2b1c4d5e'
const text = (words: string, ...marks: Mark[]): Content => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
})
const block = (type: string, ...content: Content[]): Content => ({ type, content })
const p = (...words: (string | Content)[]) =>
  block('paragraph', ...words.map((one) => (typeof one === 'string' ? text(one) : one)))
const heading = (level: number, words: string): Content => ({
  ...block('heading', text(words)),
  attrs: { level },
})
const list = (...items: string[]) =>
  block('bulletList', ...items.map((item) => block('listItem', p(item))))
const task = (words: string, checked: boolean): Content => ({
  ...block('taskItem', p(words)),
  attrs: { checked },
})
const picture = (file: string, alt: string): Content => ({ type: 'image', attrs: { file, alt } })
const row = (type: string, ...cells: string[]) =>
  block('tableRow', ...cells.map((cell) => block(type, cell ? p(cell) : p())))
const table = (...rows: string[][]) =>
  block('table', ...rows.map((cells, at) => row(at === 0 ? 'tableHeader' : 'tableCell', ...cells)))
const doc = (...content: Content[]) => checkContent(block('doc', ...content))

const compared = (before: Content[], after: Content[]) =>
  compareContents(doc(...before), doc(...after))
const html = (section: Section | undefined) =>
  section && 'html' in section ? section.html.replace(/<span class="sr-only">.*?<\/span>/g, '') : ''
const shown = (comparison: Comparison, layout: ComparisonLayout = 'inline') =>
  renderComparison(comparison, layout).sections
const only = (before: Content[], after: Content[]) => {
  const changes = shown(compared(before, after)).filter(({ kind }) => kind !== 'same')
  expect(changes).toHaveLength(1)
  const change = changes[0] as Exclude<Section, { kind: 'same' }>
  return { kind: change.kind, notes: change.notes, html: html(change) }
}

describe('words', () => {
  test.each([
    ['30 min', '60 min', '<del>30</del><ins>60</ins> min'],
    ['In zwei Gruppen', 'In drei Gruppen', 'In <del>zwei</del><ins>drei</ins> Gruppen'],
    [
      'Wir nehmen zwei Hefte mit',
      'Wir nehmen drei Bücher mit',
      'Wir nehmen <del>zwei Hefte</del><ins>drei Bücher</ins> mit',
    ],
    [
      'Die Schüler falten.',
      'Die Schüler:innen falten.',
      'Die <del>Schüler</del><ins>Schüler:innen</ins> falten.',
    ],
    ['um 1,5 km weiter', 'um 2,5 km weiter', 'um <del>1,5</del><ins>2,5</ins> km weiter'],
    ['Wir falten', 'Wir falten Papier', 'Wir falten<ins> Papier</ins>'],
    [
      'Welcher größer ist',
      'Welcher am größten ist',
      'Welcher <del>größer</del><ins>am größten</ins> ist',
    ],
    ['Das ist sehr sehr gut so', 'Das ist sehr gut so', 'Das ist sehr <del>sehr </del>gut so'],
    ['Straße gesperrt', 'Strasse gesperrt', '<del>Straße</del><ins>Strasse</ins> gesperrt'],
  ])('%s → %s', (before, after, expected) => {
    const { kind, html: found } = only([p(before)], [p(after)])
    expect(kind).toBe('changed')
    expect(found).toBe(`<p>${expected}</p>`)
  })

  test('a word that is half bold is one word', () => {
    const before = p(text('Zwei', { type: 'bold' }), 'tel sind viel')
    const { html: found } = only([before], [p('Dreiviertel sind viel')])
    expect(found).toBe('<p><del><strong>Zwei</strong>tel</del><ins>Dreiviertel</ins> sind viel</p>')
  })

  test('a line written anew is gone and new as a whole', () => {
    const { html: found } = only([p('Alle lesen still')], [p('Danach wird diskutiert, alle reden')])
    expect(found).toBe(
      '<p><del>Alle lesen still</del><ins>Danach wird diskutiert, alle reden</ins></p>',
    )
  })

  test('another look of the same words is said to be that', () => {
    const link: Mark = { type: 'link', attrs: { href: 'https://example.org/' } }
    const { html: found, notes } = only(
      [p('Das ist wichtig hier')],
      [p('Das ist ', text('wichtig', { type: 'bold' }), ' ', text('hier', link))],
    )
    expect(notes).toEqual(['Nur die Auszeichnung hat sich geändert, der Wortlaut ist gleich.'])
    expect(found).toBe(
      '<p>Das ist <span class="anders"><strong>wichtig</strong></span> ' +
        '<span class="anders"><a href="https://example.org/" rel="noopener noreferrer nofollow">hier</a></span></p>',
    )
  })

  test('what came and went is also heard', () => {
    const [change] = shown(compared([p('30 min')], [p('60 min')]))
    expect(change && 'html' in change && change.html).toBe(
      '<p><del><span class="sr-only">gelöscht: </span>30</del>' +
        '<ins><span class="sr-only">eingefügt: </span>60</ins> min</p>',
    )
  })

  test('a mentioned thing is a hole for its name, and comes and goes as one', () => {
    const mention: Content = { type: 'mention', attrs: { kind: 'topic', id: ID } }
    const { html: found } = only([p('Siehe hier')], [p('Siehe ', mention, ' hier')])
    expect(found).toContain(`<ins><l25-verweis kind="topic" id="${ID}"></l25-verweis> </ins>`)
  })

  test('comments are no part of the text', () => {
    const commented = text('falten', { type: 'comment', attrs: { thread: ID } })
    const { counts } = compared([p('Wir ', commented, ' Papier')], [p('Wir falten Papier')])
    expect(counts).toEqual({ changed: 0, added: 0, removed: 0, moved: 0 })
  })

  test('everything is escaped', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&'
    const before = [p('Hallo'), table([evil]), picture(ID, evil), heading(2, evil)]
    const after = [p(`Hallo ${evil}`), table([`${evil} mehr`]), picture(OTHER, `${evil} x`)]
    for (const layout of ['inline', 'side'] as const) {
      const all = shown(compared(before, after), layout)
        .map((one) => ('html' in one ? one.html : one.before + one.after))
        .join('')
      expect(all).not.toContain('<img src=x')
      expect(all.split('&lt;img src=x onerror=alert(1)&gt;').length).toBeGreaterThanOrEqual(5)
    }
  })
})

describe('structure', () => {
  const a = p('Zu Beginn falten alle ein Blatt Papier in vier gleiche Teile.')
  const b = p('Danach vergleichen sie zu zweit, was dabei entstanden ist.')
  const c = p('Am Ende steht eine Regel auf dem Plakat an der Wand.')

  test('the summary comes in one sentence, what stayed is gathered', () => {
    const after = [
      a,
      p('Danach vergleichen sie zu dritt, was entstanden ist.'),
      p('Hausaufgabe'),
      c,
    ]
    const comparison = compared(
      [heading(2, 'Einstieg'), a, b, c],
      [heading(2, 'Einstieg'), ...after],
    )
    expect(summaryOf(comparison.counts)).toBe('1 Abschnitt geändert, 1 neu, 0 entfernt')
    expect(
      shown(comparison).map((one) =>
        one.kind === 'same' ? one.count : `${one.at} ${one.kind} ${one.under}`,
      ),
    ).toEqual([2, '1 changed Einstieg', '2 added Einstieg', 1])
  })

  test('what is new in a row is one change, what is gone beside it another', () => {
    const fresh = [heading(2, 'Material'), list('Papier für alle', 'Scheren für alle')]
    const sections = shown(compared([a, b, c], [a, ...fresh, c]))
    expect(sections.map((one) => [one.kind, one.count])).toEqual([
      ['same', 1],
      ['removed', 1],
      ['added', 3],
      ['same', 1],
    ])
    expect(html(sections[2])).toBe(
      '<p class="ueberschrift stufe-2"><ins>Material</ins></p>' +
        '<ul><li><p><ins>Papier für alle</ins></p></li></ul>' +
        '<ul><li><p><ins>Scheren für alle</ins></p></li></ul>',
    )
  })

  test('what went here and came there was moved', () => {
    const comparison = compared([a, b, c], [b, c, a])
    expect(summaryOf(comparison.counts)).toBe(
      '0 Abschnitte geändert, 0 neu, 0 entfernt, 1 verschoben',
    )
    const notes = shown(comparison).flatMap((one) => (one.kind === 'moved' ? one.notes : []))
    expect(notes).toEqual([
      'Steht jetzt an einer anderen Stelle.',
      'Stand vorher an einer anderen Stelle.',
    ])
  })

  test('the text is the same: no change', () => {
    const { counts, differences } = compared([a, b], [a, b])
    expect(counts).toEqual({ changed: 0, added: 0, removed: 0, moved: 0 })
    expect(differences.map(({ kind }) => kind)).toEqual(['equal', 'equal'])
  })

  test.each<[string, Content, Content, string]>([
    [
      'a paragraph that became a heading',
      p('Einstieg'),
      heading(2, 'Einstieg'),
      'Jetzt Überschrift, vorher Absatz.',
    ],
    [
      'another level',
      heading(2, 'Einstieg'),
      heading(3, 'Einstieg'),
      'Jetzt Überschrift Ebene 3, vorher Ebene 2.',
    ],
    [
      'a line that became an item',
      p('Papier'),
      list('Papier'),
      'Jetzt Listenpunkt, vorher Absatz.',
    ],
    [
      'a task done',
      block('taskList', task('Papier holen', false)),
      block('taskList', task('Papier holen', true)),
      'Jetzt erledigt.',
    ],
    [
      'a task open again',
      block('taskList', task('Papier holen', true)),
      block('taskList', task('Papier holen', false)),
      'Jetzt wieder offen.',
    ],
    ['a quote', p('So war es'), block('blockquote', p('So war es')), 'Jetzt ein Zitat.'],
    [
      'another description',
      picture(ID, 'Ein Kreis'),
      picture(ID, 'Ein Kreis in vier Teilen'),
      'Die Bildbeschreibung hat sich geändert.',
    ],
    [
      'another picture',
      picture(ID, 'Ein Kreis'),
      picture(OTHER, 'Ein Kreis'),
      'Das Bild wurde ausgetauscht.',
    ],
  ])('%s', (_name, before, after, note) => {
    const { kind, notes } = only([a, before, c], [a, after, c])
    expect(kind).toBe('changed')
    expect(notes).toEqual([note])
  })

  test('items of a list are sections of their own', () => {
    const { kind, html: found } = only(
      [list('Papier holen', 'Schere holen')],
      [list('Papier holen', 'Kleber holen', 'Schere holen')],
    )
    expect(kind).toBe('added')
    expect(found).toBe('<ul><li><p><ins>Kleber holen</ins></p></li></ul>')
  })

  test('a picture comes with its description', () => {
    const { kind, html: found } = only([a], [a, picture(ID, 'Ein Kreis')])
    expect(kind).toBe('added')
    expect(found).toMatch(/^<figure><ins><img src="\/dateien\/.+ alt="".+<\/ins><figcaption>/)
    expect(found).toContain('Bildbeschreibung: <ins>Ein Kreis</ins>')
  })

  test('one heading in the place of another was changed', () => {
    const { kind } = only([a, heading(2, 'Einstieg'), c], [a, heading(2, 'Begrüßung'), c])
    expect(kind).toBe('changed')
  })

  test('empty lines do not count', () => {
    expect(compared([a, b], [a, p(), p(), b]).counts.added).toBe(0)
  })
})
