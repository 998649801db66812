import { MOST_MARKS, POSTS_PER_PAGE } from './contract.ts'

/** The topic's number from "12-bruchrechnen"; undefined when it is none. */
export function topicNumber(param: string | undefined): number | undefined {
  const digits = /^([1-9]\d{0,8})(?:-|$)/.exec(param ?? '')?.[1]
  return digits ? Number(digits) : undefined
}

/** Numbers have no gaps, so a post's page follows from its number alone. */
export function pageOf(number: number): number {
  return Math.max(1, Math.ceil(number / POSTS_PER_PAGE))
}

/** The page one lands on: the one asked for, else the one with the first unread post, else the last. */
export function pageToOpen(asked: number | null, firstUnread: number | null, posts: number) {
  const last = pageOf(posts)
  return asked === null ? pageOf(firstUnread ?? posts) : Math.min(asked, last)
}

export type Named = { firstName: string; lastName: string }

const WORD = /[\p{L}\p{N}]/u

/**
 * Who is meant by "@Vorname Nachname" in a text. The longest name that fits counts ("@Kim Lang-Meier" is not
 * Kim Lang); persons of the same name are all meant; "post@Kim Lang" is an address and nobody.
 */
export function mentionedIn<Person extends Named>(body: string, members: Person[]): Person[] {
  const byName = new Map<string, Person[]>()
  for (const member of members) {
    const name = `${member.firstName} ${member.lastName}`
    byName.set(name, [...(byName.get(name) ?? []), member])
  }
  const names = [...byName.keys()].sort((a, b) => b.length - a.length)
  const found = new Set<string>()
  for (let at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
    if (at > 0 && WORD.test(body.charAt(at - 1))) continue
    const name = names.find(
      (one) => body.startsWith(one, at + 1) && endsWord(body, at + 1 + one.length),
    )
    if (name) found.add(name)
  }
  return [...found].flatMap((name) => byName.get(name) ?? [])
}

function endsWord(body: string, at: number): boolean {
  const next = body.charAt(at)
  return !WORD.test(next) && !(next === '-' && WORD.test(body.charAt(at + 1)))
}

/** Is this text rather an attack on the renderer than words? Counted before rendering. */
export function hasTooManyMarks(body: string): boolean {
  return (body.match(/[*_~`[\]>|]/g)?.length ?? 0) > MOST_MARKS
}
