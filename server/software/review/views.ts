import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { stateNames } from '../cases/words.ts'
import { paths } from '../paths.ts'
import { may as mayDo } from '../policy.ts'
import { proposalPath } from '../proposing/paths.ts'
import { PARTS } from './changes/rules.ts'
import { QUEUE_FILTERS, QUEUE_PAGE, type QueueFilter } from './contract.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'

/** The desk: cases by what they need, and releases that end. */
export async function deskFor(actor: Actor, asked: { filter: string | null; page: number }) {
  authorize(may.visit, actor, {})
  const filter = QUEUE_FILTERS.find((one) => one === asked.filter) ?? 'all'
  const today = localDayOf(now())
  const [{ rows, total }, counts] = await Promise.all([
    listAt(filter, today, asked.page),
    sql.countQueue(today),
  ])
  return {
    ...{ filter, counts, keepsBlocks: may.keepBlocks(actor, {}), mayTriage: may.triage(actor, {}) },
    seesReleases: mayDo.suspend(actor, {}),
    ...paged(rows, total, asked.page, QUEUE_PAGE),
  }
}

const listAt = (filter: QueueFilter, today: string, page: number) =>
  sql.listQueue({ filter, today, size: QUEUE_PAGE, offset: (page - 1) * QUEUE_PAGE })

export type CaseRow = NonNullable<Awaited<ReturnType<typeof sql.findCase>>>

/** A case, for those who work at the desk; a proposal that nobody has submitted is not there. */
export async function seenCase(actor: Actor, number: number): Promise<CaseRow> {
  authorize(may.visit, actor, {})
  return existing(await sql.findCase({ number }))
}

/** What changed since the last opinion about this app; null where this is the first. */
export async function changesFor({ id, productId }: Pick<CaseRow, 'id' | 'productId'>) {
  const previous = await sql.findPreviousOpinion(productId, id)
  if (!previous) return null
  const [fields, documents] = await Promise.all([
    sql.listChanges(productId, previous.givenAt, PARTS),
    sql.listChangedDocuments(productId, previous.givenAt),
  ])
  return { previous, fields, documents }
}

/** For the bell: at the desk the case, for those who wait for it their proposal or the app. */
export async function caseCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await sql.listCards(ids)
  return rows.flatMap((row) => {
    const path = pathFor(actor, row)
    return path ? [{ id: row.id, title: row.app, context: stateNames[row.state], path }] : []
  })
}

function pathFor(actor: Actor, row: Awaited<ReturnType<typeof sql.listCards>>[number]) {
  if (row.requestedBy === actor.id) return proposalPath(row.number)
  if (may.visit(actor, {})) return paths.review(row.number)
  const isWaiting = row.demanders.includes(actor.id)
  return isWaiting && mayDo.see(actor, { state: row.productState })
    ? paths.product(row.slug)
    : undefined
}

/**
 * Files of a case, for whoever may read it. They come and go by the acts on the case alone and are fixed once it is
 * decided, so nobody changes them at the doors that all files have.
 */
export async function paperStanding(actor: Actor, caseId: string): Promise<Standing> {
  const canRead = may.visit(actor, {}) && (await sql.listCards([caseId])).length > 0
  return { canRead, canChange: false, isFixed: true, plgId: null }
}

/** For reports of such files. Whoever only waits for the case reads none of them. */
export async function paperCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  return may.visit(actor, {}) ? caseCards(actor, ids) : []
}

/** @throws NotFound for what one may not work on */
export function authorizeWork(actor: Actor, row: { requestedBy: string | null }): void {
  authorizeOrHide(may.visit, actor, {})
  authorize(may.work, actor, row)
}
