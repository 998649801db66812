import { randomUUID } from 'node:crypto'
import { type Actor, isConfirmed, schoolsOf } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { Forbidden } from '#server/platform/errors.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { schoolNames } from '#server/schools/views.ts'
import { type Kind, KIND_DEFAULTS, KINDS, type PlgCard, type SchoolChoice } from './contract.ts'
import * as directory from './directory/sql.ts'
import * as members from './members/sql.ts'
import { paths } from './paths.ts'
import { may, type MemberOf, type PlgFacts, proveMember } from './policy.ts'
import { programmeChoices } from './programmes/views.ts'
import * as seats from './seats/sql.ts'
import * as sql from './sql.ts'
import { refusals } from './words.ts'

/** A PLG as its members know it, with the proof that the actor is one. */
export type Inside = {
  plg: { id: string; slug: string; title: string; kind: Kind }
  proof: MemberOf
  facts: PlgFacts
  /** The school the actor sits here for; posts show it. */
  schoolId: string | null
  since: Date
}

/**
 * The one way into a PLG, for pages, sockets and every area whose things live inside.
 *
 * @throws NotFound when it does not exist or must not be known to exist; Forbidden when one is not a member
 */
export async function insideOf(
  actor: Actor,
  by: { slug: string } | { id: string },
): Promise<Inside> {
  const row = existing(await sql.findPlg(by, actor.id))
  const facts = factsOf(row)
  authorizeOrHide(may.see, actor, facts)
  const proof = proveMember(actor, row.id, facts)
  if (!proof)
    throw new Forbidden(
      `Dieser Bereich gehört den Mitgliedern der PLG „${row.title}“. Auf ihrer Seite können Sie den Beitritt anfragen.`,
    )
  return {
    plg: { id: row.id, slug: row.slug, title: row.title, kind: row.kind },
    proof,
    facts,
    schoolId: row.seatSchoolId,
    since: row.seatSince ?? row.foundedAt,
  }
}

type WithSeat = {
  joining: PlgFacts['joining']
  seatRole: NonNullable<PlgFacts['seat']>['role'] | null
  seatState: NonNullable<PlgFacts['seat']>['state'] | null
}

export function factsOf(row: WithSeat): PlgFacts {
  return {
    joining: row.joining,
    seat: row.seatRole && row.seatState ? { role: row.seatRole, state: row.seatState } : null,
  }
}

/** What is said before anything is looked up: the same for every PLG, whether there is one or not. */
export function authorizeVisit(actor: Actor): void {
  if (!may.visit(actor, {})) throw new Forbidden(refusals.notConfirmed)
}

/** The schools the actor may come in for without an invitation. */
export function teachingSchools(actor: Actor): Promise<SchoolChoice[]> {
  return namesOf(schoolsOf(actor).filter((schoolId) => may.found(actor, { schoolId })))
}

/** These schools as entries of a select list, by name. */
export async function namesOf(schoolIds: string[]): Promise<SchoolChoice[]> {
  if (schoolIds.length === 0) return []
  const names = await schoolNames(schoolIds)
  return [...names]
    .map(([value, { name }]) => ({ value, label: name }))
    .sort((a, b) => german.compare(a.label, b.label))
}

const german = new Intl.Collator('de')

/**
 * What the form of founding needs.
 *
 * @param asked the kind of group the address names; what the actor may not found is not offered
 */
export async function foundingFor(actor: Actor, asked = '') {
  authorizeVisit(actor)
  const kinds = KINDS.filter((kind) => foundingIds(actor, kind).length > 0)
  const kind = kinds.find((one) => one === asked) ?? kinds[0] ?? 'plg'
  const [schools, others, programmes] = await Promise.all([
    namesOf(foundingIds(actor, kind)),
    members.countOthersOf(actor.id),
    programmeChoices(),
  ])
  return {
    clientKey: randomUUID(),
    kind,
    kinds,
    joining: KIND_DEFAULTS[kind].joining,
    schools,
    programmes: programmes.map(({ value, label }) => ({ value, label })),
    isSecond: others.count > 0,
    can: { found: schools.length > 0 },
  }
}

/** Schools for which the actor may found such a group: those they teach at, or lead. */
export function foundingIds(actor: Actor, kind: Kind): string[] {
  return schoolsOf(actor).filter((schoolId) => may.found(actor, { schoolId, kind }))
}

/** The PLGs the actor works in, running ones first. */
export async function myPlgs(actor: Actor): Promise<PlgCard[]> {
  const rows = await directory.listMine(actor.id)
  return rows.filter((row) => may.enter(actor, factsOf(row))).map(cardOf)
}

