import type { Content } from './contract.ts'
import { filesIn } from './text.ts'
import type { CheckedContent } from './check.ts'

export type PictureBytes = { bytes: Uint8Array; type: string; width: number; height: number }
export type WordPicture = {
  bytes: Buffer
  type: 'jpg' | 'png' | 'gif'
  width: number
  height: number
}

const KNOWN_TO_WORD: Record<string, WordPicture['type']> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
}
/** What fits between the margins, at 96 points an inch. */
const WIDEST = 600
const HIGHEST = 820

/** All pictures of the text, one after the other, in a form that Word opens. Those that are gone are not in it. */
export async function loadPictures(
  content: CheckedContent,
  load: (file: string) => Promise<PictureBytes | null>,
): Promise<Map<string, WordPicture>> {
  const pictures = new Map<string, WordPicture>()
  for (const file of filesIn(content)) {
    const given = await load(file)
    if (given) pictures.set(file, await forWord(given))
  }
  return pictures
}

async function forWord({ bytes, type, width, height }: PictureBytes): Promise<WordPicture> {
  const known = KNOWN_TO_WORD[type]
  if (known) return { bytes: Buffer.from(bytes), type: known, width, height }
  const { default: sharp } = await import('sharp')
  const picture = sharp(bytes)
  const { hasAlpha } = await picture.metadata()
  const made = hasAlpha ? picture.png() : picture.jpeg({ quality: 85 })
  return { bytes: await made.toBuffer(), type: hasAlpha ? 'png' : 'jpg', width, height }
}

/** As large as it was put into the text, but never larger than the page. */
export function sizeOnPage({ attrs }: Content, picture: WordPicture) {
  const width = Number(attrs?.width) || picture.width || WIDEST
  const height = Number(attrs?.height) || picture.height || WIDEST
  const scale = Math.min(1, WIDEST / width, HIGHEST / height)
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}
