import type { Content } from '#server/rich-text/contract.ts'

const text = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })

/** The paper as a document of ours: what people typed can then be nothing but text. */
export function certificateText(given: {
  name: string
  kind: string
  title: string
  date: string
  length: string
  leaders: string
  origin: string
}): Content {
  const led = given.leaders === '' ? [] : [text(`Leitung: ${given.leaders}`)]
  return {
    type: 'doc',
    content: [
      text(`${given.name} hat teilgenommen: ${given.kind} „${given.title}“.`),
      text(`${given.date}, ${given.length}`),
      ...led,
      text(`Veranstaltet vom Schulmedienzentrum Duisburg. Erstellt auf ${given.origin}.`),
    ],
  }
}
