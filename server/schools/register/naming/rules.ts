import type { Denomination, SchoolForm, SupportFocus } from '../../contract.ts'
import { SUPPORT_FOCUSES } from '../../contract.ts'

/** What the Kurzbezeichnung hides: "Duisburg, FÖ LE, SQ Beispielschule" is four facts. */
export type Naming = {
  name: string
  denomination: Denomination | null
  supportFocus: SupportFocus[]
  hasSeveralSites: boolean
}

/** Prefixes of primary schools; "GG" means something else in a Förderschule (trap 5). */
const PRIMARY: Record<string, { short: string; denomination: Denomination | null }> = {
  GG: { short: 'GGS', denomination: 'community' },
  KG: { short: 'KGS', denomination: 'catholic' },
  EG: { short: 'EGS', denomination: 'protestant' },
  JG: { short: 'Jüdische Grundschule', denomination: null },
  WG: { short: 'Weltanschauungsgrundschule', denomination: null },
  MG: { short: 'Grundschule', denomination: null },
}

/** What other prefixes are called, and how the same word ends a name: "Mercator-Gymnasium". */
const OTHERS: Record<string, string> = {
  GH: 'Hauptschule',
  KH: 'Katholische Hauptschule',
  EH: 'Evangelische Hauptschule',
  RS: 'Realschule',
  SK: 'Sekundarschule',
  GE: 'Gesamtschule',
  GM: 'Gemeinschaftsschule',
  GYM: 'Gymnasium',
  BK: 'Berufskolleg',
  WBK: 'Weiterbildungskolleg',
  FW: 'Waldorfschule',
  KR: 'Klinikschule',
  FÖ: 'Förderschule',
  FÖBK: 'Förderberufskolleg',
  FS: 'Förderschule',
  PS: 'PRIMUS-Schule',
  V: 'Schule',
}

/** Branches that a Weiterbildungskolleg names before its own name: "WBK RS, Gym Beispielstr.". */
const BRANCHES = new Set(['RS', 'GYM', 'KOL'])
const FOCUSES = new Set<string>([...SUPPORT_FOCUSES, 'SL'])

/**
 * The name people use, from the register's Kurzbezeichnung (schools-import.md, traps 4 and 5).
 *
 * @param official the official name, which knows whether it is "Beispiel-Gymnasium"
 */
export function namingOf(short: string, form: SchoolForm, official: string): Naming {
  const afterCity = short.replace(/^[^,]*,\s*/, '')
  const hasSeveralSites = /\(\s*Verb\.?\s*\)/i.test(afterCity)
  const words = afterCity
    .replace(/\(\s*Verb\.?\s*\)/i, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const [prefix, rest] = splitPrefix(words)
  if (form === 'primary') return primaryNaming(prefix, rest, words, hasSeveralSites)
  const { tokens, name } = splitTokens(rest, form)
  return {
    name: nameOf(prefix, name, official) || words,
    denomination: null,
    supportFocus: SUPPORT_FOCUSES.filter((focus) => tokens.includes(focus)),
    hasSeveralSites,
  }
}

function splitPrefix(words: string): [prefix: string, rest: string] {
  const [first = '', ...others] = words.split(/[ ,]+/)
  const prefix = first.replace(/\.$/, '').toUpperCase()
  const isKnown = Object.hasOwn(PRIMARY, prefix) || Object.hasOwn(OTHERS, prefix)
  if (!isKnown || others.length === 0) return ['', words]
  return [
    prefix,
    words
      .slice(first.length)
      .replace(/^[ ,]+/, '')
      .trim(),
  ]
}

function primaryNaming(
  prefix: string,
  rest: string,
  words: string,
  hasSeveralSites: boolean,
): Naming {
  const kind = Object.hasOwn(PRIMARY, prefix) ? PRIMARY[prefix] : undefined
  return {
    name: kind ? `${kind.short} ${whole(rest)}` : whole(words),
    denomination: kind?.denomination ?? null,
    supportFocus: [],
    hasSeveralSites,
  }
}

/** Takes "LE, SQ" or "RS, Gym" off the front; what follows is the name. */
function splitTokens(rest: string, form: SchoolForm): { tokens: string[]; name: string } {
  const known = form === 'adult_education' ? BRANCHES : FOCUSES
  const tokens: string[] = []
  let name = rest
  for (;;) {
    const [, token = '', after = ''] = /^(\p{L}+)[ ,]+(.+)$/u.exec(name) ?? []
    if (!known.has(token.toUpperCase())) return { tokens, name }
    tokens.push(token.toUpperCase())
    name = after
  }
}

const SAYS_IT_IS_A_SCHOOL = /schule|gymnasium|kolleg/i

function nameOf(prefix: string, rest: string, official: string): string {
  const kind = Object.hasOwn(OTHERS, prefix) ? OTHERS[prefix] : undefined
  const name = whole(rest)
  if (!kind || !name || SAYS_IT_IS_A_SCHOOL.test(name)) return name
  const last = kind.split(' ').at(-1) ?? kind
  return official.includes(`${name}-${last}`) ? `${name}-${last}` : `${kind} ${name}`
}

/** "…-Realsch." is cut by the register's 40 characters; streets stay as they are. */
const whole = (name: string) => name.trim().replace(/sch\.$/, 'schule')

/** A word that hangs over: "Grund- und Hauptschule". */
const HANGING = /^(und|u\.|oder|bzw\.|sowie)( |$)/

/** Joins the print lines of the official name and mends words divided at their ends (trap 4). */
export function officialNameOf(lines: string[]): string {
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .reduce((sofar, line) => {
      const isDivided = /\p{L}-$/u.test(sofar) && !/(^|\s)-\S+-$/.test(sofar)
      if (!sofar) return line
      if (!isDivided || HANGING.test(line)) return `${sofar} ${line}`
      return /^\p{Ll}/u.test(line) ? sofar.slice(0, -1) + line : sofar + line
    }, '')
}
