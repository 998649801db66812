import { deflateRawSync, deflateSync } from 'node:zlib'

/** Bytes as people and attackers send them: for trying out what takes files. */

type Entry = { name: string; content?: string | Buffer; stored?: boolean; claims?: number }

/** An archive. `claims` is the unpacked size that its directory states, whatever is inside. */
export function aZip(entries: Entry[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content = '', stored = false, claims } of entries) {
    const plain = Buffer.from(content)
    const packed = stored ? plain : deflateRawSync(plain)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(stored ? 0 : 8, 4)
    head.writeUInt32LE(crc32(plain), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claims ?? plain.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, rest, Buffer.from(name)]),
    )
    pieces.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...pieces, list, Buffer.from('PK\x05\x06'), end])
}

const PARTS = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
}

/** What Word, Excel and PowerPoint write, as far as a look at the directory goes; `more` lies inside too. */
export function anOfficeFile(kind: keyof typeof PARTS, more: Entry[] = []): Buffer {
  return aZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: PARTS[kind] },
    ...more,
  ])
}

/** What LibreOffice writes. */
export function anOdf(kind: 'text' | 'spreadsheet', more: Entry[] = []): Buffer {
  const mimetype = `application/vnd.oasis.opendocument.${kind}`
  return aZip([
    { name: 'mimetype', content: mimetype, stored: true },
    { name: 'content.xml', content: '<office/>' },
    ...more,
  ])
}

/** A black picture of any size: some kilobytes that become width times height when they are read. */
export function aBlackPng(width: number, height: number, statedWidth = width): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(statedWidth, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  const pixels = deflateSync(Buffer.alloc((width + 1) * height))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngPart('IHDR', head),
    pngPart('IDAT', pixels),
    pngPart('IEND', Buffer.alloc(0)),
  ])
}

/** One part of a PNG with its length and sum. */
export function pngPart(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

export const aPdf = (words = 'Arbeitsblatt') =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Title (${words}) >>\nendobj\ntrailer\n<<>>\n%%EOF\n`)

/** The beginning of a film or photo in the container of Apple and MPEG-4. */
export function anIsoFile(brand: string): Buffer {
  const box = Buffer.alloc(24)
  box.writeUInt32BE(24, 0)
  box.write(`ftyp${brand}`, 4, 'latin1')
  box.write(`${brand}isom`, 16, 'latin1')
  return Buffer.concat([box, Buffer.alloc(200, 1)])
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
