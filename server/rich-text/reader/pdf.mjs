// The words of a PDF file, page by page. Only its text is asked for: nothing is drawn, fetched or run.
const MOST_PAGES = 400
const MOST_LETTERS = 2_000_000

class Refused extends Error {
  constructor(refused, detail = '') {
    super(detail)
    this.refused = refused
  }
}

export async function readPdf(bytes) {
  const { getDocument, PasswordException } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: 0,
  })
  try {
    const file = await task.promise
    if (file.numPages > MOST_PAGES) throw new Refused('too-many-pages', String(file.numPages))
    return { pages: await pagesOf(file), count: file.numPages }
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(error instanceof PasswordException ? 'encrypted' : 'broken', error?.message)
  } finally {
    await task.destroy().catch(() => undefined)
  }
}

async function pagesOf(file) {
  const pages = []
  let left = MOST_LETTERS
  for (let number = 1; number <= file.numPages && left > 0; number++) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    const text = wordsOf(items).slice(0, left)
    left -= text.length
    pages.push(text)
    page.cleanup()
  }
  return pages
}

/** Lines as they stand on the page; a line that ends in the middle of a word goes on with the next one. */
function wordsOf(items) {
  const text = items.map(({ str = '', hasEOL }) => str + (hasEOL ? '\n' : '')).join('')
  return text
    .replace(/(\p{Ll})[-\u00AD]\n(\p{Ll})/gu, '$1$2')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replaceAll('\0', '')
    .toWellFormed()
    .trim()
}
