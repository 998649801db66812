import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import * as fs from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { asKey, type Storage, StorageAway } from './storage-kind.ts'

const UNFINISHED = '.unfinished'

/** Files in a folder, two letters of the name deep. Half-written ones never have their final name. */
export function diskStorage(dataDir: string): Storage {
  const root = path.resolve(dataDir, 'files')
  const folderOf = (key: string) => path.join(root, asKey(key).slice(0, 2))
  const placeOf = (key: string) => path.join(folderOf(key), key)

  return {
    put: (key, from) =>
      orAway(async () => {
        const unfinished = path.join(root, UNFINISHED, randomUUID())
        await fs.mkdir(path.dirname(unfinished), { recursive: true, mode: 0o700 })
        await fs.mkdir(folderOf(key), { recursive: true, mode: 0o700 })
        try {
          await write(unfinished, from)
          await fs.rename(unfinished, placeOf(key))
          // The name has to survive a loss of power as well.
          await sync(folderOf(key))
          await sync(root)
        } catch (error) {
          await fs.rm(unfinished, { force: true })
          throw error
        }
      }),

    get: (key, range) =>
      orAway(async () => {
        const bytes = await sizeOf(placeOf(key))
        if (bytes === undefined) return undefined
        const file = createReadStream(placeOf(key), { ...range, highWaterMark: 64 * 1024 })
        return { bytes, stream: Readable.toWeb(file) as ReadableStream<Uint8Array> }
      }),

    remove: (keys) =>
      orAway(async () => {
        for (const key of keys) await fs.rm(placeOf(key), { force: true })
      }),

    async *list() {
      const folders = await namesIn(root)
      for (const folder of folders.filter((name) => name !== UNFINISHED)) {
        const names = await namesIn(path.join(root, folder))
        const found = await Promise.all(
          names.map(async (key) => ({ key, at: await timeOf(path.join(root, folder, key)) })),
        )
        yield found.flatMap(({ key, at }) => (at ? [{ key, at }] : []))
      }
    },

    tidy: (before) => removeOlder(path.join(root, UNFINISHED), before),
  }
}

/** Removes files of a folder that were last written before then. @returns how many */
export async function removeOlder(folder: string, before: Date): Promise<number> {
  const names = await namesIn(folder)
  const times = await Promise.all(names.map((name) => timeOf(path.join(folder, name))))
  const old = names.filter((_, at) => (times[at] ?? before) < before)
  await Promise.all(old.map((name) => fs.rm(path.join(folder, name), { force: true })))
  return old.length
}

async function write(place: string, from: Uint8Array | { path: string }): Promise<void> {
  if ('path' in from) await fs.copyFile(from.path, place)
  const file = await fs.open(place, 'path' in from ? 'r+' : 'w', 0o600)
  try {
    if (!('path' in from)) await file.writeFile(from)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function sync(folder: string): Promise<void> {
  const open = await fs.open(folder, 'r')
  await open.sync().finally(() => open.close())
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function sizeOf(place: string): Promise<number | undefined> {
  return ifThere(async () => (await fs.stat(place)).size)
}

async function timeOf(place: string): Promise<Date | undefined> {
  return ifThere(async () => (await fs.stat(place)).mtime)
}

async function namesIn(folder: string): Promise<string[]> {
  return (await ifThere(() => fs.readdir(folder))) ?? []
}

async function ifThere<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** A full, read-only or broken disk is a place that is away, not a bug. */
async function orAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'syscall' in error)
      throw new StorageAway('files: the disk', { cause: error })
    throw error
  }
}
