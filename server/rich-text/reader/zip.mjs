// Opens a zip archive that may be hostile: everything is checked against its list before anything is unpacked, and
// unpacking stops where the list said it would end.
import zlib from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_COMMENT = 0xffff
const MOST_ENTRIES = 4_000
const MOST_UNPACKED = 120 * 1024 * 1024
const LARGEST_TEXT = 40 * 1024 * 1024
/** Texts shrink to a thirtieth, seldom to less. */
const MOST_SHRUNK = 150
const ENOUGH_TO_HURT = 10 * 1024 * 1024

/** Says no; ../docx-in.ts has the German sentence for each reason. */
export class Refused extends Error {
  constructor(refused, detail = refused) {
    super(detail)
    this.refused = refused
  }
}

/**
 * @param {Buffer} bytes
 * @returns {{
 *   names: string[],
 *   exists: (name: string) => boolean,
 *   text: (name: string) => string,
 *   read: (name: string, encoding?: string) => Promise<Buffer | string>,
 * }} what mammoth asks of an archive (`exists`, `read`), and the names in it
 */
export function openZip(bytes) {
  const entries = entriesOf(bytes)
  const unpacked = new Map()
  const bytesOf = (name) => {
    const entry = entries.get(name)
    if (!entry) throw new Refused('broken', `no ${name}`)
    if (!unpacked.has(name)) unpacked.set(name, unpack(bytes, entry))
    return unpacked.get(name)
  }
  return {
    names: [...entries.keys()],
    exists: (name) => entries.has(name),
    text: (name) => plainXml(bytesOf(name)),
    read: async (name, encoding) => {
      if (encoding === 'base64') return bytesOf(name).toString('base64')
      return encoding ? plainXml(bytesOf(name)) : bytesOf(name)
    },
  }
}

/** The archive's list, refused as a whole when anything about it is odd. */
function entriesOf(bytes) {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff) throw new Refused('broken', 'zip64')
  if (count > MOST_ENTRIES) throw new Refused('bomb', 'too many entries')
  const entries = new Map()
  for (let read = 0; read < count; read++) {
    const { entry, next } = readEntry(bytes, at)
    if (entries.has(entry.name)) throw new Refused('broken', 'the same name twice')
    entries.set(entry.name, entry)
    at = next
  }
  refuseBomb([...entries.values()], bytes.length)
  return entries
}

function findEnd(bytes) {
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT)
  for (let at = bytes.length - 22; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at
  throw new Refused('broken', 'no end of the list')
}

function readEntry(bytes, at) {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
    throw new Refused('broken', 'no entry where one should be')
  const nameLength = bytes.readUInt16LE(at + 28)
  const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  const entry = {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    start: bytes.readUInt32LE(at + 42),
  }
  if (entry.isEncrypted) throw new Refused('encrypted')
  return { entry, next }
}

function refuseBomb(entries, length) {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > MOST_UNPACKED) throw new Refused('bomb', `${total} bytes`)
  if (total > ENOUGH_TO_HURT && total > length * MOST_SHRUNK) throw new Refused('bomb', 'ratio')
  if (entries.some(({ name, size }) => isXml(name) && size > LARGEST_TEXT))
    throw new Refused('bomb', 'a huge text')
}

export const isXml = (name) => /\.(xml|rels|vml)$/i.test(name)

function unpack(bytes, { method, packed, size, start }) {
  if (start + 30 > bytes.length || bytes.readUInt32LE(start) !== LOCAL)
    throw new Refused('broken', 'no file where one should be')
  const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
  const content = bytes.subarray(from, from + packed)
  if (content.length !== packed) throw new Refused('broken', 'cut off')
  const made = method === 8 ? inflate(content, size) : content
  if (![0, 8].includes(method) || made.length !== size) throw new Refused('broken', 'wrong size')
  return made
}

function inflate(content, size) {
  if (size === 0) return Buffer.alloc(0)
  try {
    return zlib.inflateRawSync(content, { maxOutputLength: size })
  } catch (error) {
    throw new Refused(error.code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken', error.message)
  }
}

/** A text in the one way Word writes it: UTF-8 without definitions of its own, which could fetch or multiply things. */
function plainXml(bytes) {
  const text = bytes.toString('utf8')
  if (text.includes('\0')) throw new Refused('broken', 'not UTF-8')
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refused('entities')
  return text
}
