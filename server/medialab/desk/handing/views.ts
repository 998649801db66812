import { randomUUID } from 'node:crypto'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { troublesOf } from '../troubles/views.ts'
import { may } from '../policy.ts'
import { dateOf, deskDateOf } from '../views.ts'
import { countOf, obstaclesOf } from './rules.ts'
import * as sql from './sql.ts'

/** The page on which something goes out; afterwards it is the slip for the borrower. */
export async function handOutFor(actor: Actor, number: string, position: number | null) {
  authorize(may.stand, actor, {})
  const row = await dateOf(number, {
    position,
    fits: ({ state }) => state === 'confirmed' || state === 'prepared',
  })
  const [things, lines, handover, troubles] = await Promise.all([
    sql.listThings(row.id),
    sql.listLines(row.id),
    sql.findHandover(row.id),
    troublesOf([row.id]),
  ])
  const facts = {
    state: row.state,
    hasBegun: localDayOf(row.startsAt) <= localDayOf(now()),
  }
  return {
    date: deskDateOf(row),
    version: row.version,
    // In the order of what is held; several sets of one booking each have their list.
    groups: things.map((thing) => ({
      thing,
      lines: lines.filter(({ resourceId }) => resourceId === thing.resourceId),
    })),
    ...{ handover: handover ?? null, troubles, count: countOf(things, lines) },
    obstacles: obstaclesOf(things),
    wipes: things
      .filter(({ holdsData, wipeDueAt }) => holdsData && wipeDueAt !== null)
      .map(({ code, name }) => ({ code, name })),
    borrower:
      row.firstName && row.lastName
        ? fullName({ firstName: row.firstName, lastName: row.lastName })
        : null,
    ...{ now: now(), clientKey: randomUUID() },
    can: {
      handOut: may.handOut(actor, facts),
      prepare: may.prepare(actor, facts),
      markNoShow: may.markNoShow(actor, facts),
      undo: may.undoHandOut(actor, facts),
      takeBack: may.takeBack(actor, facts),
    },
  }
}

export type HandOutView = Awaited<ReturnType<typeof handOutFor>>
