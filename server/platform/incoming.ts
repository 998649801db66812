import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs/promises'
import path from 'node:path'
import { settings } from './env.ts'
import { StorageAway } from './storage-kind.ts'
import { removeOlder } from './storage-disk.ts'

/** Bytes that have arrived and that nobody has judged yet, outside of the storage. */
export type Incoming = { path: string; bytes: number; discard: () => Promise<void> }

export class TooLarge extends Error {
  override name = 'TooLarge'
}

const folder = () => path.resolve(settings().dataDir, 'incoming')

/**
 * Writes bytes to disk as they come.
 *
 * @throws TooLarge as soon as there are more than `most`; StorageAway when the disk takes no more
 */
export async function keepIncoming(
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Incoming> {
  const place = path.join(folder(), randomUUID())
  const discard = () => fs.rm(place, { force: true })
  try {
    return { path: place, bytes: await write(place, pieces, most), discard }
  } catch (error) {
    await discard()
    const isDisk = error instanceof Error && 'syscall' in error && 'path' in error
    throw isDisk || isFull(error) ? new StorageAway('incoming files', { cause: error }) : error
  }
}

const isFull = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  ['ENOSPC', 'EDQUOT', 'EIO'].includes(String(error.code))

async function write(
  place: string,
  pieces: AsyncIterable<Uint8Array>,
  most: number,
): Promise<number> {
  await fs.mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
  const file = await fs.open(place, 'wx', 0o600)
  let bytes = 0
  try {
    for await (const piece of pieces) {
      bytes += piece.byteLength
      if (bytes > most) throw new TooLarge()
      await file.write(piece)
    }
  } finally {
    await file.close()
  }
  return bytes
}

/** Removes what a crash left here. @returns how many */
export const tidyIncoming = (before: Date) => removeOlder(folder(), before)
