// What styles of Word mean here, by their German and English names, and what HTML may come of it.

const named = (kind, names, path) => names.map((name) => `${kind}[style-name='${name}'] => ${path}`)
const headings = [1, 2, 3, 4, 5, 6].flatMap((level) =>
  named('p', [`Überschrift ${level}`, `heading ${level}`], `h${level}:fresh`),
)
const inList = (depth) => 'ul|ol > li > '.repeat(depth)
const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const numbered = (name, depth) => (depth === 0 ? name : `${name} ${depth + 1}`)

/** The first that fits counts, so what a paragraph is comes before how it is numbered. */
export const STYLES = [
  ...headings,
  ...named('p', ['Titel', 'Title'], 'p.titel:fresh'),
  ...named('p', ['Untertitel', 'Subtitle'], 'p:fresh'),
  ...named(
    'p',
    ['Zitat', 'Quote', 'Intensives Zitat', 'Intense Quote', 'Quotations'],
    'blockquote > p:fresh',
  ),
  ...named('p', ['Code'], 'pre:fresh'),
  ...named(
    'p',
    ['HTML Vorformatiert', 'HTML Preformatted', 'Quelltext', 'Preformatted Text'],
    `pre:separator('\\n')`,
  ),
  ...named('r', ['Code Char', 'HTML Code', 'Source Text'], 'code'),
  ...named('p', ['Trennlinie'], 'hr:fresh'),
  ...named('p', ['Table Heading', 'Tabellenüberschrift'], 'p:fresh'),
  ...DEPTHS.flatMap((depth) => [
    `p:unordered-list(${depth + 1}) => ${inList(depth)}ul > li:fresh`,
    `p:ordered-list(${depth + 1}) => ${inList(depth)}ol > li:fresh`,
    ...named(
      'p',
      [numbered('List Continue', depth), numbered('Listenfortsetzung', depth)],
      `${inList(depth + 1)}p:fresh`,
    ),
  ]),
  ...[0, 1, 2].flatMap((depth) => [
    ...named(
      'p',
      [
        numbered('Aufzählung', depth),
        numbered('Aufzählungszeichen', depth),
        numbered('List Bullet', depth),
      ],
      `${inList(depth)}ul > li:fresh`,
    ),
    ...named(
      'p',
      [numbered('Listennummer', depth), numbered('List Number', depth)],
      `${inList(depth)}ol > li:fresh`,
    ),
  ]),
  ...named('p', ['Listenabsatz', 'List Paragraph'], 'p:fresh'),
  "r[style-name='Hervorhebung'] => em",
  "r[style-name='Emphasis'] => em",
  "r[style-name='Fett'] => strong",
  'br[type="page"] =>',
]

const BLOCKS = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'hr',
  'img',
]
const TABLES = ['table', 'thead', 'tbody', 'tr', 'th', 'td']
const INLINE = ['strong', 'em', 's', 'code', 'a', 'br', 'input', 'sup']

export const ALLOWED = {
  allowedTags: [...BLOCKS, ...TABLES, ...INLINE],
  allowedAttributes: {
    a: ['href'],
    img: ['data-file', 'data-decorative', 'alt'],
    input: ['checked'],
    p: ['class'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan'],
  },
  allowedClasses: { p: ['titel'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  // Deeper tags keep their words.
  parseStyleAttributes: false,
}
