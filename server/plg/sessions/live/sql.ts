import { db } from '#db/client.ts'
import type { Run } from '../protocols/contract.ts'

export async function findRun(sessionId: string): Promise<Run | undefined> {
  const row = await db()
    .selectFrom('plgSessionRuns')
    .where('sessionId', '=', sessionId)
    .selectAll()
    .executeTakeFirst()
  if (!row) return undefined
  const { protocol, step, runningSince, elapsedMs, version, endedAt } = row
  return {
    ...{ protocol, step, elapsedMs, version },
    runningSince: runningSince?.getTime() ?? null,
    isOver: endedAt !== null,
  }
}

/** There is one for each meeting; a new protocol takes the place of the one before. */
export async function saveRun(sessionId: string, run: Run, at: Date): Promise<void> {
  const { protocol, step, elapsedMs, version } = run
  const row = {
    ...{ protocol, step, elapsedMs, version },
    runningSince: run.runningSince === null ? null : new Date(run.runningSince),
    endedAt: run.isOver ? at : null,
  }
  await db()
    .insertInto('plgSessionRuns')
    .values({ sessionId, ...row, beganAt: at })
    .onConflict((conflict) => conflict.column('sessionId').doUpdateSet(row))
    .execute()
}
