import '#db/testing.ts'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { addJobs, freeJobsOfTheDead } from './sql.ts'

const MINUTE = 60_000
const ago = (ms: number) => new Date(Date.now() - ms)

beforeEach(() => sql`delete from graphile_worker._private_jobs`.execute(db()))

/** A job as a worker holds it that began so long ago. */
async function aJobHeld(by: string, since: Date): Promise<void> {
  await addJobs([{ task: 'react', payload: {}, key: by }])
  await sql`update graphile_worker._private_jobs
    set locked_at = ${since}, locked_by = ${by}, attempts = 1 where key = ${by}`.execute(db())
}

async function heldBy(): Promise<string[]> {
  const { rows } = await sql<{ by: string }>`select locked_by as by from graphile_worker.jobs
    where locked_by is not null order by 1`.execute(db())
  return rows.map(({ by }) => by)
}

test('a job whose worker died is given free, one that is being worked on is not', async () => {
  await aJobHeld('dead', ago(10 * MINUTE))
  await aJobHeld('alive', ago(MINUTE))
  expect(await freeJobsOfTheDead(ago(5 * MINUTE))).toBe(1)
  expect(await heldBy()).toEqual(['alive'])
  expect(await freeJobsOfTheDead(ago(5 * MINUTE))).toBe(0)
})

test('what nobody holds stays as it is', async () => {
  await addJobs([{ task: 'react', payload: {} }])
  expect(await freeJobsOfTheDead(ago(0))).toBe(0)
})
