import type * as Docx from 'docx'

/** Names by which docx-in.ts knows again what Word has no style for. */
export const CODE_STYLE = 'Code'
export const RULE_STYLE = 'Trennlinie'

const FONT = 'Calibri'
const INK = '161921'
const QUIET = '495161'

/** Word's own styles, looking as the house does; people can change them in one place. */
export function wordStyles(docx: typeof Docx): Docx.IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  })
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, language: { value: 'de-DE', eastAsia: 'de-DE' } },
        paragraph: { spacing: { after: 120, line: 288 } },
      },
      title: {
        run: { font: FONT, size: 40, bold: true, color: INK },
        paragraph: { spacing: { after: 240 }, keepNext: true },
      },
      heading1: heading(32, 360),
      heading2: heading(27, 280),
      heading3: heading(23, 220),
      hyperlink: { run: { color: '005979', underline: {} } },
    },
    paragraphStyles: [
      style('Quote', {
        run: { italics: true },
        paragraph: {
          indent: { left: 567, right: 567 },
          border: { left: { style: docx.BorderStyle.SINGLE, size: 12, space: 8, color: 'CCD3E1' } },
        },
      }),
      style(CODE_STYLE, {
        run: { font: 'Courier New', size: 20, noProof: true },
        paragraph: {
          spacing: { line: 240 },
          shading: { type: docx.ShadingType.CLEAR, fill: 'F0F2F8', color: 'auto' },
        },
      }),
      style(RULE_STYLE, {
        paragraph: {
          border: {
            bottom: { style: docx.BorderStyle.SINGLE, size: 6, space: 1, color: '798294' },
          },
        },
      }),
      style('Table Heading', { run: { bold: true }, paragraph: { keepNext: true } }),
      style('Footer', { run: { size: 18, color: QUIET } }),
      ...Array.from({ length: 9 }, (_, depth) =>
        style(listContinue(depth), { paragraph: { indent: { left: 454 * (depth + 1) } } }),
      ),
    ],
    characterStyles: [
      {
        id: 'CodeChar',
        name: 'Code Char',
        basedOn: 'DefaultParagraphFont',
        run: { font: 'Courier New', noProof: true },
      },
    ],
  }
}

/** Word's style for what belongs to a point of a list and is none itself. */
export const listContinue = (depth: number) => `List Continue${depth > 0 ? ` ${depth + 1}` : ''}`

export const styleId = (name: string) => name.replaceAll(' ', '')

function style(
  name: string,
  look: Pick<Docx.IParagraphStyleOptions, 'run' | 'paragraph'>,
): Docx.IParagraphStyleOptions {
  return { id: styleId(name), name, basedOn: 'Normal', quickFormat: true, ...look }
}
