import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { readableCards } from '#server/platform/things.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import type { MailWish } from './contract.ts'
import { bellChanged } from './events.ts'
import { paths } from './paths.ts'
import { may } from './policy.ts'
import { mailDueAt } from './rules.ts'
import * as sql from './sql.ts'

/**
 * Tells an audience that something happened to a thing. The one way to notify, whatever the area: one
 * statement, however many persons. Call it from durable reactions.
 *
 * @param news.kind what happened, e.g. 'discussions.mentioned'; its sentence stands in the area's words
 * @param news.audience a query of person ids from the area's sql.ts; rights are asked again when it is read or mailed
 */
export function notify(news: {
  kind: string
  thing: { kind: string; id: string }
  actorId: string | null
  audience: sql.Audience
  mail: MailWish
  details?: Record<string, unknown>
}): Promise<void> {
  return transaction(async (publish) => {
    const at = now()
    const personIds = await sql.insertForAudience(
      {
        kind: news.kind,
        thingKind: news.thing.kind,
        thingId: news.thing.id,
        actorId: news.actorId,
        details: news.details ?? {},
        at,
        mailDueAt: mailDueAt(news.mail, at),
      },
      news.audience,
    )
    if (personIds.length > 0) publish(bellChanged({ personIds }))
  })
}

/**
 * Follows a line: marks it as read.
 *
 * @returns the address of its thing; the bell when the thing may not be read any more
 */
export function openLine(actor: Actor, input: { line: string }): Promise<string> {
  return transaction(async (publish) => {
    const line = await ownLine(actor, input.line)
    await read(actor, { id: line.id }, publish)
    const cards = await readableCards(actor, [line])
    return cards.get(`${line.thingKind}:${line.thingId}`)?.path ?? paths.bell()
  })
}

export function markLineRead(actor: Actor, input: { line: string }): Promise<void> {
  return transaction(async (publish) => {
    const line = await ownLine(actor, input.line)
    await read(actor, { id: line.id }, publish)
  })
}

/** All of the bell, also what was cut off by the page. @returns how many were unread */
export function markAllRead(actor: Actor): Promise<number> {
  return transaction((publish) => read(actor, 'all', publish))
}

/**
 * What is about these things counts as read, because the person has them before their eyes: one UPDATE,
 * however many they are. Call it from what marks the things themselves as read.
 */
export async function markThingsRead(
  actor: Actor,
  things: { kind: string; id: string }[],
): Promise<void> {
  if (things.length > 0) await transaction((publish) => read(actor, { things }, publish))
}

async function ownLine(actor: Actor, id: string) {
  const line = existing(await sql.findLine(id))
  authorizeOrHide(may.open, actor, line)
  return line
}

async function read(
  actor: Actor,
  which: Parameters<typeof sql.updateRead>[1],
  publish: Publish,
): Promise<number> {
  const count = await sql.updateRead(actor.id, which, now())
  if (count > 0) publish(bellChanged({ personIds: [actor.id] }))
  return count
}
