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

/**
 * Gives free what workers hold since before `lockedBefore`: they died with their process. By itself the
 * library waits four hours. @returns how many workers that were
 */
export async function freeJobsOfTheDead(lockedBefore: Date): Promise<number> {
  const { rows } = await sql<{ workers: string[] | null }>`
    select array_agg(distinct locked_by) as workers from graphile_worker.jobs
    where locked_at < ${lockedBefore}`.execute(db())
  const workers = rows[0]?.workers ?? []
  if (workers.length > 0)
    await sql`select graphile_worker.force_unlock_workers(${workers})`.execute(db())
  return workers.length
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
