// A Word file as a small tree of clean HTML with its pictures aside.
import { createHash, randomUUID } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { Window } from 'happy-dom'
import mammoth from 'mammoth'
import sanitizeHtml from 'sanitize-html'
import { ALLOWED, STYLES } from './word-styles.mjs'
import { Refused } from './zip.mjs'

const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const MOST_PICTURES = 300
const MOST_NODES = 60_000
const DEEPEST = 120
/** Stands for "says nothing" where mammoth knows descriptions only. */
const DECORATIVE = '\uE000'

export async function htmlOf(zip, main) {
  const shelf = pictureShelf()
  const { value } = await mammoth.convertToHtml(
    { file: { ...zip, read: (name, encoding) => readPart(zip, main, name, encoding) } },
    {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(shelf.take),
    },
  )
  return { tree: treeOf(sanitizeHtml(value, ALLOWED)), pictures: shelf.all(), seen: shelf.seen }
}

async function readPart(zip, main, name, encoding) {
  const part = await zip.read(name, encoding)
  return name === main && encoding ? withWordsOfOurs(part) : part
}

/** What mammoth does not look at: rows that say they are no head, pictures that are marked as decorative. */
function withWordsOfOurs(xml) {
  return xml
    .replace(/<w:tblHeader w:val="(0|false|off)"\s*\/>/g, '')
    .split('<wp:docPr ')
    .map((piece, at) =>
      at > 0 && isDecorative(piece) ? `descr="${DECORATIVE}" ${withoutAlt(piece)}` : piece,
    )
    .join('<wp:docPr ')
}

function isDecorative(piece) {
  const end = piece.indexOf('</wp:docPr>')
  return end !== -1 && /:decorative\b[^>]*val="(1|true)"/.test(piece.slice(0, end))
}

function withoutAlt(piece) {
  const end = piece.indexOf('>')
  return piece.slice(0, end).replace(/\bdescr="[^"]*"/, '') + piece.slice(end)
}

/** Each picture once, under an id that its caller exchanges for that of a file. */
function pictureShelf() {
  const shelf = new Map()
  const seen = { unknownPictures: 0, tooManyPictures: 0 }
  let refusal = null
  const take = async (image) => {
    // From the web, or named and not there: its place stays empty, factsOf has counted it.
    const bytes = await image.readAsBuffer().catch((error) => {
      // Thrown here it would be a picture less for mammoth, and no more.
      if (error instanceof Refused && error.refused !== 'broken') refusal = error
      return null
    })
    if (!bytes) return { src: '' }
    const alt = image.altText ?? ''
    const isDecorativeOne = alt === DECORATIVE
    const id = await idOf(bytes, isDecorativeOne ? '' : alt)
    return {
      src: '',
      alt: isDecorativeOne ? '' : alt,
      ...(id && { 'data-file': id }),
      ...(isDecorativeOne && { 'data-decorative': 'true' }),
    }
  }
  const idOf = async (bytes, alt) => {
    const key = createHash('sha256').update(bytes).digest('base64')
    if (shelf.has(key)) return shelf.get(key).id
    const type = (await fileTypeFromBuffer(bytes))?.mime
    if (!SHOWN.has(type)) return void seen.unknownPictures++
    if (shelf.size >= MOST_PICTURES) return void seen.tooManyPictures++
    const entry = { id: randomUUID(), type, alt, bytes: new Uint8Array(bytes) }
    shelf.set(key, entry)
    return entry.id
  }
  const all = () => {
    if (refusal) throw refusal
    return [...shelf.values()]
  }
  return { take, seen, all }
}

/** Elements as [name, attributes, children], words as they are. */
function treeOf(html) {
  const window = new Window({
    settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true },
  })
  const body = new window.DOMParser().parseFromString(html, 'text/html').body
  let nodes = 0
  const read = (node, depth) => {
    if (depth > DEEPEST || ++nodes > MOST_NODES) throw new Refused('too-long')
    if (node.nodeType === 3) return node.textContent
    const attributes = Object.fromEntries(
      [...node.attributes].map(({ name, value }) => [name, value]),
    )
    return [node.localName, attributes, [...node.childNodes].map((child) => read(child, depth + 1))]
  }
  return [...body.childNodes].map((child) => read(child, 1))
}
