import { randomUUID } from 'node:crypto'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { type Actor, fullName, isConfirmed } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { csv } from '#server/platform/csv-file.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { bookingNumber, numberIn, paths } from '../paths.ts'
import { may as mayInLab } from '../policy.ts'
import {
  AVERAGE_FROM,
  NEWEST_REPORTS,
  RATINGS,
  type Ratings,
  REMINDED_FOR_DAYS,
  type Report,
  REPORTS_PER_PAGE,
  type Together,
} from './contract.ts'
import { may, type ReportFacts } from './policy.ts'
import { bandOf, reportFilterFrom } from './rules.ts'
import * as sql from './sql.ts'
import { columns, recommendationNames, words } from './words.ts'

const DAY_IN_MS = 86_400_000
const MOST_REMINDERS = 3
/** More lines than any year has. */
const MOST_IN_FILE = 5000

const readerOf = (actor: Actor | null): sql.Reader => ({
  id: actor && isConfirmed(actor) ? actor.id : null,
  seesCity: actor !== null && may.seeCity(actor, {}),
})

export const factsOf = (row: {
  authorId: string | null
  deletedAt: Date | null
  visibility: ReportFacts['visibility']
}): ReportFacts => ({
  authorId: row.authorId,
  isDeleted: row.deletedAt !== null,
  visibility: row.visibility,
})

/** What was told of an offer, for its page: the newest and what all say together. Visitors read no names. */
export async function reportsOf(actor: Actor | null, offerId: string) {
  const reader = readerOf(actor)
  const [rows, [all]] = await Promise.all([
    sql.listOfOffer(offerId, reader, NEWEST_REPORTS),
    sql.listTogether({ offerId }, reader),
  ])
  return { rows: rows.map((row) => shown(actor, row)), together: togetherOf(all) }
}

/** All reports with their filters, a page at a time; for the city what is recommended of each offer. */
export async function reportsFor(actor: Actor, asked: URLSearchParams) {
  authorize(may.list, actor, {})
  const filter = reportFilterFrom(asked)
  const page = pageNumber(asked.get('seite'))
  const reader = readerOf(actor)
  const [rows, together, offers, open] = await Promise.all([
    sql.listNewest(filter, reader, {
      limit: REPORTS_PER_PAGE,
      offset: (page - 1) * REPORTS_PER_PAGE,
    }),
    sql.listTogether({ filter }, reader),
    sql.listToldOffers(),
    sql.listOpenAsks(actor.id, remindedSince(), MOST_REMINDERS),
  ])
  const total = together.reduce((sum, { count }) => sum + count, 0)
  const isCity = mayInLab.seeUtilisation(actor, {})
  return {
    ...{ filter, offers },
    ...paged(
      rows.map((row) => shown(actor, row)),
      total,
      page,
      REPORTS_PER_PAGE,
    ),
    open: open.map(askOf),
    together: isCity
      ? together.map((row) => ({ slug: row.slug, name: row.name, ...togetherOf(row) }))
      : null,
  }
}

/** The chosen reports for a table program: no person, no school. */
export async function reportsFile(actor: Actor, asked: URLSearchParams) {
  authorize(mayInLab.seeUtilisation, actor, {})
  const filter = reportFilterFrom(asked)
  const rows = await sql.listNewest(filter, readerOf(actor), { limit: MOST_IN_FILE })
  return {
    name: `medialab-berichte-${localDayOf(now())}.csv`,
    text: csv([[...columns], ...rows.map(cellsOf)]),
  }
}

const cellsOf = (row: sql.ReportRow) => [
  localDayOf(row.createdAt),
  row.name,
  row.schoolForm && schoolFormWords[row.schoolForm],
  row.gradeBand && gradeBandNames[row.gradeBand],
  subjectOf(row.subject),
  row.usedFor,
  ...RATINGS.map((rating) => row[rating]),
  recommendationNames[row.recommendation],
  row.conditions,
]

const subjectOf = (subject: string) =>
  (subjectNames as Record<string, string | undefined>)[subject] ?? subject

function shown(actor: Actor | null, row: sql.ReportRow): Report {
  const { id, slug, name, schoolForm, gradeBand, usedFor, conditions, recommendation } = row
  const { learning, handling, robustness, prepEffort, support, visibility, createdAt } = row
  const isKnown = actor !== null && may.list(actor, {})
  return {
    ...{ id, schoolForm, gradeBand, usedFor, conditions, recommendation, visibility, createdAt },
    ...{ learning, handling, robustness, prepEffort, support },
    subject: subjectOf(row.subject),
    offer: { slug, name, isListed: row.state === 'listed' },
    school: isKnown ? row.school : null,
    author: isKnown && row.isContact ? nameOf(row) : null,
    isOwn: actor !== null && may.edit(actor, factsOf(row)),
    canDelete: actor !== null && may.delete(actor, factsOf(row)),
  }
}

