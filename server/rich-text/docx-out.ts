import type * as Docx from 'docx'
import { fewAtOnce } from '#server/platform/few-at-once.ts'
import type { CheckedContent } from './check.ts'
import { type Block, wordBlocks } from './docx-blocks.ts'
import { loadPictures, type PictureBytes } from './docx-pictures.ts'
import { listsIn, numberingFor } from './docx-lists.ts'
import { clean } from './docx-runs.ts'
import { wordStyles } from './docx-styles.ts'
import type { MentionNames } from './markdown-out.ts'
import { shownLevels } from './text.ts'

export type WordOptions = {
  title: string
  mentions: MentionNames
  /** The bytes of a picture, its type and size; null when it is gone. */
  picture: (file: string) => Promise<PictureBytes | null>
  /** The day that stands at the foot of each page. */
  date: Date
  /** Where links to our own pages lead; without it they are words. */
  origin?: string
}

const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'Europe/Berlin' })
/** A4 with margins of 2.5 cm, in twentieths of a point. */
const PAGE = { size: { width: 11906, height: 16838 }, margin: 1418 }

/** With their pictures they are large, so one after the other. */
const takeTurn = fewAtOnce(1, 20)

/**
 * The text as a Word file with the styles of Word, in German, with descriptions of its pictures. Comments stay here.
 *
 * @throws Busy when too many are made already
 */
export function toDocx(content: CheckedContent, options: WordOptions): Promise<Buffer> {
  return takeTurn(() => write(content, options))
}

async function write(content: CheckedContent, options: WordOptions): Promise<Buffer> {
  const docx = await import('docx')
  const pictures = await loadPictures(content, options.picture)
  const lists = listsIn(content)
  const blocks = wordBlocks(content, {
    docx,
    pictures,
    levels: shownLevels(content),
    lists,
    mentions: options.mentions,
    origin: options.origin,
  })
  const file = new docx.Document({
    title: clean(options.title),
    creator: 'Lernen 25',
    lastModifiedBy: 'Lernen 25',
    description: '',
    features: { updateFields: false },
    styles: wordStyles(docx),
    numbering: numberingFor(docx, lists),
    sections: [
      {
        properties: {
          page: {
            size: PAGE.size,
            margin: {
              top: PAGE.margin,
              right: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
            },
          },
        },
        footers: { default: footer(docx, options) },
        children: [title(docx, options.title), ...blocks],
      },
    ],
  })
  return docx.Packer.toBuffer(file)
}

function title(docx: typeof Docx, words: string): Block {
  return new docx.Paragraph({ text: clean(words), heading: docx.HeadingLevel.TITLE })
}

function footer(docx: typeof Docx, { title: name, date }: WordOptions) {
  const { Footer, Paragraph, PageNumber, TextRun } = docx
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          new TextRun({ text: `${clean(name)} · Stand ${day.format(date)} · Seite ` }),
          new TextRun({
            children: [PageNumber.CURRENT, ' von ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}
