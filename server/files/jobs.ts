import { tidyIncoming } from '#server/platform/incoming.ts'
import { log } from '#server/platform/log.ts'
import { type DueWork, job } from '#server/platform/queue.ts'
import { isStorageKey } from '#server/platform/storage-kind.ts'
import { storage } from '#server/platform/storage.ts'
import { transaction } from '#server/platform/transaction.ts'
import { KEPT_DAYS } from './contract.ts'
import * as sql from './sql.ts'

const DAY = 24 * 60 * 60_000
const MOST_AT_ONCE = 100

/** Rows first, then bytes: a crash in between leaves bytes without a row, which the sweep finds. */
export const forgetDeleted: DueWork = {
  name: 'files.forget-deleted',
  run: async (at) => {
    const ids = await sql.listDeletedBefore(new Date(at.getTime() - KEPT_DAYS * DAY), MOST_AT_ONCE)
    for (const id of ids) {
      const versions = await transaction(() => sql.removeFile(id))
      // Things made from a template share its bytes.
      const inUse = await sql.listKeysInUse(versions.map(({ storageKey }) => storageKey))
      const unused = versions.filter(({ storageKey }) => !inUse.has(storageKey))
      await storage().remove(
        unused.flatMap(({ storageKey, widths }) => [
          storageKey,
          ...widths.map((width) => `${storageKey}-${width}`),
        ]),
      )
    }
  },
}

const UUID_LENGTH = 36

/** Removes bytes that no row knows, a day after they came: before, their row may be just about to be written. */
export const sweep = job<object>('files.sweep', async () => {
  // The storage's times are the machine's, which CLOCK does not move.
  const before = new Date(Date.now() - DAY)
  let looked = 0
  let removed = 0
  for await (const page of storage().list()) {
    const old = page.filter(({ key, at }) => isStorageKey(key) && at < before)
    const inUse = await sql.listKeysInUse([
      ...new Set(old.map(({ key }) => key.slice(0, UUID_LENGTH))),
    ])
    const orphans = old.filter(({ key }) => !inUse.has(key.slice(0, UUID_LENGTH)))
    await storage().remove(orphans.map(({ key }) => key))
    looked += page.length
    removed += orphans.length
  }
  const unfinished = (await storage().tidy(before)) + (await tidyIncoming(before))
  log.info({ looked, removed, unfinished }, 'files without a row were removed')
})

/** Once a night. A night that is missed is made up for by the next. */
export const sweepNightly: DueWork = {
  name: 'files.sweep-nightly',
  run: async (at) => {
    const isTime = at.getUTCHours() === 2 && at.getUTCMinutes() === 17
    if (isTime) await sweep.later({}, 'files.sweep')
  },
}
