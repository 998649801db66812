import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { answersTo } from '#server/ideas/market/views.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Moved } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import { slugOf } from '#server/platform/text.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { fundingsOfCall } from '../funding/views.ts'
import { numberIn, paths } from '../paths.ts'
import { may } from '../policy.ts'
import { callKindNames } from '../words.ts'
import * as sql from './sql.ts'

const PAGE = 20
/** Drafts are few; older ones are found by their address. */
const MOST_DRAFTS = 50

const today = () => localDayOf(now())

function lineOf(row: sql.CallRow) {
  const { id, number, title, text, kind, state, hasFunding, closesOn, version } = row
  const isOver = closesOn !== null && closesOn < today()
  return {
    ...{ id, number, title, text, kind, state, hasFunding, closesOn, version, isOver },
    ...{ organisation: row.organisation, publishedAt: row.publishedAt },
    path: paths.call({ number, slug: slugOf(title) }),
  }
}
export type CallLine = ReturnType<typeof lineOf>

/** All calls, and for those who start some their own drafts. */
export async function callsFor(actor: Actor, page: number) {
  authorize(may.readCalls, actor, {})
  const at = now()
  const canStart = may.startCall(actor, {})
  const [rows, { count }, drafts] = await Promise.all([
    sql.listPublished(actor.id, at, { today: today(), limit: PAGE, offset: (page - 1) * PAGE }),
    sql.countPublished(),
    canStart ? sql.listUnpublished(actor.id, at, MOST_DRAFTS) : [],
  ])
  return {
    calls: paged(rows.map(lineOf), count, page, PAGE),
    drafts: drafts.filter((row) => may.seeCall(actor, row)).map(lineOf),
    can: { start: canStart },
    now: at,
  }
}

/**
 * A call by its address, with what answers it as far as the actor may see that.
 *
 * @throws Moved when only the words of the address are old
 */
export async function callFor(actor: Actor, address: string, page = 1) {
  const row = existing(await sql.findCall(numberIn(address), actor.id, now()))
  authorizeOrHide(may.seeCall, actor, row)
  const call = lineOf(row)
  if (call.path !== `/aufrufe/${address}`) throw new Moved(call.path)
  const keeps = may.keepCall(actor, row)
  const [ideas, fundings] = await Promise.all([
    answersTo(actor, row.id, page),
    fundingsOfCall(actor, row.id),
  ])
  return {
    ...{ call, ideas, fundings },
    can: {
      keep: keeps,
      answer: row.state === 'published' && !call.isOver && may.proposeIdea(actor, {}),
    },
    now: now(),
  }
}

export type CallView = Awaited<ReturnType<typeof callFor>>

export async function newCallFor(actor: Actor) {
  authorize(may.startCall, actor, {})
  return Promise.resolve({ clientKey: randomUUID() })
}

/** What the form of editing is filled with. */
export async function callForEdit(actor: Actor, address: string) {
  const row = existing(await sql.findCall(numberIn(address), actor.id, now()))
  authorizeOrHide(may.seeCall, actor, row)
  authorize(may.keepCall, actor, row)
  return { call: lineOf(row) }
}

export async function callCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids, actor.id, now())
  return rows.filter((row) => may.seeCall(actor, row)).map(thingOf)
}

/** What the search finds: published calls. */
export async function searchCalls(
  actor: Actor | null,
  words: string[],
  limit: number,
): Promise<ThingCard[]> {
  if (!actor || !may.readCalls(actor, {}) || words.length === 0) return []
  const rows = await sql.search(actor.id, now(), words, limit)
  return rows.filter((row) => may.seeCall(actor, row)).map(thingOf)
}

const thingOf = (row: sql.CallRow): ThingCard => ({
  id: row.id,
  title: row.title,
  context: ['Aufruf', callKindNames[row.kind], row.organisation].filter(Boolean).join(' · '),
  path: lineOf(row).path,
})

/** The call whose page has this address. */
export async function locateCall(path: string): Promise<string | undefined> {
  const [, address] = /^\/aufrufe\/(\d[a-z0-9-]*)$/.exec(path) ?? []
  return address === undefined ? undefined : sql.findId(numberIn(address))
}
