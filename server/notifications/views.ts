import { type Actor, fullName } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { existing } from '#server/platform/authorize.ts'
import { NotFound } from '#server/platform/errors.ts'
import { notificationSentence } from '#server/platform/sentences.ts'
import { readableCards, type ThingCard } from '#server/platform/things.ts'
import { AGES, type BellLine } from './contract.ts'
import { may } from './policy.ts'
import { ageOf, mailDueAt } from './rules.ts'
import * as sql from './sql.ts'

const PAGE = 30
const BATCH = 60
/** A page looks at so many batches at most; after that, "Ältere" goes on from there. */
const BATCHES = 4
const MOST_COUNTED = 99
/** Unreadable lines must not hide readable ones below them from the count; but it stays one short query. */
const LOOKED_AT = 200

/** When a letter may go that is to go soon: at once in working hours, else the next working morning. */
export const mailGoesAt = (at: Date): Date => mailDueAt('soon', at) ?? at

/**
 * The bell with what may be read now: lines whose thing went out of sight are left out.
 *
 * @param cursor id of the line after which to go on, from "Ältere"
 */
export async function bellFor(actor: Actor, cursor: string | null) {
  const at = now()
  const { lines, older } = await collectReadable(actor, cursor)
  const groups = AGES.map((age) => ({
    age,
    lines: lines.filter((line) => ageOf(line.at, at) === age),
  })).filter((group) => group.lines.length > 0)
  return {
    groups,
    older,
    isFirstPage: cursor === null,
    hasUnread: lines.some((line) => !line.isRead) || (await unreadCount(actor)) > 0,
    now: at,
  }
}

async function collectReadable(actor: Actor, cursor: string | null) {
  const lines: BellLine[] = []
  let before: sql.Cursor | null = cursor === null ? null : await startingPoint(actor, cursor)
  for (let batch = 0; batch < BATCHES; batch++) {
    const rows = await sql.listLines(actor.id, before, BATCH)
    for (const line of await readableOf(actor, rows)) {
      if (lines.length === PAGE) return { lines, older: lines.at(-1)?.id ?? null }
      lines.push(line)
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return { lines, older: null }
    before = last
  }
  return { lines, older: before?.id ?? null }
}

async function startingPoint(actor: Actor, id: string) {
  const line = existing(await sql.findLine(id))
  if (!may.open(actor, line)) throw new NotFound()
  return line
}

/** The lines as the person may read them now; one query per kind of thing. */
export async function readableOf(actor: Actor, rows: sql.Line[]): Promise<BellLine[]> {
  const cards = await readableCards(actor, rows)
  return rows.flatMap((row) => {
    const card = cards.get(`${row.thingKind}:${row.thingId}`)
    return card ? [lineOf(row, card)] : []
  })
}

function lineOf(row: sql.Line, card: ThingCard): BellLine {
  const { firstName, lastName } = row
  return {
    id: row.id,
    sentence: notificationSentence(row.kind, {
      actor: firstName && lastName ? fullName({ firstName, lastName }) : null,
      title: card.title,
      count: row.count,
      details: row.details as Record<string, unknown>,
    }),
    context: card.context,
    path: card.path,
    at: row.at,
    isRead: row.readAt !== null,
  }
}

/** The number on the bell, at most 99: unread lines whose thing the person may read at this moment. */
export async function unreadCount(actor: Actor): Promise<number> {
  const pointers = await sql.listUnreadPointers(actor.id, LOOKED_AT)
  if (pointers.length === 0) return 0
  const cards = await readableCards(actor, pointers)
  const readable = pointers.filter((p) => cards.has(`${p.thingKind}:${p.thingId}`))
  return Math.min(readable.length, MOST_COUNTED)
}
