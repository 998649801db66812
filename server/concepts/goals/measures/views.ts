import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { readableCards } from '#server/platform/things.ts'
import { myPlgs } from '#server/plg/views.ts'
import { staffOf } from '../../people/views.ts'
import { may } from '../../policy.ts'
import { workingOf } from '../../views.ts'
import { daysBetween, goalNumber } from '../rules.ts'
import { insideGoal } from '../entering/views.ts'
import { dueText } from '../words.ts'
import type { MeasureLine } from './contract.ts'
import * as sql from './sql.ts'

const isOver = ({ status }: Pick<MeasureLine, 'status'>) =>
  status === 'done' || status === 'dropped'

/** What is to be done for a goal. The caller has authorised the reading of the goal. */
export async function measuresOf(
  actor: Actor,
  goalId: string,
  today: string,
): Promise<MeasureLine[]> {
  return linesOf(actor, await sql.listMeasures(goalId), today)
}

async function linesOf(actor: Actor, rows: sql.MeasureRow[], today: string) {
  const pointers = rows.flatMap(({ supportRequestId: thingId }) =>
    thingId ? [{ thingKind: 'support-request', thingId }] : [],
  )
  const cards = pointers.length > 0 ? await readableCards(actor, pointers) : new Map()
  return rows.map((row): MeasureLine => {
    const { id, title, nextStep, dueOn, status, blockedBy, owners, version } = row
    const left = dueOn === null ? null : daysBetween(today, dueOn)
    return {
      ...{ id, title, nextStep, dueOn, status, blockedBy, owners, version },
      due:
        dueOn === null || left === null || isOver(row)
          ? null
          : { text: dueText(dueOn, left), isLate: left < 0 },
      request: (cards.get(`support-request:${row.supportRequestId}`) as Card | undefined) ?? null,
    }
  })
}
type Card = { title: string; path: string }

/** One measure to be changed, and what one could ask help for it with. */
export async function measureFor(actor: Actor, slug: string, number: string, id: string) {
  const working = await workingOf(actor, { slug })
  authorize(may.write, actor, working.facts)
  const { goal } = await insideGoal(actor, working, goalNumber(number))
  const row = existing(await sql.findMeasure(goal.id, id))
  if (row.deletedAt) throw new NotFound()
  const [staff, plgs, [measure]] = await Promise.all([
    staffOf(working.school.id),
    myPlgs(actor),
    linesOf(actor, [row], localDayOf(now())),
  ])
  const gone = row.owners.filter((one) => !staff.some(({ id: known }) => known === one.id))
  return {
    school: working.school,
    goal: { number: goal.number, title: goal.title },
    measure: existing(measure),
    staff: [...staff, ...gone],
    plgs: plgs.map((plg) => ({ slug: plg.slug, title: plg.title })),
    clientKey: randomUUID(),
  }
}
