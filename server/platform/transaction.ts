import { AsyncLocalStorage } from 'node:async_hooks'
import { remember } from '@epic-web/remember'
import { inTransaction } from '#db/client.ts'
import { type DomainEvent, liveReactionsTo, queuedReactionsTo } from './bus.ts'
import { log } from './log.ts'
import * as sql from './sql.ts'

export type Publish = (event: DomainEvent) => void

const pending = remember('published', () => new AsyncLocalStorage<DomainEvent[]>())

/** Deadlock and serialisation failure: PostgreSQL asks to try the whole transaction again. */
const TRY_AGAIN = new Set(['40P01', '40001'])
const TRIES = 3

/**
 * Runs work in one transaction. What it publishes becomes jobs in the same transaction (durable reactions)
 * and live news after the commit. A nested call joins: only the outermost one tells.
 */
export function transaction<T>(work: (publish: Publish) => Promise<T>): Promise<T> {
  const outer = pending.getStore()
  if (outer) return work((event) => outer.push(event))
  return attempt(work, 1)
}

/** Is this code inside a transaction? */
export const isInTransaction = () => pending.getStore() !== undefined

async function attempt<T>(work: (publish: Publish) => Promise<T>, count: number): Promise<T> {
  const happened: DomainEvent[] = []
  try {
    // Inside, not around: a connection that is opened for it must not keep these events as its own for good.
    const result = await inTransaction(() =>
      pending.run(happened, async () => {
        const answer = await work((event) => happened.push(event))
        await sql.addJobs(happened.flatMap(jobsOf))
        return answer
      }),
    )
    tellEveryone(happened)
    return result
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (count < TRIES && TRY_AGAIN.has(code)) return attempt(work, count + 1)
    throw error
  }
}

function jobsOf(event: DomainEvent): sql.NewJob[] {
  return queuedReactionsTo(event).map((reaction) => ({
    task: 'react',
    payload: { reaction: reaction.name, payload: event.payload },
  }))
}

function tellEveryone(happened: DomainEvent[]): void {
  for (const event of happened)
    for (const reaction of liveReactionsTo(event))
      void Promise.resolve()
        .then(() => reaction.run(event.payload))
        .catch((error: unknown) =>
          log.error({ err: error, event: event.name }, 'live reaction failed'),
        )
}
