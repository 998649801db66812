import { takeJobs } from '#db/factories/jobs.ts'
import { queuedReactionNamed } from './bus.ts'

/** What the queue would do until nothing waits any more, also what follows from that. */
export async function react(): Promise<void> {
  for (let jobs = await takeJobs(); jobs.length > 0; jobs = await takeJobs())
    for (const { reaction, payload } of jobs) await queuedReactionNamed(reaction)?.run(payload)
}