const nameOf = ({ firstName, lastName }: sql.ReportRow) =>
  firstName && lastName ? fullName({ firstName, lastName }) : null

function togetherOf(row: sql.TogetherRow | undefined): Together {
  if (!row || row.count < AVERAGE_FROM) return { count: row?.count ?? 0, of: null }
  return {
    count: row.count,
    of: {
      ...(Object.fromEntries(RATINGS.map((rating) => [rating, row[rating]])) as Ratings),
      recommendations: {
        base_equipment: row.baseEquipment,
        pool_only: row.poolOnly,
        not_recommended: row.notRecommended,
      },
    },
  }
}

/**
 * A booking of one's own as something to tell of.
 *
 * @throws NotFound when there is none, or it is somebody else's
 */
export async function ownUse(actor: Actor, booking: string): Promise<sql.Use> {
  const number = numberIn(booking)
  const use = existing(number === undefined ? undefined : await sql.findUse(number, now()))
  existing(bookingNumber(use) === booking && use.offers.length > 0 ? use : undefined)
  authorizeOrHide(may.seeUse, actor, use)
  return use
}

/** The form of a new report, with what the booking already says. */
export async function newReportFor(actor: Actor, booking: string, offerSlug: string) {
  const use = await ownUse(actor, booking)
  const untold = use.offers.filter(({ reportId }) => reportId === null)
  const wanted = untold.find(({ slug }) => slug === offerSlug) ?? untold[0]
  return {
    booking,
    isOver: use.isOver,
    offers: untold.map(({ id, name }) => ({ value: id, label: name })),
    chosen: wanted?.id ?? '',
    told: use.offers.flatMap(({ reportId, name }) => (reportId ? [{ id: reportId, name }] : [])),
    known: {
      ...{ schoolForm: use.schoolForm ?? '', gradeBand: bandOf(use.grade) },
      ...{ subject: use.subject },
    },
    clientKey: randomUUID(),
  }
}

/** One report with its page of its own, for references. */
export async function reportFor(actor: Actor, id: string) {
  const row = await findById(id)
  authorizeOrHide(may.read, actor, factsOf(row))
  return { report: shown(actor, row) }
}

/** The form of one's own report, with the version it was made from. */
export async function reportEditingFor(actor: Actor, id: string) {
  const row = await findById(id)
  authorizeOrHide(may.edit, actor, factsOf(row))
  return { report: row }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function findById(id: string): Promise<sql.ReportRow> {
  return existing(UUID.test(id) ? await sql.findReport(id) : undefined)
}

type Ask = Awaited<ReturnType<typeof sql.listOpenAsks>>[number]
const askOf = (ask: Ask) => ({ booking: bookingNumber(ask), offers: ask.offers })
const remindedSince = () => new Date(now().getTime() - REMINDED_FOR_DAYS * DAY_IN_MS)

/** For "Heute": what one had and has not told of yet. */
export async function reportsWaitingFor(actor: Actor): Promise<Waiting[]> {
  if (!may.list(actor, {})) return []
  const rows = await sql.listOpenAsks(actor.id, remindedSince(), MOST_REMINDERS)
  return rows.map((row) => ({
    id: `lab-report-${row.number}`,
    text: words.asked(row.offers),
    action: { label: 'Berichten', to: paths.newReport(bookingNumber(row)) },
  }))
}

/** For the bell: what one was asked. */
export async function askCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await sql.listAsks(ids, actor.id)
  return rows.map((row) => ({
    id: row.id,
    title: words.asked(row.offers),
    context: bookingNumber(row),
    path: paths.newReport(bookingNumber(row)),
  }))
}

const cardOf = (row: sql.ReportRow): ThingCard => ({
  id: row.id,
  title: words.thing(row.name),
  context: row.usedFor.slice(0, 140).toWellFormed(),
  path: paths.report(row.id),
})

export async function reportCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await sql.listByIds(ids)
  return rows.filter((row) => may.read(actor, factsOf(row))).map(cardOf)
}

/** References hang on it, files do not. */
export async function reportStanding(actor: Actor, id: string): Promise<Standing> {
  const [row] = await sql.listByIds([id])
  return {
    canRead: row !== undefined && may.read(actor, factsOf(row)),
    canChange: row !== undefined && may.edit(actor, factsOf(row)),
    plgId: null,
  }
}

export function locateReport(path: string): Promise<string | undefined> {
  const [, id = ''] = /^\/medialab\/berichte\/([0-9a-f-]{36})$/.exec(path) ?? []
  return Promise.resolve(UUID.test(id) ? id : undefined)
}

export async function searchReports(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (actor === null || !may.list(actor, {}) || words.length === 0) return []
  return (await sql.search(words, readerOf(actor), limit)).map(cardOf)
}
