import { sql } from 'kysely'
import { db, pool } from '#db/client.ts'

export type NewJob = { task: string; payload: unknown; key?: string; runAt?: Date }

/** Queues work in the transaction one is in: it exists exactly when the change it follows exists. */
export async function addJobs(jobs: NewJob[]): Promise<void> {
  if (jobs.length === 0) return
  const specs = jobs.map((job) => ({
    identifier: job.task,
    payload: job.payload,
    job_key: job.key,
    run_at: job.runAt?.toISOString(),
  }))
  await sql`select graphile_worker.add_jobs(array(
    select json_populate_record(null::graphile_worker.job_spec, spec)
    from json_array_elements(${JSON.stringify(specs)}::json) as spec))`.execute(db())
}

/** Of these keys of jobs, those that still wait, run or will be tried again. */
export async function listWaitingKeys(keys: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select key from graphile_worker.jobs
    where key = any(${keys}) and attempts < max_attempts`.execute(db())
  return new Set(rows.map((row) => row.key))
}

/** Takes a job off the queue in the transaction of its work. @returns false when it was done before */
export async function removeJob(id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from graphile_worker._private_jobs where id = ${id}::bigint returning id`.execute(db())
  return rows.length > 0
}

/**
 * Gives free jobs held since before `lockedBefore`: their worker died, or could not say that it was done
 * because the database was away. By itself the library waits four hours; its own function frees all that
 * a worker holds, also what a living one works on now. @returns how many jobs that were
 */
export async function freeAbandonedJobs(lockedBefore: Date): Promise<number> {
  const { rows } = await sql`update graphile_worker._private_jobs
    set locked_at = null, locked_by = null where locked_at < ${lockedBefore} returning id`.execute(
    db(),
  )
  return rows.length
}

/** Is the database there, and migrated as far as this build knows? */
export async function canReach(): Promise<boolean> {
  await sql`select 1 from kysely_migration limit 1`.execute(db())
  return true
}

/** How much work waits: rows of the queue that are due. */
export async function countDueJobs(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from graphile_worker.jobs where run_at <= now()`.execute(db())
  return rows[0]?.count ?? 0
}

/** The pool, for the rate limiter's own table. */
export function rateLimitStore() {
  return pool()
}

/** The pool, for the queue's worker. */
export function queuePool() {
  return pool()
}
