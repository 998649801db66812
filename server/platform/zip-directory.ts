import type { FileHandle } from 'node:fs/promises'

/** What the directory of an archive says; nothing is ever unpacked. */
export type ZipDirectory = { names: string[]; unpacked: number }

/** End of the directory: 22 bytes, behind it a comment of at most 65,535. */
const END = Buffer.from('PK\x05\x06', 'latin1')
const END_SIZE = 22
const LONGEST_COMMENT = 65_535
const ENTRY = Buffer.from('PK\x01\x02', 'latin1')
const ENTRY_SIZE = 46
const FIRST = Buffer.from('PK\x03\x04', 'latin1')
const FIRST_SIZE = 30

const MOST_ENTRIES = 10_000
const LARGEST_DIRECTORY = 4 * 1024 * 1024

/**
 * Reads the directory of an archive of some megabytes.
 *
 * @returns undefined for what is broken, made of several files, larger than its own file, or otherwise odd:
 *   pieces that lie in each other are how a small archive becomes endless
 */
export async function zipDirectory(
  file: FileHandle,
  size: number,
): Promise<ZipDirectory | undefined> {
  const tail = await read(file, Math.max(0, size - END_SIZE - LONGEST_COMMENT), size)
  const at = tail.lastIndexOf(END)
  if (at < 0 || at + END_SIZE > tail.length) return undefined
  const end = tail.subarray(at, at + END_SIZE)
  const entries = end.readUInt16LE(10)
  const bytes = end.readUInt32LE(12)
  const start = end.readUInt32LE(16)
  const isPlain = end.readUInt32LE(4) === 0 && end.readUInt16LE(8) === entries
  if (!isPlain || entries > MOST_ENTRIES || bytes > LARGEST_DIRECTORY) return undefined
  if (start + bytes > size) return undefined
  return entriesOf(await read(file, start, start + bytes), entries, start)
}

function entriesOf(directory: Buffer, count: number, room: number): ZipDirectory | undefined {
  const names: string[] = []
  let packed = 0
  let unpacked = 0
  let at = 0
  for (let entry = 0; entry < count; entry++) {
    const head = directory.subarray(at, at + ENTRY_SIZE)
    if (head.length < ENTRY_SIZE || !head.subarray(0, 4).equals(ENTRY)) return undefined
    packed += head.readUInt32LE(20)
    unpacked += head.readUInt32LE(24)
    const [name, extra, comment] = [28, 30, 32].map((place) => head.readUInt16LE(place))
    at += ENTRY_SIZE
    names.push(directory.toString('utf8', at, at + (name ?? 0)))
    at += (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return packed > room || at !== directory.length ? undefined : { names, unpacked }
}

/** The content of the first entry, when it is called that and lies there unpacked, as ODF has its type. */
export async function firstStored(
  file: FileHandle,
  name: string,
  longest: number,
): Promise<string | undefined> {
  const head = await read(file, 0, FIRST_SIZE + name.length + longest)
  if (head.length < FIRST_SIZE || !head.subarray(0, 4).equals(FIRST)) return undefined
  const isStored = head.readUInt16LE(8) === 0
  const nameLength = head.readUInt16LE(26)
  const extra = head.readUInt16LE(28)
  const bytes = head.readUInt32LE(18)
  if (!isStored || bytes > longest || extra > 0) return undefined
  if (head.toString('latin1', FIRST_SIZE, FIRST_SIZE + nameLength) !== name) return undefined
  return head.toString('latin1', FIRST_SIZE + nameLength, FIRST_SIZE + nameLength + bytes)
}

async function read(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(to - from)
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