/** Three open PLGs that seek members, the most fitting first; `fits` is false when nothing is in common. */
export async function suggestionsFor(
  actor: Actor,
  interests: { subjects: string[]; gradeBands: string[] },
): Promise<(PlgCard & { fits: boolean })[]> {
  if (!isConfirmed(actor)) return []
  const rows = await directory.listFitting(actor.id, interests, 3)
  return rows.map((row) => ({ ...cardOf(row), fits: row.fit > 0 }))
}

/** PLGs a school takes part in. Visitors and people nobody has confirmed see none: PLGs are not public. */
export async function plgsOfSchool(schoolId: string, actor: Actor | null): Promise<PlgCard[]> {
  if (!actor || !may.visit(actor, {})) return []
  const rows = await directory.listOfSchool(schoolId, actor.id)
  return rows.filter((row) => may.see(actor, factsOf(row))).map(cardOf)
}

/** What waits for the actor: consents to give, requests to answer, invitations. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  if (!isConfirmed(actor)) return []
  const led = schoolsOf(actor).filter((schoolId) => may.decideConsent(actor, { schoolId }))
  const [undecided, requests, invitations] = await Promise.all([
    led.length > 0 ? seats.listUndecided(led) : [],
    members.listWaitingRequests(actor.id),
    members.listInvitationsOf(actor.id),
  ])
  return [
    ...undecided.map(({ id, slug, name, title, count }) => ({
      id: `plg-consent:${id}`,
      text:
        count > 1
          ? `${count} PLGs brauchen die Zustimmung der Schulleitung, ${name}`
          : `Die PLG „${title}“ braucht die Zustimmung der Schulleitung, ${name}`,
      action: { label: 'Entscheiden', to: paths.consents(slug) },
    })),
    ...requests.map(({ id, slug, title, count }) => ({
      id: `plg-requests:${id}`,
      text: count > 1 ? `${count} Anfragen an „${title}“` : `Eine Anfrage an „${title}“`,
      action: { label: 'Ansehen', to: paths.members(slug) },
    })),
    ...invitations.map(({ id, slug, title }) => ({
      id: `plg-invitation:${id}`,
      text: `Sie sind in die PLG „${title}“ eingeladen`,
      action: { label: 'Antworten', to: paths.plg(slug) },
    })),
  ]
}

/** Lines for bell, reports and mails, of those PLGs the actor may know of. */
export async function plgThings(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await directory.listCards(ids, actor.id)
  return rows.filter((row) => may.see(actor, factsOf(row))).map(thingOf)
}

/** The PLG whose page has this address. */
export async function locatePlg(path: string): Promise<string | undefined> {
  const [, slug] = /^\/plg\/([a-z0-9-]+)$/.exec(path) ?? []
  return slug === undefined ? undefined : sql.findId(slug)
}

/** What the search finds of PLGs. */
export async function searchPlgs(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (!actor || !may.visit(actor, {}) || words.length === 0) return []
  const rows = await directory.search(actor.id, words, limit)
  return rows.filter((row) => may.see(actor, factsOf(row))).map(thingOf)
}

/** A line about the end of one's own membership or request; gone again when that was undone. */
export async function endingThings(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await members.listEndings(ids, actor.id)
  return rows.map(({ id }) => ({ id, title: 'PLGs', context: '', path: paths.list() }))
}

/** Schools whose PLGs the actor decides about, as lines; `ids` are ids of schools. */
export async function consentThings(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const led = ids.filter((schoolId) => may.decideConsent(actor, { schoolId }))
  if (led.length === 0) return []
  const rows = await seats.listSchools(led)
  return rows.map(({ id, slug, name }) => ({
    id,
    title: name,
    context: 'Zustimmung der Schulleitung',
    path: paths.consents(slug),
  }))
}

const thingOf = (row: directory.CardRow): ThingCard => ({
  id: row.id,
  title: row.title,
  context: row.question,
  path: paths.plg(row.slug),
})

export function cardOf(row: directory.CardRow): PlgCard {
  const { id, slug, title, question, joining, phase, phaseUntil, isPaused, seeksMembers } = row
  return {
    ...{ id, slug, title, question, joining, phase, phaseUntil, isPaused, seeksMembers },
    kind: row.kind,
    programme: row.programme,
    subjects: row.subjects,
    gradeBands: row.gradeBands,
    schools: row.schools,
    members: row.members,
    seat: factsOf(row).seat,
  }
}

/** The settings as they stand, for the lead. */
export async function settingsFor(actor: Actor, slug: string) {
  authorizeVisit(actor)
  const row = existing(await sql.findPlg({ slug }, actor.id))
  const facts = factsOf(row)
  authorizeOrHide(may.see, actor, facts)
  authorize(may.lead, actor, facts)
  const { title, question, summary, kind, joining, phase, seeksMembers } = row
  return {
    plg: {
      ...{ slug: row.slug, title, question, summary, kind, joining, phase, seeksMembers },
      subjects: row.subjects,
      gradeBands: row.gradeBands,
      schoolForms: row.schoolForms,
    },
  }
}
