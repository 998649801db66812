import { Logger, run, type Runner, type TaskList } from 'graphile-worker'
import { queuedReactionNamed } from './bus.ts'
import { now } from './clock.ts'
import { log } from './log.ts'
import * as sql from './sql.ts'
import { transaction } from './transaction.ts'

/** A named piece of later work. It may run twice: after a crash, or when an answer was lost. */
export type Job = { name: string; run: (payload: unknown) => Promise<void> }

/** Looked at once a minute with the domain's time: finds rows that are due and does, or queues, what they need. */
export type DueWork = { name: string; run: (now: Date) => Promise<void> }

/** Declares a job; the answer also adds it to the queue, in the transaction one is in. */
export function job<Payload>(name: string, work: (payload: Payload) => Promise<void>) {
  return {
    name,
    run: (payload: unknown) => work(payload as Payload),
    /** `key` makes it the only waiting one of its kind. */
    later: (payload: Payload, key?: string) => sql.addJobs([{ task: name, payload, key }]),
    /** Many at once. Those whose key still waits are left out, so that a failing one keeps its growing pauses. */
    laterEach: async (all: { payload: Payload; key: string }[]) => {
      const waiting = await sql.listWaitingKeys(all.map((one) => one.key))
      const missing = all.filter((one) => !waiting.has(one.key))
      await sql.addJobs(missing.map((one) => ({ task: name, ...one })))
    },
  }
}

const CONCURRENCY = 3
/** No job of ours takes this long; who holds one longer has died with it. */
const LONGEST_JOB = 5 * 60_000

/** The queue's own times are the machine's: CLOCK does not move them. */
const machineTime = (ago: number) => new Date(Date.now() - ago)

async function freeJobsHeldFor(longerThan: number): Promise<void> {
  const jobs = await sql.freeAbandonedJobs(machineTime(longerThan))
  if (jobs > 0) log.warn({ jobs }, 'abandoned jobs were given free')
}

type Waiting = { reaction: string; payload: unknown }

/** A durable reaction ends its job in the transaction of its work: after a crash it is done whole or not at all. */
export async function react(jobId: string, { reaction, payload }: Waiting): Promise<void> {
  const found = queuedReactionNamed(reaction)
  if (!found) throw new Error(`no reaction named ${reaction}`)
  if (found.when === 'delivering') return found.run(payload)
  await transaction(async () => {
    if (await sql.removeJob(jobId)) await found.run(payload)
  })
}

/** @param isAlone no other node works on this database: what is held at the start is held by the dead */
export async function startQueue(
  jobs: Job[],
  due: DueWork[],
  { isAlone }: { isAlone: boolean },
): Promise<Runner> {
  await freeJobsHeldFor(isAlone ? 0 : LONGEST_JOB)
  const taskList: TaskList = {
    react: (payload, { job }) => react(job.id, payload as Waiting),
    everyMinute: async () => {
      await freeJobsHeldFor(LONGEST_JOB)
      for (const work of due) await work.run(now())
    },
  }
  for (const one of jobs) taskList[one.name] = (payload) => one.run(payload)
  return run({
    pgPool: sql.queuePool(),
    taskList,
    concurrency: CONCURRENCY,
    crontab: '* * * * * everyMinute ?max=3',
    noHandleSignals: true,
    pollInterval: 5_000,
    logger: new Logger((scope) => (level, message) => {
      if (String(level) === 'error') log.error({ task: scope.taskIdentifier }, message)
      else if (String(level) === 'warning') log.warn({ task: scope.taskIdentifier }, message)
    }),
  })
}
