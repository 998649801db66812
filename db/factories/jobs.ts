import { sql } from 'kysely'
import { db } from '#db/client.ts'

type ReactJob = { reaction: string; payload: unknown }

/** Takes what waits in the queue, as the worker would. */
export async function takeJobs(): Promise<ReactJob[]> {
  const { rows } = await sql<{ payload: ReactJob }>`
    delete from graphile_worker._private_jobs returning payload`.execute(db())
  return rows.map(({ payload }) => payload)
}
