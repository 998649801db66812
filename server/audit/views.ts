import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { paged } from '#server/platform/paging.ts'
import { auditWord } from '#server/platform/sentences.ts'
import { thingWord } from '#server/platform/things.ts'
import type { ProtocolFilter, ProtocolLine } from './contract.ts'
import { may } from './policy.ts'
import { startOfDay } from './rules.ts'
import * as sql from './sql.ts'

const PAGE = 50

/**
 * The protocol, the newest first. Days that are none are ignored, as if the field were empty.
 *
 * @throws Forbidden for everybody but operators
 */
export async function protocolFor(actor: Actor, filter: ProtocolFilter, page: number) {
  authorize(may.read, actor, undefined)
  const from = startOfDay(filter.from)
  const until = startOfDay(filter.until, 1)
  const asked = { action: filter.action || undefined, from, until, page, size: PAGE }
  const [{ rows, total }, actions] = await Promise.all([sql.listEntries(asked), sql.listActions()])
  return {
    ...paged(rows.map(lineOf), total, page, PAGE),
    actions: actions.map(({ action }) => ({ value: action, label: auditWord(action) })),
    filter: { ...filter, from: from ? filter.from : '', until: until ? filter.until : '' },
  }
}

type Row = Awaited<ReturnType<typeof sql.listEntries>>['rows'][number]

function lineOf(row: Row): ProtocolLine {
  return {
    id: row.id,
    at: row.at,
    who: row.actorName,
    action: auditWord(row.action),
    thing: `${thingWord(row.thingKind, row.thingKind)} ${row.thingId}`,
    details: Object.entries((row.details ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  }
}
