import type { Content } from '#server/rich-text/contract.ts'
import type { Template } from '../contract.ts'

const words = (text: string): Content[] => (text === '' ? [] : [{ type: 'text', text }])
const paragraph = (text = ''): Content =>
  text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: words(text) }
const heading = (text: string): Content => ({
  type: 'heading',
  attrs: { level: 2 },
  content: words(text),
})
const list = (...items: string[]): Content => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})
const tasks = (...items: string[]): Content => ({
  type: 'taskList',
  content: items.map((item) => ({
    type: 'taskItem',
    attrs: { checked: false },
    content: [paragraph(item)],
  })),
})
/** A table with a header row and so many empty rows. */
const table = (heads: string[], rows: number): Content => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: heads.map((head) => ({ type: 'tableHeader', content: [paragraph(head)] })),
    },
    ...Array.from({ length: rows }, () => ({
      type: 'tableRow',
      content: heads.map(() => ({ type: 'tableCell', content: [paragraph()] })),
    })),
  ],
})
const text = (...blocks: Content[]): Content => ({ type: 'doc', content: blocks })

/** What a new document begins with. Accessible from the start: headings in order, tables with a header row. */
export const templateTexts: Record<Template, Content> = {
  empty: text(paragraph()),
  lesson: text(
    heading('Ziel'),
    paragraph('Die Lernenden können am Ende …'),
    heading('Verlauf'),
    table(['Phase', 'Zeit', 'Was geschieht', 'Medien'], 4),
    heading('Material'),
    list('Arbeitsblatt', 'Geräte'),
    heading('Auswertung'),
    paragraph('Was hat geholfen, was nicht, was ändern wir?'),
  ),
  protocol: text(
    heading('Teilnehmende'),
    list('Name, Schule'),
    heading('Besprochen'),
    paragraph(),
    heading('Beschlossen'),
    list('Beschluss'),
    heading('Wer macht was bis wann'),
    tasks('Aufgabe, Name, Datum'),
    heading('Nächster Termin'),
    paragraph(),
  ),
  visit: text(
    heading('Beobachtungsfrage'),
    paragraph('Worauf sollen die Besuchenden achten?'),
    heading('Beobachtungen'),
    table(['Zeit', 'Was zu sehen war', 'Was die Lernenden taten'], 4),
    heading('Was wir mitnehmen'),
    list('Für den eigenen Unterricht', 'Für die PLG'),
  ),
  agreement: text(
    heading('Unsere Frage'),
    paragraph(),
    heading('Termine'),
    list('Tag, Uhrzeit, Ort'),
    heading('So arbeiten wir zusammen'),
    list('Was in der PLG gesagt wird, bleibt in der PLG.'),
    heading('Aufgaben'),
    table(['Aufgabe', 'Wer'], 3),
  ),
}
