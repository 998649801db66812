import { randomUUID } from 'node:crypto'
import { type Actor, fullName, isConfirmed } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { homeKind } from '#server/platform/homes.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { paths } from '../sessions/paths.ts'
import { may } from '../sessions/policy.ts'
import { groundOf } from '../sessions/views.ts'
import { DONE_SHOWN, OPEN_SHOWN, type TaskLine } from './contract.ts'
import * as sql from './sql.ts'

/** The tasks of a PLG, or those that one of its meetings gave. */
export async function tasksFor(actor: Actor, slug: string, sessionId?: string) {
  const { proof, facts } = await groundOf(actor, slug)
  const [open, done] = await Promise.all([
    sql.listOpen(proof, sessionId, OPEN_SHOWN),
    sql.listDone(proof, sessionId, DONE_SHOWN),
  ])
  const today = localDayOf(now())
  const lineOf = (row: (typeof open)[number]): TaskLine => ({
    ...{ id: row.id, text: row.text, dueOn: row.dueOn },
    assignee:
      row.firstName && row.lastName
        ? fullName({ firstName: row.firstName, lastName: row.lastName })
        : null,
    isLate: row.doneAt === null && row.dueOn !== null && row.dueOn < today,
    isOwn: row.assigneeId === actor.id,
    isDone: row.doneAt !== null,
  })
  return {
    open: open.map(lineOf),
    done: done.map(lineOf),
    taskKey: randomUUID(),
    can: { work: may.work(actor, facts) },
  }
}

/** Tasks as lines of bell and mails; only those of the person's own PLGs. */
export async function taskCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (!isConfirmed(actor) || ids.length === 0) return []
  const rows = await sql.listByIds(ids)
  const homes = await homeKind('plg').readable(actor, [...new Set(rows.map(({ plgId }) => plgId))])
  return rows.flatMap(({ id, plgId, text }) => {
    const home = homes.find((one) => one.id === plgId)
    return home
      ? [{ id, title: text, context: home.title, path: `${paths.list(home.slug)}#aufgaben` }]
      : []
  })
}
