import {
  isUnnamed,
  type Joining,
  type Kind,
  KIND_DEFAULTS,
  KINDS,
  LIMITS,
} from '#server/plg/contract.ts'
import { kindNames } from '#server/plg/words.ts'
import {
  IMPORT_ROLES,
  type ImportPlan,
  type ImportRole,
  type PlannedGroup,
  type PlannedPerson,
  type PlannedSession,
  type RawRow,
} from './contract.ts'
import { periodFrom } from './dates/rules.ts'
import { groupWords, importRoleNames, walledWords } from './words.ts'

/** What the platform knows of what a file names. */
export type Known = {
  /** Groups of the same origin, by folded title. */
  groups: Map<string, { id: string; title: string; kind: Kind; joining: Joining }>
  /** Titles, folded, of groups everybody may know of. */
  otherTitles: Set<string>
  programmes: Map<string, { id: string; name: string }>
  schools: Map<string, string>
  /** "plg:address" of all who are in, were in, or are invited. */
  seated: Set<string>
  /** Null when whoever asks is not to know who has an account. */
  accounts: Set<string> | null
}

export const folded = (text: string) => text.trim().toLowerCase()

const ADDRESS = /^[^\s@"<>;,]+@[^\s@"<>;,]+\.[a-z]{2,}$/
const LONGEST_ADDRESS = 254

/** Compares the rows of a file with what is there. Pure: reviewing and applying ask the same. */
export function planOf(rows: RawRow[], known: Known): ImportPlan {
  const problems: string[] = []
  const groups = new Map<string, PlannedGroup>()
  for (const row of rows) {
    const faults: string[] = []
    const group = groupFor(row, groups, known, faults)
    if (group) addTo(group, row, known, faults)
    problems.push(...faults.map((fault) => `Zeile ${row.line}: ${fault}`))
  }
  const hints: string[] = []
  const found = [...groups.values()].map((group) => keptOutOf(group, problems, hints))
  const doubles = found.filter(
    ({ plgId, title }) => plgId === null && known.otherTitles.has(folded(title)),
  )
  return {
    groups: found,
    problems,
    hints: [
      ...hints,
      ...doubles.map(
        ({ title }) =>
          `„${title}“ gibt es schon in Lernen 25, aber nicht aus dieser Liste. Sie würde noch einmal angelegt.`,
      ),
    ],
  }
}

const EMPTY = { people: [], sessions: [], documents: [], left: [], schools: [] }

/**
 * What is closed to others is so for those who import, too: they bring a walled group into being and ask its leads in,
 * no more. Of one that is there already they do not learn who is in it.
 */
function keptOutOf(group: PlannedGroup, problems: string[], hints: string[]): PlannedGroup {
  const { title, kind, isClosed } = group
  if (isClosed) {
    hints.push(walledWords.closed(title))
    return { ...group, ...EMPTY }
  }
  if (group.plgId !== null || !KIND_DEFAULTS[kind].isWalled) return group
  const people = group.people.filter(({ role }) => role === 'lead')
  const word = kindNames[kind]
  if (people.length === 0) problems.push(walledWords.unled(title, word))
  else hints.push(walledWords.leadsOnly(title, word))
  return { ...group, ...EMPTY, people }
}

function groupFor(
  row: RawRow,
  groups: Map<string, PlannedGroup>,
  known: Known,
  faults: string[],
): PlannedGroup | undefined {
  const { min, max } = LIMITS.title
  if (row.group.length < min || row.group.length > max) {
    faults.push(`Der Name der Gruppe braucht ${min} bis ${max} Zeichen.`)
    return undefined
  }
  const kind = kindOf(row, faults)
  const programme = programmeOf(row, known, faults)
  const group = groups.get(folded(row.group)) ?? newGroup(row, known)
  if (row.kind !== '' && group.plgId === null) group.kind = kind
  if (programme) {
    group.programmeId = programme.id
    group.programme = programme.name
  }
  if (row.question.length > LIMITS.question)
    faults.push(`Die Frage hat mehr als ${LIMITS.question} Zeichen.`)
  else if (row.question !== '') group.question = row.question
  groups.set(folded(row.group), group)
  return group
}

function newGroup(row: RawRow, known: Known): PlannedGroup {
  const there = known.groups.get(folded(row.group))
  return {
    title: row.group,
    kind: there?.kind ?? 'plg',
    programmeId: null,
    programme: null,
    question: groupWords.question,
    plgId: there?.id ?? null,
    isClosed: there !== undefined && isUnnamed(there),
    schools: [],
    people: [],
    sessions: [],
    documents: [],
    left: [],
  }
}

