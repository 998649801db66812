import { randomUUID } from 'node:crypto'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { paged } from '#server/platform/paging.ts'
import {
  readableCards,
  type ThingCard,
  type ThingKind,
  thingWord,
} from '#server/platform/things.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import type { DeskReport, HandledReport, OwnReport } from './contract.ts'
import { pointerInput } from './inputs.ts'
import * as sql from './sql.ts'

const PAGE = 30
const MOST_OPEN = 200

/**
 * The form to report a thing, with what the person reported about it before and the answers.
 *
 * @throws NotFound when the thing may not be read and nothing of one's own is to be told
 */
export async function reportFormFor(actor: Actor, about: { kind?: string; id?: string }) {
  const { kind, id } = existing(pointerInput.safeParse(about).data)
  const [cards, own] = await Promise.all([
    readableCards(actor, [{ thingKind: kind, thingId: id }]),
    sql.listOwn(actor.id, kind, id),
  ])
  const card = cards.get(`${kind}:${id}`) ?? null
  if (own.length === 0) authorizeOrHide(may.report, actor, { isReadable: card !== null })
  return {
    word: thingWord(kind),
    card: card && shown(card),
    own: own satisfies OwnReport[],
    canReport: card !== null && own.every((report) => report.handledAt !== null),
    clientKey: randomUUID(),
    now: now(),
  }
}

/** The list of the SMZ: what is open, and a page of what was answered. */
export async function deskFor(actor: Actor, page: number) {
  authorize(may.handle, actor, undefined)
  const [open, { rows: handled, total }] = await Promise.all([
    sql.listOpen(MOST_OPEN),
    sql.listHandled(page, PAGE),
  ])
  const cards = await readableCards(actor, [...open, ...handled])
  return {
    open: open.map((row) => deskReport(row, cards)),
    handled: paged(
      handled.map((row) => handledReport(row, cards)),
      total,
      page,
      PAGE,
    ),
    now: now(),
  }
}

function deskReport(row: sql.DeskRow, cards: Map<string, ThingCard>): DeskReport {
  const card = cards.get(`${row.thingKind}:${row.thingId}`)
  return {
    id: row.id,
    thing: { word: thingWord(row.thingKind), card: card ? shown(card) : null },
    reason: row.reason,
    reporter: nameOf(row.firstName, row.lastName),
    at: row.at,
  }
}

function handledReport(row: sql.DeskRow, cards: Map<string, ThingCard>): HandledReport {
  return {
    ...deskReport(row, cards),
    answer: row.answer,
    handledAt: row.handledAt ?? row.at,
    handledBy: nameOf(row.handlerFirstName, row.handlerLastName),
  }
}

const shown = ({ title, context, path }: ThingCard) => ({ title, context, path })

const nameOf = (firstName: string | null, lastName: string | null) =>
  firstName && lastName ? fullName({ firstName, lastName }) : 'Ehemaliges Mitglied'

/** A report as a thing of its own: for the desk, and for the one who sent it. */
export const reportKind: ThingKind = {
  kind: 'report',
  word: 'Meldung',
  cards: async (actor, ids) => {
    const rows = await sql.listReports(ids)
    return rows
      .filter((row) => may.readAnswer(actor, row) || may.handle(actor))
      .map((row) => ({
        id: row.id,
        title: thingWord(row.thingKind),
        context: 'Moderation',
        path: may.readAnswer(actor, row)
          ? paths.report(row.thingKind, row.thingId)
          : paths.onDesk(row.id),
      }))
  },
}
