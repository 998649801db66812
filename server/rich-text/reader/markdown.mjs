// Markdown to mdast and back. The libraries take quadratic time for some texts, so this never runs in the main thread.
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'

/** Deeper or larger ones are none that a person wrote; they are kept as plain text then. */
const DEEPEST = 300
const MOST_NODES = 60_000

const markdown = remark()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(ownDialect)
  .data('settings', {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    listItemIndent: 'one',
    handlers: { raw: ({ value }) => value },
    unsafe: addressesThatNobodyMeant(),
  })
  .freeze()

/** Blocks of raw HTML are paragraphs, footnotes are text, and an escaped address stays no link. */
function ownDialect() {
  const data = this.data()
  const off = ['htmlFlow', 'gfmFootnoteCall', 'gfmFootnoteDefinition', 'gfmPotentialFootnoteCall']
  data.micromarkExtensions.push({ disable: { null: off } })
  data.fromMarkdownExtensions = data.fromMarkdownExtensions
    .flat()
    .map(({ transforms, ...extension }) => extension)
}

/**
 * The library's own patterns take the letter behind with them, and so miss the second sign of a@b@c; and they know
 * addresses between angle brackets that begin with a letter only.
 */
function addressesThatNobodyMeant() {
  const where = {
    inConstruct: 'phrasing',
    notInConstruct: ['autolink', 'link', 'image', 'label'],
    after: '(?=[\\-.\\w])',
  }
  return [
    { character: '@', before: '[+\\-.\\w]', ...where },
    { character: '.', before: '[Ww]', ...where },
    {
      character: '<',
      after: '(?=[^\\s<>]*@[^\\s<>]*>)',
      inConstruct: 'phrasing',
      notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw', 'titleQuote'],
    },
  ]
}

/** @returns the tree without positions; null when it is too deep or too large */
export function parse(text) {
  const tree = markdown.parse(text)
  const open = [{ node: tree, depth: 0 }]
  let nodes = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    if (depth > DEEPEST || ++nodes > MOST_NODES) return null
    delete node.position
    for (const child of node.children ?? []) open.push({ node: child, depth: depth + 1 })
  }
  return tree
}

export function stringify(tree) {
  return markdown.stringify(tree)
}
