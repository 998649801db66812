import { randomUUID } from 'node:crypto'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { abilities, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import type { SafeHtml } from '#server/platform/rich-text.ts'
import type { ThingCard } from '#server/platform/things.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { schoolNames } from '#server/schools/views.ts'
import { needsOfTalk } from '../equipment/needs/views.ts'
import { agreementsOf } from './agreements/views.ts'
import { datesOfTalk, ledBy } from './appointments/views.ts'
import { PAGE_SIZE, type TalkCard } from './contract.ts'
import { paths } from './paths.ts'
import { candidatesFor, peopleOfTalk } from './people/views.ts'
import { isAuthority, may as mayOfEquipment } from '../equipment/policy.ts'
import { may, sideOf } from './policy.ts'
import { factsOf, numberIn, printOf } from './rules.ts'
import { signaturesOf } from './signing/views.ts'
import * as sql from './sql.ts'
import { stateNames, talkTitle } from './words.ts'

const MOST_VERSIONS = 30

/** The needs that a talk is about, and whether the actor says what becomes of them. */
const needsFor = async (actor: Actor, talkId: string) =>
  (await needsOfTalk(talkId)).map((need) => ({
    ...need,
    mayDecide: mayOfEquipment.decideNeed(actor, need),
  }))

/** @throws NotFound when there is none, or the actor has nothing to do with it */
export async function seenTalk(actor: Actor, param: string) {
  const row = existing(await sql.findTalk(numberIn(param) ?? 0, actor.id))
  const facts = factsOf(row, now())
  authorizeOrHide(may.see, actor, facts)
  return { row, facts }
}

/** What stands above every page of a talk. */
export const headOf = (row: sql.TalkRow) => ({
  ...{ id: row.id, number: row.number, title: talkTitle(row), state: row.state },
  ...{ school: row.school, schoolSlug: row.schoolSlug, schoolYear: row.schoolYear },
  ...{ startsAt: row.startsAt, endsAt: row.endsAt, place: row.place, occasion: row.occasion },
  ...{ closedAt: row.closedAt, closeReason: row.closeReason, isSigned: row.agreedAt !== null },
})

const cardOf = (row: sql.TalkRow): TalkCard => ({
  ...{ id: row.id, number: row.number, school: row.school, schoolYear: row.schoolYear },
  ...{ state: row.state, startsAt: row.startsAt, dueOn: row.dueOn },
  schoolForm: row.schoolForm as SchoolForm,
  isBetween: row.cycleId === null,
  isSigned: row.agreedAt !== null,
  // Who is late is for the Amt, in its round.
  isOverdue: false,
})

/** "Gespräche" of a school, and those to which one is invited. */
export async function talksFor(actor: Actor, asked: URLSearchParams) {
  const page = pageNumber(asked.get('seite'))
  const schoolIds = schoolsOf(actor)
  const [rows, { total }] = await Promise.all([
    sql.listOwn(actor.id, schoolIds, { size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    sql.countOwn(actor.id, schoolIds),
  ])
  const at = now()
  const seen = rows.filter((row) => may.see(actor, factsOf(row, at)))
  const led = await schoolNames(ledBy(actor))
  return {
    isOffice: isAuthority(actor),
    talks: paged(seen.map(cardOf), total, page, PAGE_SIZE),
    ownSchools: [...led].map(([value, { name }]) => ({ value, label: name })),
    callKey: randomUUID(),
  }
}

/** The talk for both sides and those invited: date, participants, agenda, preparation, and what is shared. */
export async function talkFor(actor: Actor, param: string) {
  const { row, facts } = await seenTalk(actor, param)
  const can = abilities(may, actor, facts)
  const at = now()
  const [dates, people, candidates, versions, needs, shared] = await Promise.all([
    datesOfTalk(row.id),
    peopleOfTalk(row.id),
    can.plan ? candidatesFor({ schoolId: row.schoolId, now: at }) : [],
    can.share ? sql.listShareable(row.schoolId, MOST_VERSIONS) : [],
    needsFor(actor, row.id),
    row.versionId ? sql.findVersion(row.versionId) : null,
  ])
  const { agenda, schoolNotes, authorityNotes } = row
  const seats = new Set(people.map(({ personId }) => personId))
  return {
    talk: headOf(row),
    side: sideOf(actor, facts),
    can,
    dates,
    people,
    candidates: candidates.filter(({ personId }) => !seats.has(personId)),
    agenda,
    notes: { school: schoolNotes, authority: authorityNotes },
    ready: { school: row.schoolPreparedAt, authority: row.authorityPreparedAt },
    print: {
      agenda: printOf(agenda),
      school: printOf(schoolNotes),
      authority: printOf(authorityNotes),
    },
    versions,
    // Which version it is the other participants need not know.
    shared: can.readShared || can.unshare ? shared : null,
    needs,
  }
}

/** What came of it: minutes, conclusions, agreements, signatures. */
export async function resultFor(actor: Actor, param: string) {
  const { row, facts } = await seenTalk(actor, param)
  const [agreements, signatures, needs] = await Promise.all([
    agreementsOf(row.id),
    signaturesOf(row.id),
    needsFor(actor, row.id),
  ])
  return {
    talk: headOf(row),
    side: sideOf(actor, facts),
    can: abilities(may, actor, facts),
    minutes: row.minutes,
    print: printOf(row.minutes),
    content: row.content,
    today: localDayOf(now()),
    isTakenOver: facts.isTakenOver,
    agreements,
    signatures,
    needs,
    clientKey: randomUUID(),
  }
}

/** The one version that the school shared, without what it marked for itself alone. */
export async function sharedConceptFor(actor: Actor, param: string) {
  const { row, facts } = await seenTalk(actor, param)
  authorizeOrHide(may.readShared, actor, facts)
  const versionId = row.versionId ?? ''
  const [version, sections, goals] = await Promise.all([
    sql.findVersion(versionId),
    sql.listSections(versionId),
    sql.listGoals(versionId),
  ])
  return {
    talk: headOf(row),
    version: existing(version),
    sections: sections.map((one) => ({ ...one, html: one.html as SafeHtml })),
    goals,
  }
}

/** Cards for bell, mail and the concept's log. */
export async function talkCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const at = now()
  const rows = await sql.listCards(ids, actor.id)
  return rows
    .filter((row) => may.see(actor, factsOf(row, at)))
    .map((row) => ({
      ...{ id: row.id, title: talkTitle(row), context: stateNames[row.state] },
      path: row.agreedAt ? paths.result(row.number) : paths.talk(row.number),
    }))
}
