import { documentName } from './contract.ts'

/** Kinds of messages of Hocuspocus 4 that pass between a browser and us. */
export const KIND = { sync: 0, awareness: 1, auth: 2, close: 7, status: 8 } as const
/** y-protocols: the first message of a sync asks only; the others bring something. */
export const SYNC = { asks: 0, answers: 1, piece: 2 } as const

const NAME = /^document\.([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/

export const documentIdOf = (name: string) => NAME.exec(name)?.[1]

export type Frame = { name: string; kind: number; sync: number }

const LENGTH_OF_NAME = documentName('00000000-0000-4000-8000-000000000000').length

/**
 * The first bytes of a frame: length and name of the document, kind of the message, kind of the sync. All of them
 * are numbers below 128, which is one byte each.
 *
 * @returns undefined for what begins otherwise
 */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  if (bytes[0] !== LENGTH_OF_NAME || bytes.length <= LENGTH_OF_NAME + 1) return undefined
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + 1, LENGTH_OF_NAME).toString('latin1')
  return { name, kind: bytes[LENGTH_OF_NAME + 1] ?? -1, sync: bytes[LENGTH_OF_NAME + 2] ?? -1 }
}

/** Is this the message to a browser that what it sent is kept? @returns the document's name */
export function acknowledgedIn(bytes: Uint8Array): string | undefined {
  if (bytes.length !== LENGTH_OF_NAME + 3 || bytes[LENGTH_OF_NAME + 1] !== KIND.status)
    return undefined
  const frame = readFrame(bytes)
  return frame?.sync === 1 ? frame.name : undefined
}

/** What follows the kind of a message that is one piece of bytes: its length, seven bits a byte, and they. */
export function bodyOf(bytes: Uint8Array): Uint8Array {
  let at = LENGTH_OF_NAME + 2
  while ((bytes[at] ?? 0) > 127) at += 1
  return bytes.subarray(at + 1)
}
