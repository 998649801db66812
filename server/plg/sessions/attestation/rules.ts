import type { Content } from '#server/rich-text/contract.ts'

type Row = { day: string; title: string; time: string }

const text = (words: string) => ({
  type: 'paragraph',
  content: words === '' ? [] : [{ type: 'text', text: words }],
})
const cell = (type: 'tableHeader' | 'tableCell') => (words: string) => ({
  type,
  content: [text(words)],
})

/** The paper as a document of ours: what people typed can then be nothing but text. */
export function attestationText(given: {
  name: string
  plg: string
  period: string
  total: string
  rows: Row[]
  origin: string
}): Content {
  const head = ['Tag', 'Treffen', 'Dauer'].map(cell('tableHeader'))
  const body = given.rows.map(({ day, title, time }) => [day, title, time].map(cell('tableCell')))
  return {
    type: 'doc',
    content: [
      text(
        `${given.name} hat in der Professionellen Lerngemeinschaft „${given.plg}“ an ${given.rows.length === 1 ? 'einem Treffen' : `${given.rows.length} Treffen`} teilgenommen, zusammen ${given.total}.`,
      ),
      text(`Zeitraum: ${given.period}`),
      {
        type: 'table',
        content: [head, ...body].map((content) => ({ type: 'tableRow', content })),
      },
      text(
        `Erstellt von ${given.name} auf ${given.origin}. Die Anwesenheit hat die PLG selbst festgehalten.`,
      ),
    ],
  }
}
