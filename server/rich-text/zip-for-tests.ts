import zlib from 'node:zlib'

/** One file of an archive; what the list says of it may be a lie. */
export type ZipEntry = {
  name: string
  bytes: Buffer | string
  says?: { size?: number; flags?: number; method?: number }
}

/** A zip archive as Word writes it, or as somebody hostile does. */
export function zipOf(entries: ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const list: Buffer[] = []
  let start = 0
  for (const { name, bytes, says = {} } of entries) {
    const content = Buffer.from(bytes)
    const packed = zlib.deflateRawSync(content)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(says.flags ?? 0x800, 2)
    about.writeUInt16LE(says.method ?? 8, 4)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(says.size ?? content.length, 18)
    about.writeUInt16LE(Buffer.byteLength(name), 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(start, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), about, place, Buffer.from(name)]))
    files.push(file)
    start += file.length
  }
  const size = list.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  return Buffer.concat([...files, ...list, end])
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const SPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${RELATION}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ')

export type WordFile = {
  body: string
  styles?: Record<string, string>
  relations?: string
  more?: ZipEntry[]
  mainType?: string
}

/** The parts of a small Word file around the given body. */
export function wordParts({
  body,
  styles = {},
  relations = '',
  more = [],
  mainType = MAIN,
}: WordFile): ZipEntry[] {
  const named = Object.entries(styles).map(
    ([id, name]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  return [
    {
      name: '[Content_Types].xml',
      bytes: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      bytes: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      bytes: `<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`,
    },
    { name: 'word/styles.xml', bytes: `<w:styles ${SPACES}>${named.join('')}</w:styles>` },
    {
      name: 'word/document.xml',
      bytes: `<?xml version="1.0" encoding="UTF-8"?><w:document ${SPACES}><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ]
}

export const wordFile = (file: WordFile) => zipOf(wordParts(file))

export const paragraph = (words: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

/** A picture by the name of its relation. */
export const drawing = (relation: string, alt = '', kind = 'r:embed') =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ${kind}="${relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

export const relation = (id: string, kind: string, target: string, isOutside = false) =>
  `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"${isOutside ? ' TargetMode="External"' : ''}/>`
