import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { paged } from '#server/platform/paging.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { insideOf } from '#server/plg/views.ts'
import { REQUEST_EVENTS, type RequestState } from '../contract.ts'
import { paths } from '../paths.ts'
import { answersFor, may } from '../policy.ts'
import { addresseeNames, closedGroup, kindNames } from '../words.ts'
import { hidesName, nextState } from './rules.ts'
import * as sql from './sql.ts'

const PAGE = 20
const WAITING: RequestState[] = ['open', 'accepted']
const OVER: RequestState[] = ['declined', 'done', 'withdrawn']

/** What a request says, and nothing else of its PLG; the name of a closed one only to its members. */
function lineOf(row: sql.RequestRow) {
  const { id, number, kind, addressee, state, text, wishedBy, answer } = row
  const { asker, handler, projectTitle, createdAt, changedAt, version } = row
  const isInside = row.seatRole !== null
  return {
    ...{ id, number, kind, addressee, state, text, wishedBy, answer },
    ...{ asker, handler, projectTitle, createdAt, changedAt, version },
    group: hidesName(row) && !isInside ? closedGroup : row.plgTitle,
    plgPath: isInside ? paths.ofPlg(row.plgSlug) : null,
  }
}
export type RequestLine = ReturnType<typeof lineOf>

/** What the PLG has asked for, the newest first. */
export async function requestsOfPlg(actor: Actor, slug: string, page: number) {
  const { plg, facts } = await insideOf(actor, { slug })
  const [rows, { count }] = await Promise.all([
    sql.listOfPlg(plg.id, actor.id, PAGE, (page - 1) * PAGE),
    sql.countOfPlg(plg.id),
  ])
  const seatRole = facts.seat?.role ?? null
  return {
    plg,
    requests: paged(
      rows.filter((row) => may.seeRequest(actor, row)).map(lineOf),
      count,
      page,
      PAGE,
    ),
    can: { ask: may.ask(actor, { seatRole }), apply: may.apply(actor, { seatRole }) },
    now: now(),
  }
}

/** What the form of asking needs. */
export async function askingFor(actor: Actor, slug: string) {
  const { plg, facts } = await insideOf(actor, { slug })
  authorize(may.ask, actor, { seatRole: facts.seat?.role ?? null })
  const { projects, phase, ...circle } = await sql.findPlg(plg.id)
  return {
    plg,
    projects,
    isClosed: phase === 'closed',
    hidesName: hidesName(circle),
    clientKey: randomUUID(),
  }
}

/** The inbox of those who answer: waiting requests, or those that are over. */
export async function inboxFor(actor: Actor, asked: { isOver: boolean; page: number }) {
  authorize(may.inbox, actor, {})
  const addressees = answersFor(actor)
  const states = asked.isOver ? OVER : WAITING
  const [rows, { count }] = await Promise.all([
    sql.listInbox({ addressees, states, limit: PAGE, offset: (asked.page - 1) * PAGE }, actor.id),
    sql.countInbox({ addressees, states }),
  ])
  return {
    addressees,
    isOver: asked.isOver,
    requests: paged(
      rows.filter((row) => may.seeRequest(actor, row)).map(lineOf),
      count,
      asked.page,
      PAGE,
    ),
    can: { readBudget: may.readBudget(actor, {}), startCall: may.startCall(actor, {}) },
    now: now(),
  }
}

/** One request, for its PLG and for those it is addressed to. */
export async function requestFor(actor: Actor, number: number) {
  const row = existing(await sql.findRequest(number, actor.id))
  authorizeOrHide(may.seeRequest, actor, row)
  const handle = may.handle(actor, row)
  const withdrawRequest = may.withdrawRequest(actor, row)
  const steps = REQUEST_EVENTS.filter(
    (event) => (event === 'withdraw' ? withdrawRequest : handle) && nextState(event, row.state),
  )
  return { request: lineOf(row), steps, isAddressee: handle, now: now() }
}

/** Requests as lines of the bell and of mails. */
export async function requestCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids, actor.id)
  return rows
    .filter((row) => may.seeRequest(actor, row))
    .map((row) => ({
      id: row.id,
      title: `${kindNames[row.kind]} für „${lineOf(row).group}“`,
      context: `${addresseeNames[row.addressee]} · Nr. ${row.number}`,
      path: paths.request(row.number),
    }))
}
