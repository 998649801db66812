// How long a start takes on data that is there, and what the application holds when nobody comes.
import { setTimeout as sleep } from 'node:timers/promises'
import { hangUp } from './city.mjs'
import { isMeasurable, memoryOf } from './process-tree.mjs'

const ROUNDS = 3
const QUIET = 10_000

/** Starts the platform three times; it runs afterwards. @returns figures by name */
export async function measureStarts(platform) {
  const times = []
  for (let round = 0; round < ROUNDS; round++) {
    await hangUp(platform)
    await platform.stop()
    times.push(await platform.start())
  }
  const figures = { 'start.ready': Math.min(...times) / 1000 }
  if (!isMeasurable) return figures
  await sleep(QUIET)
  return {
    ...figures,
    'start.rss': memoryOf(platform.server.pid) / 1024,
  }
}
