import { cleanText } from '#server/platform/text.ts'
import { LIMITS } from './contract.ts'

/** The words a comment is about, in one line and cut: whole pages can be selected. */
export function quoteOf(selected: string): string {
  const most = LIMITS.quote.max
  const letters = [
    ...cleanText(selected.slice(0, 4 * most))
      .replace(/\s+/g, ' ')
      .trim(),
  ]
  if (letters.length <= most) return letters.join('')
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}

const WORD = /[\p{L}\p{N}]/u

/**
 * Those whom a text names as "@Vorname Nachname". "post@Kim Lang" is an address, and "@Kim Lang-Meier" is
 * somebody else; of two people of one name both are meant.
 */
export function namedIn<Person extends { firstName: string; lastName: string }>(
  body: string,
  people: Person[],
): Person[] {
  return people.filter(({ firstName, lastName }) => {
    const name = `@${firstName} ${lastName}`
    for (let at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1))
      if (!WORD.test(body.charAt(at - 1)) && endsWord(body, at + name.length)) return true
    return false
  })
}

function endsWord(body: string, at: number): boolean {
  const next = body.charAt(at)
  return !WORD.test(next) && !(next === '-' && WORD.test(body.charAt(at + 1)))
}