function kindOf(row: RawRow, faults: string[]): Kind {
  if (row.kind === '') return 'plg'
  const kind = KINDS.find((one) => folded(kindNames[one]) === folded(row.kind))
  if (!kind)
    faults.push(
      `Die Art „${row.kind}“ ist unbekannt. Möglich sind: ${KINDS.map((one) => kindNames[one]).join(', ')}.`,
    )
  return kind ?? 'plg'
}

function programmeOf(row: RawRow, known: Known, faults: string[]) {
  if (row.programme === '') return undefined
  const programme = known.programmes.get(folded(row.programme))
  if (!programme) faults.push(`Das Programm „${row.programme}“ ist unbekannt.`)
  return programme
}

function addTo(group: PlannedGroup, row: RawRow, known: Known, faults: string[]): void {
  const school = schoolOf(row, known, faults)
  if (school && !group.schools.includes(school)) group.schools.push(school)
  if (row.email !== '') addPerson(group, row, school, known, faults)
  else if (row.role !== '') faults.push('Zu der Rolle fehlt die E-Mail-Adresse.')
  addSession(group, row, faults)
  addDocument(group, row, faults)
}

/** Lists say a date once for each member: the same one is one. */
function addSession(group: PlannedGroup, row: RawRow, faults: string[]): void {
  if (row.eventAt === '' && row.eventTitle === '') return
  const title = row.eventTitle || 'Treffen'
  const period = row.eventAt === '' ? null : periodFrom(row.eventAt)
  if (period === undefined)
    faults.push(`„${row.eventAt}“ ist kein Termin. Schreiben Sie ihn wie 12.01.2027 15:00-16:30.`)
  else if (title.length > LIMITS.title.max)
    faults.push(`Das Thema des Termins hat mehr als ${LIMITS.title.max} Zeichen.`)
  else if (period === null) addOnce(group.left, [row.eventAt, title].filter(Boolean).join(' '))
  else if (!group.sessions.some((known) => isSame(known, { title, ...period })))
    group.sessions.push({ title, ...period })
}

const isSame = (a: PlannedSession, b: PlannedSession) =>
  a.title === b.title && a.startsAt.getTime() === b.startsAt.getTime()

function addDocument(group: PlannedGroup, row: RawRow, faults: string[]): void {
  const { documentTitle, documentLink: href } = row
  if (href !== '' && !isAddress(href))
    faults.push('Der Link des Dokuments muss mit https:// beginnen.')
  else if (href === '') addOnce(group.left, documentTitle)
  else if (!group.documents.some((known) => known.href === href))
    group.documents.push({ title: documentTitle || href, href })
}

const isAddress = (href: string) => /^https?:\/\/\S+$/.test(href) && URL.canParse(href)

function addOnce(lines: string[], line: string): void {
  if (line !== '' && !lines.includes(line)) lines.push(line)
}

function schoolOf(row: RawRow, known: Known, faults: string[]): string | null {
  if (row.school === '') return null
  const school = known.schools.get(row.school)
  if (!school) faults.push(`Eine Schule mit der Nummer ${row.school} ist nicht im Verzeichnis.`)
  return school ?? null
}

function addPerson(
  group: PlannedGroup,
  row: RawRow,
  school: string | null,
  known: Known,
  faults: string[],
): void {
  const email = row.email.toLowerCase()
  const role = roleOf(row, faults)
  if (!ADDRESS.test(email) || email.length > LONGEST_ADDRESS) {
    faults.push(`„${row.email}“ ist keine E-Mail-Adresse.`)
    return
  }
  if (group.people.some((person) => person.email === email)) return
  const person: PlannedPerson = {
    ...{ email, role, school },
    isNew: group.plgId === null || !known.seated.has(`${group.plgId}:${email}`),
    hasAccount: known.accounts && known.accounts.has(email),
  }
  group.people.push(person)
}

function roleOf(row: RawRow, faults: string[]): ImportRole {
  if (row.role === '') return 'member'
  const wanted = folded(row.role).replace(/^sprecher(?:in)?$/, 'sprecher:in')
  const role = IMPORT_ROLES.find((one) => folded(importRoleNames[one]) === wanted)
  if (!role)
    faults.push(
      `Die Rolle „${row.role}“ ist unbekannt. Möglich sind: ${Object.values(importRoleNames).join(', ')}.`,
    )
  return role ?? 'member'
}
