import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { SafeHtml } from '#server/platform/rich-text.ts'
import { PAPER_STYLES } from './page-styles.ts'

export type PaperOptions = {
  title: string
  /** One line under the title, as "PLG Brüche falten · Stand 22. November 2026". */
  about: string
  /** The address of the platform, for links to its pages. */
  origin: string
  /** The bytes of a picture; null when it is gone. */
  picture: (file: string) => Promise<{ bytes: Uint8Array; type: string } | null>
}

/** A rendered text as a whole page for paper: with its typeface and pictures inside, so that it fetches nothing. */
export async function pageHtml(html: SafeHtml, options: PaperOptions): Promise<string> {
  const body = await withPictures(withAddresses(withHeads(html), options.origin), options.picture)
  const title = escapeText(options.title)
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>
${await typeface()}
${PAPER_STYLES}
@page { @bottom-left { content: ${cssText(shortened(options.title))}; } }
</style>
</head>
<body>
<h1>${title}</h1>
<p class="stand">${escapeText(options.about)}</p>
${body}
</body>
</html>
`
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Text inside a style: what is no letter or digit could end it. */
function cssText(text: string): string {
  const safe = [...text.replace(/\s+/g, ' ')].map((letter) =>
    /[\p{L}\p{N} ]/u.test(letter) ? letter : `\\${letter.codePointAt(0)?.toString(16)} `,
  )
  return `"${safe.join('')}"`
}

const LONGEST_AT_FOOT = 70
const shortened = (title: string) =>
  title.length > LONGEST_AT_FOOT ? `${title.slice(0, LONGEST_AT_FOOT).toWellFormed()} …` : title

/** Head rows get their own part of the table, which paper repeats on each page. */
function withHeads(html: string): string {
  return html.replace(
    /<table><tbody>(<tr>(?:(?!<td|<table|<\/tr>)[^])*<\/tr>)(?!<\/tbody>)/g,
    '<table><thead>$1</thead><tbody>',
  )
}

/** On paper and in a file a link has to say on which server it leads. */
function withAddresses(html: string, origin: string): string {
  return html.replace(/ href="\//g, ` href="${escapeText(origin)}/`)
}

const PICTURE = /<img src="\/dateien\/([0-9a-f-]{36})[^"]*"[^>]*?( alt="[^"]*")[^>]*>/gi

async function withPictures(html: string, load: PaperOptions['picture']): Promise<string> {
  const files = new Set([...html.matchAll(PICTURE)].map(([, file = '']) => file))
  const found = new Map<string, string>()
  for (const file of files) {
    const picture = await load(file)
    if (!picture || !/^image\/[a-z]+$/.test(picture.type)) continue
    found.set(file, `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}`)
  }
  return html.replace(PICTURE, (_tag, file: string, alt: string) => {
    const address = found.get(file)
    if (address) return `<img src="${address}"${alt}>`
    return `<p class="fehlt">Das Bild ist nicht mehr vorhanden.</p>`
  })
}

const packages = createRequire(import.meta.url)
const FILES = '@fontsource-variable/source-sans-3/files/source-sans-3'
let face: Promise<string> | undefined

function typeface(): Promise<string> {
  return (face ??= Promise.all([
    fontFace(
      'latin-wght-normal',
      'normal',
      'U+0000-00FF, U+2000-206F, U+20AC, U+2190-2193, U+2212',
    ),
    fontFace('latin-ext-wght-normal', 'normal', 'U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF'),
    fontFace('latin-wght-italic', 'italic', 'U+0000-00FF, U+2000-206F, U+20AC'),
  ]).then((faces) => faces.join('\n')))
}

async function fontFace(name: string, style: string, letters: string): Promise<string> {
  const bytes = await readFile(packages.resolve(`${FILES}-${name}.woff2`))
  const address = `data:font/woff2;base64,${bytes.toString('base64')}`
  return `@font-face { font-family: 'Source Sans 3'; font-weight: 200 900; font-style: ${style}; src: url(${address}) format('woff2'); unicode-range: ${letters}; }`
}
