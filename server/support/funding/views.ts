import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { insideOf } from '#server/plg/views.ts'
import { findBudget } from '../budget/sql.ts'
import { FUNDING_EVENTS, FUNDING_STATES } from '../contract.ts'
import { numberIn, paths } from '../paths.ts'
import { headOf, may, mayBring } from '../policy.ts'
import { listProofs } from '../proofs/sql.ts'
import { hidesName } from '../requests/rules.ts'
import { closedGroup, fundingStateNames } from '../words.ts'
import { isCommitted, isEditable, isPaid, nextState, requestedOf } from './rules.ts'
import * as sql from './sql.ts'

const PAGE = 20
/** A PLG has a few; older ones are found through their Vorhaben. */
const MOST_OF_PLG = 20

const groupOf = (row: sql.FundingRow) =>
  hidesName({ joining: row.joining, kind: row.plgKind }) && row.seatRole === null
    ? closedGroup
    : row.plgTitle

function lineOf(row: sql.FundingRow) {
  const { id, number, year, state, projectTitle, school, submittedAt, changedAt } = row
  return {
    ...{ id, number, year, state, projectTitle, school, submittedAt, changedAt },
    group: groupOf(row),
    requestedCents: requestedOf(row.costCents, row.ownShareCents),
    grantedCents: isCommitted(row.state) ? row.grantedCents : null,
  }
}
export type FundingLine = ReturnType<typeof lineOf>

/** The applications of a PLG, for its members. */
export async function fundingsOfPlg(actor: Actor, slug: string) {
  const { plg } = await insideOf(actor, { slug })
  const rows = await sql.listOfPlg(plg.id, actor.id, MOST_OF_PLG)
  return rows.filter((row) => may.seeFunding(actor, row)).map(lineOf)
}

/** Applications that answer a call, of those the actor may read; `hasMore` are found in the list of all. */
export async function fundingsOfCall(actor: Actor, callId: string) {
  const rows = await sql.listOfCall(callId, circleOf(actor), PAGE + 1)
  const seen = rows.filter((row) => may.seeFunding(actor, row)).map(lineOf)
  return { rows: seen.slice(0, PAGE), hasMore: seen.length > PAGE }
}

const circleOf = (actor: Actor, state = ''): sql.Circle => ({
  personId: actor.id,
  decides: may.keepBudget(actor, {}),
  schools: headOf(actor),
  state,
})

/** All the actor may read: of their PLGs, of their school, and for those who decide all that were submitted. */
export async function fundingsFor(actor: Actor, asked: { state: string; page: number }) {
  authorize(may.readCalls, actor, {})
  const state = (FUNDING_STATES as readonly string[]).includes(asked.state) ? asked.state : ''
  const circle = circleOf(actor, state)
  const [rows, { count }] = await Promise.all([
    sql.listReadable(circle, PAGE, (asked.page - 1) * PAGE),
    sql.countReadable(circle),
  ])
  return {
    fundings: paged(
      rows.filter((row) => may.seeFunding(actor, row)).map(lineOf),
      count,
      asked.page,
      PAGE,
    ),
    state,
    can: {
      decide: may.keepBudget(actor, {}),
      readBudget: may.readBudget(actor, {}),
      inbox: may.inbox(actor, {}),
    },
    now: now(),
  }
}

/** What the form that begins an application needs. */
export async function newFundingFor(actor: Actor, callNumber: string | null) {
  authorize(may.readCalls, actor, {})
  const [projects, call] = await Promise.all([
    sql.listFundable(actor.id),
    callNumber === null ? undefined : sql.findPublishedCall(numberIn(callNumber)),
  ])
  const year = Number(localDayOf(now()).slice(0, 4))
  return {
    projects: projects.map(({ id, title, plgTitle }) => ({
      value: id,
      label: `${title} (${plgTitle})`,
    })),
    call: call ?? null,
    years: [year, year + 1],
    clientKey: randomUUID(),
  }
}

async function readable(actor: Actor, number: number) {
  const row = existing(await sql.findApplication(number, actor.id))
  authorizeOrHide(may.seeFunding, actor, row)
  return row
}

/** An application with all its parts and what the actor can do with it now. */
export async function fundingFor(actor: Actor, number: number) {
  const row = await readable(actor, number)
  const decides = may.decide(actor, row)
  const [items, entries, proofs, budget] = await Promise.all([
    sql.listItems(row.id),
    sql.listEntries(row.id),
    listProofs(row.id),
    decides ? findBudget(row.year) : undefined,
  ])
  const steps = FUNDING_EVENTS.filter(
    (event) => mayBring[event](actor, row) && nextState(event, row.state),
  )
  const applies = may.apply(actor, row)
  const { version, reason, innovation, risk, ownShareCents, costCents, spentCents } = row
  const { decision, conditions, decider, decidedAt, paidAt, callTitle } = row
  return {
    funding: {
      ...lineOf(row),
      ...{ version, reason, innovation, risk, ownShareCents, costCents, spentCents },
      ...{ decision, conditions, decider, decidedAt, paidAt, callTitle },
      isPaid: isPaid(row.state),
      plgPath: row.seatRole === null ? null : paths.ofPlg(row.plgSlug),
    },
    ...{ items, entries, proofs, steps },
    budgetLeft: budget ? budget.amountCents - budget.committedCents : null,
    can: {
      edit: applies && isEditable(row.state),
      prove: applies && row.state === 'paid',
      decide: decides,
    },
    clientKey: randomUUID(),
    now: now(),
  }
}

/** The form of the draft, filled. @throws NotFound when it is no draft any more */
export async function fundingForEdit(actor: Actor, number: number) {
  const row = await readable(actor, number)
  authorize(may.apply, actor, row)
  if (!isEditable(row.state)) throw new NotFound()
  const [items, schools] = await Promise.all([sql.listItems(row.id), sql.listSchoolsOf(row.plgId)])
  const { schoolId, year, version, reason, innovation, risk, ownShareCents } = row
  const present = Number(localDayOf(now()).slice(0, 4))
  return {
    funding: { ...lineOf(row), schoolId, year, version, reason, innovation, risk, ownShareCents },
    items,
    schools: schools.map(({ id, name }) => ({ value: id, label: name })),
    years: [...new Set([year, present, present + 1])].sort((a, b) => a - b),
  }
}

/** Applications as lines of the bell, and what their files belong to. */
export async function fundingCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids, actor.id)
  return rows
    .filter((row) => may.seeFunding(actor, row))
    .map((row) => ({
      id: row.id,
      title: row.projectTitle,
      context: `Förderantrag Nr. ${row.number} · ${fundingStateNames[row.state]}`,
      path: paths.funding(row.number),
    }))
}

/** Offers belong to a draft, receipts to the proof of use; what is decided on stays as it is. */
export async function fundingStanding(actor: Actor, id: string): Promise<Standing> {
  const row = await sql.findById(id, actor.id)
  const canRead = row !== undefined && may.seeFunding(actor, row)
  return {
    canRead,
    canChange: canRead && may.apply(actor, row) && (isEditable(row.state) || row.state === 'paid'),
    plgId: canRead ? row.plgId : null,
  }
}
