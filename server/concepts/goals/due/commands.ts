import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { NEAR_DAYS } from '../contract.ts'
import { goalDue } from '../events.ts'
import * as sql from './sql.ts'

/** Tells owners seven days before the day, and on it. What was told stands in the database. */
export function tellOfDue(at: Date): Promise<void> {
  const today = localDayOf(at)
  const until = localDayOf(new Date(at.getTime() + NEAR_DAYS * 86_400_000))
  return transaction(async (publish) => {
    for (const when of ['near', 'due'] as const) {
      const goals = await sql.takeGoals(when, today, until)
      const measures = await sql.takeMeasures(when, today, until)
      for (const told of [...goals, ...measures]) publish(goalDue({ ...told, when }))
    }
  })
}
