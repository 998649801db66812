import { now } from '#server/platform/clock.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { MailWish } from './contract.ts'
import { bellChanged } from './events.ts'
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
