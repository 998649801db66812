// A database that goes away and comes back, under a server that stays.
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * As when its disk is unplugged: killed, and not to be started.
 *
 * @param {{ dataDir: string, origin: string, databasePid: () => number }} platform
 * @returns {Promise<() => void>} brings it back
 */
export async function takeAway(platform) {
  const folder = path.join(platform.dataDir, 'pg17')
  process.kill(platform.databasePid(), 'SIGKILL')
  fs.renameSync(folder, `${folder}.away`)
  const isThere = async () => (await fetch(`${platform.origin}/readyz`)).ok
  for (const began = Date.now(); (await isThere()) && Date.now() - began < 10_000;) await sleep(50)
  return () => {
    fs.rmSync(folder, { recursive: true, force: true })
    fs.renameSync(`${folder}.away`, folder)
  }
}

/**
 * Waits until `readyz` and a page that reads from the database answer again, at most a minute.
 *
 * @param {{ origin: string }} platform
 * @param {number} began as `performance.now()` tells it
 * @returns {Promise<number>} the milliseconds since then
 */
export async function untilWell({ origin }, began) {
  await sleep(150)
  for (;;) {
    const [ready, page] = await Promise.all(
      ['/readyz', '/schulen'].map((address) => fetch(origin + address).catch(() => null)),
    )
    const ms = performance.now() - began
    if ((ready?.ok && page?.ok) || ms > 60_000) return ms
    await sleep(50)
  }
}
