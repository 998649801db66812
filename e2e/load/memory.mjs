// Memory of the server, compared in the same state: after its garbage was collected, with quiet around.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hangUp } from './city.mjs'
import { memoryOf } from './process-tree.mjs'

/** Starts the platform anew, able to collect its garbage when it is told to. @returns how it was before */
export async function startCollectable(platform) {
  await hangUp(platform)
  await platform.stop()
  const { NODE_OPTIONS = '' } = platform.env
  platform.env.NODE_OPTIONS = `${NODE_OPTIONS} --import=${new URL('./collect.mjs', import.meta.url).href}`
  await platform.start()
  return () => {
    platform.env.NODE_OPTIONS = NODE_OPTIONS
  }
}

/** KiB of the server, and of what lives in it, after it has collected its garbage twice. */
export async function settledMemory(platform) {
  for (let round = 0; round < 2; round++) {
    await sleep(2_000)
    platform.server.kill('SIGUSR2')
  }
  await sleep(2_000)
  const heap = Number(readFileSync(join(platform.dataDir, 'heap.txt'), 'utf8')) / 1024
  return { resident: memoryOf(platform.server.pid), heap }
}
