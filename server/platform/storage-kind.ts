import { Busy } from './errors.ts'

/** The bytes cannot be reached or written at this moment: uploads and downloads answer 503, all else works. */
export class StorageAway extends Busy {
  override name = 'StorageAway'
}

/** First and last byte, both included. */
export type ByteRange = { start: number; end: number }

/** `bytes` is the size of the whole, also when only a range of it comes. */
export type Stored = { bytes: number; stream: ReadableStream<Uint8Array> }

/**
 * Where bytes lie, under names of our own. What was put is there for good when `put` is back: whoever writes a
 * row about it may do so then. Everything throws StorageAway when the place is down, full or slow.
 */
export type Storage = {
  put: (key: string, from: Uint8Array | { path: string }) => Promise<void>
  /** @returns undefined when nothing lies there */
  get: (key: string, range?: ByteRange) => Promise<Stored | undefined>
  /** Removing what is not there is no error. */
  remove: (keys: string[]) => Promise<void>
  /** All there is, some at a time, with the machine's time of writing. Also names that are no keys. */
  list: () => AsyncIterable<{ key: string; at: Date }[]>
  /** Removes what a crash left half-written before then. @returns how many */
  tidy: (before: Date) => Promise<number>
}

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-\d{2,4})?$/

/** A UUID, for a smaller copy of a picture with its width behind it. */
export const isStorageKey = (key: string) => KEY.test(key)

/** Nothing else may become part of a path or an address. */
export function asKey(key: string): string {
  if (!isStorageKey(key)) throw new Error('no key of the storage')
  return key
}
