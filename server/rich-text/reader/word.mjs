// Is this a Word file that may be read at all? Runs in a thread that is thrown away afterwards.
import { isXml, openZip, Refused } from './zip.mjs'

/** Twice as many as a document of ours could hold if all had words. */
const MOST_PARAGRAPHS = 20_000

export async function readWord(bytes) {
  const zip = openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const main = mainPart(zip)
  // All of them, also those nobody asks for: what holds such things is not what it seems.
  for (const name of zip.names) if (isXml(name)) zip.text(name)
  const facts = factsOf(zip, main)
  if (facts.paragraphs > MOST_PARAGRAPHS) throw new Refused('too-long')
  // The libraries take half a second to load; most of what is refused is refused before.
  const { htmlOf } = await import('./word-html.mjs')
  const { tree, pictures, seen } = await htmlOf(zip, main)
  return { tree, pictures, facts: { ...facts, ...seen } }
}

const MAIN =
  /ContentType="application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.(document|template)\.main\+xml"/

function mainPart(zip) {
  if (!zip.exists('[Content_Types].xml')) throw new Refused('not-word')
  const types = zip.text('[Content_Types].xml')
  const hasMacros = /macroEnabled|vbaProject/i.test(types) || zip.names.some(isMacro)
  if (hasMacros) throw new Refused('macros')
  if (!MAIN.test(types)) throw new Refused('not-word')
  const override = types.match(/<Override\b[^>]*>/g)?.find((tag) => MAIN.test(tag))
  return override?.match(/PartName="\/?([^"]+)"/)?.[1] ?? 'word/document.xml'
}

const isMacro = (name) => /(^|\/)(vbaProject|vbaData)[^/]*$|\.vbs?$/i.test(name)

/** What will not be there afterwards, or not as it was. */
function factsOf(zip, main) {
  const text = zip.exists(main) ? zip.text(main) : ''
  const has = (tag) =>
    text.includes(`<${tag} `) || text.includes(`<${tag}>`) || text.includes(`<${tag}/>`)
  const count = (name, tag) => (zip.exists(name) ? zip.text(name).split(`<${tag} `).length - 1 : 0)
  const relations = zip.names
    .filter((name) => name.endsWith('.rels'))
    .map(zip.text)
    .join('')
  const external = (relations.match(/<Relationship\b[^>]*>/g) ?? []).filter((tag) =>
    /TargetMode="External"/i.test(tag),
  )
  return {
    paragraphs: text.split(/<w:p[ >]/).length - 1,
    changes: ['w:ins', 'w:del', 'w:moveTo', 'w:moveFrom'].some(has),
    comments: count('word/comments.xml', 'w:comment'),
    footnotes:
      text.split('<w:footnoteReference ').length + text.split('<w:endnoteReference ').length - 2,
    formulas: has('m:oMath'),
    charts: /<(c:chart|dgm:relIds|cx:chart)\b/.test(text),
    externalPictures: external.filter((tag) => /\/image"/.test(tag)).length,
    otherExternals: external.some((tag) => !/\/(image|hyperlink)"/.test(tag)),
  }
}
