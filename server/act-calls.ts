import { randomUUID } from 'node:crypto'
import { takeJobs } from '#db/factories/jobs.ts'
import { markRead, openTopic } from './discussions/commands.ts'
import { writePost } from './discussions/posts/commands.ts'
import { rooms } from './discussions/sockets.ts'
import { queuedReactionNamed } from './platform/bus.ts'
import type { Budget } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

/** Does what waits in the queue, as the worker would. @returns how many jobs there were */
async function work(): Promise<number> {
  const jobs = await takeJobs()
  for (const { reaction, payload } of jobs) await queuedReactionNamed(reaction)?.run(payload)
  return jobs.length
}

/** With how many statements people act, and the house tells everybody whom it concerns. */
export const actCalls: Record<string, Budget> = {
  'opening a topic': act(13, async ({ lead, workshop }) => {
    await openTopic(lead, workshop.slug, { title: 'Neu', body: 'Ja?', clientKey: randomUUID() })
    return work()
  }),
  'writing a post': act(19, async ({ lead, workshop }) => {
    const place = { plg: workshop.slug, topic: '1-' }
    await writePost(lead, place, { body: 'Ja, @Kim Nachbar1', clientKey: randomUUID() })
    return work()
  }),
  'reading up': act(7, async ({ lead, plg, ids }) => {
    await markRead(lead, { plg: plg.slug, topic: '1-' }, ids('post').length + 1)
  }),
  'listening to a topic': act(2, ({ lead, topic }) =>
    rooms.find(({ kind }) => kind === 'topic')?.mayListen(lead, topic.id),
  ),
}

function act(most: number, call: (at: Surroundings) => unknown): Budget {
  return { most, call, shows: 'one' }
}
