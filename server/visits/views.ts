import { type Actor, fullName } from '#server/auth/actor.ts'
import { abilities, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { insideOf } from '#server/plg/views.ts'
import { PAGE_SIZE, type VisitCard } from './contract.ts'
import { paths } from './paths.ts'
import { may, offers, proveReader, type ReaderOf, type VisitFacts } from './policy.ts'
import { waitingReleases } from './releases/views.ts'
import { canComeBack, isReleased, numberIn } from './rules.ts'
import * as sql from './sql.ts'
import { refusals } from './words.ts'

/** What is said before anything is looked up: the same for every offer and visit, whether there is one or not. */
export function authorizeVisit(actor: Actor): void {
  if (!offers.visit(actor, {})) throw new Forbidden(refusals.notConfirmed)
}

export function factsOf(row: sql.VisitRow, actor: Actor): VisitFacts {
  const at = now()
  return {
    state: row.state,
    shareWith: row.shareWith,
    isHost: row.hostId === actor.id,
    isVisitor: row.isVisitor,
    isInPlg: row.isInPlg,
    hasBegun: row.startsAt <= at,
    isDeleted: row.deletedAt !== null,
    canComeBack: canComeBack(row.deletedAt, at),
  }
}

function cardOf(row: sql.VisitRow, actor: Actor): VisitCard {
  const { id, number, lesson, state, startsAt, endsAt, school } = row
  return {
    ...{ id, number, lesson, state, startsAt, endsAt, school },
    path: paths.visit(number),
    host: nameOf(row),
    isHost: row.hostId === actor.id,
    releases: {
      open: row.releases.filter((release) => release === 'open').length,
      refused: row.releases.filter((release) => release === 'refused').length,
      all: row.releases.length,
    },
  }
}

const nameOf = ({ firstName, lastName }: { firstName: string | null; lastName: string | null }) =>
  firstName !== null && lastName !== null ? fullName({ firstName, lastName }) : null

/** @throws NotFound when there is none; what may be seen of it the policy says */
export async function foundVisit(actor: Actor, param: string): Promise<sql.VisitRow> {
  authorizeVisit(actor)
  return existing(await sql.findVisit(numberIn(param) ?? 0, actor.id))
}

/**
 * The page of a visit for host, visitors and, where the host shares it, the PLG. Its words are empty for who may
 * not read them; for the host it also answers when it was taken away, so that it can be brought back.
 */
export async function visitFor(actor: Actor, param: string) {
  const row = await foundVisit(actor, param)
  const facts = factsOf(row, actor)
  if (facts.isDeleted && may.restore(actor, facts))
    return { isDeleted: true as const, visit: cardOf(row, actor), version: row.version }
  authorizeOrHide(may.see, actor, facts)
  const reader = proveReader(actor, row.id, facts)
  const [visitors, words] = await Promise.all([
    sql.listVisitors(row.id),
    reader ? wordsFor(reader) : null,
  ])
  const isPart = facts.isHost || facts.isVisitor
  return {
    isDeleted: false as const,
    visit: {
      ...cardOf(row, actor),
      schoolSlug: row.schoolSlug,
      subject: row.subject,
      gradeBand: row.gradeBand,
      shareWith: row.shareWith,
      hasBegun: facts.hasBegun,
      isOfPlg: row.plgId !== null,
      isReleased: isReleased(visitors),
    },
    version: row.version,
    isPart,
    visitors: visitors.map((visitor) => ({
      id: visitor.personId,
      name: fullName(visitor),
      school: visitor.school,
      isSelf: visitor.personId === actor.id,
      release: isPart ? visitor.release : null,
      // A principal's reason is for whom it concerns.
      reason: visitor.personId === actor.id ? visitor.reason : '',
      observation: words?.observations.get(visitor.personId) ?? '',
    })),
    words: words && { focus: words.focus, debrief: words.debrief, preTalkAt: words.preTalkAt },
    can: abilities(may, actor, facts),
  }
}

async function wordsFor(reader: ReaderOf) {
  const [own, observations] = await Promise.all([
    sql.findWords(reader),
    sql.listObservations(reader),
  ])
  return {
    ...own,
    observations: new Map(observations.map((one) => [one.personId, one.observation])),
  }
}

/** "Meine Besuche": those one gives and those one makes. */
export async function visitsFor(actor: Actor, asked: string | null) {
  authorizeVisit(actor)
  const page = pageNumber(asked)
  const [rows, { total }] = await Promise.all([
    sql.listOwn(actor.id, { size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    sql.countOwn(actor.id),
  ])
  return {
    now: now(),
    visits: paged(
      rows.map((row) => cardOf(row, actor)),
      total,
      page,
      PAGE_SIZE,
    ),
  }
}

/** Visits inside a PLG: one's own, and those whose host shares them with it. */
export async function visitsOfPlg(actor: Actor, slug: string, asked: string | null) {
  const { plg, proof } = await insideOf(actor, { slug })
  const page = pageNumber(asked)
  const [rows, { total }] = await Promise.all([
    sql.listOfPlg(proof, { size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    sql.countOfPlg(proof),
  ])
  return {
    plg: { slug: plg.slug, title: plg.title },
    now: now(),
    visits: paged(
      rows.map((row) => cardOf(row, actor)),
      total,
      page,
      PAGE_SIZE,
    ),
  }
}

/** What waits for the actor: requests to answer, releases to decide. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  if (!offers.visit(actor, {})) return []
  const [{ count, number, lesson }, releases] = await Promise.all([
    sql.countRequested(actor.id, now()),
    waitingReleases(actor),
  ])
  const requests: Waiting[] =
    count === 0 || number === null
      ? []
      : [
          {
            id: 'visit-requests',
            text:
              count > 1
                ? `${count} Anfragen, bei Ihnen zu hospitieren`
                : `Eine Anfrage, bei Ihnen zu hospitieren: „${lesson}“`,
            action: {
              label: 'Antworten',
              to: count > 1 ? paths.visits() : paths.visit(number),
            },
          },
        ]
  return [...requests, ...releases]
}

/** Lines for the bell, of those visits the actor may see. */
export async function visitThings(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await sql.listCards(ids, actor.id)
  return rows
    .filter((row) => may.see(actor, factsOf(row, actor)))
    .map((row) => ({
      id: row.id,
      title: row.lesson,
      context: row.school,
      path: paths.visit(row.number),
    }))
}

export async function mayHearVisit(actor: Actor, id: string): Promise<boolean> {
  const [row] = await sql.listCards([id], actor.id)
  return row !== undefined && may.see(actor, factsOf(row, actor))
}
