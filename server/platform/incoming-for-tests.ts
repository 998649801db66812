import { type Incoming, keepIncoming } from './incoming.ts'

/** Bytes as they stand when an upload has arrived. Whoever takes them discards what is left. */
export function incomingOf(bytes: Uint8Array, most = bytes.byteLength): Promise<Incoming> {
  return keepIncoming(once(bytes), most)
}

async function* once(bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}
