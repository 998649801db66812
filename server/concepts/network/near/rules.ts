import { bare } from '../rules.ts'

/** What stands in every other goal of a school says nothing about what two have in common. */
const EVERYWHERE = [
  ...['schul', 'klass', 'unterricht', 'lehr', 'lern', 'kind', 'jugendlich', 'jahrgang', 'stufe'],
  ...['medien', 'digital', 'konzept', 'ziel', 'frage', 'idee', 'projekt', 'gemeinsam', 'arbeit'],
  ...['nutz', 'einsetz', 'einsatz', 'verwend', 'brauch', 'soll', 'konn', 'mocht', 'mach', 'wird'],
  ...['werd', 'hab', 'wenn', 'dass', 'damit', 'durch', 'eigen', 'jede', 'mehr', 'welch', 'ander'],
]
const FEWEST_LETTERS = 4
const MOST = 12

/** Words of a sentence by which goals like it can be found. */
export function tellingWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => {
    const plain = bare(word)
    return plain.length >= FEWEST_LETTERS && !EVERYWHERE.some((root) => plain.startsWith(root))
  })
  return [...new Set(telling)].slice(0, MOST)
}
