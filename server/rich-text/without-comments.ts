import type { CheckedContent } from './check.ts'
import type { Content } from './contract.ts'

/** The same text without the places of comments, for reading and comparing what was kept earlier. */
export function withoutComments(content: CheckedContent): CheckedContent {
  return hasComments(content) ? (stripped(content) as CheckedContent) : content
}

const hasComments = ({ marks, content }: Content): boolean =>
  marks?.some(({ type }) => type === 'comment') === true || content?.some(hasComments) === true

function stripped(node: Content): Content {
  const { marks: given, ...rest } = node
  const marks = given?.filter(({ type }) => type !== 'comment')
  return {
    ...rest,
    ...(node.content && { content: joined(node.content.map(stripped)) }),
    ...(marks?.length && { marks }),
  }
}

/** What a comment had cut in two is one piece again. */
export function joined(nodes: Content[]): Content[] {
  const whole: Content[] = []
  let look: string | undefined
  for (const node of nodes) {
    const last = whole.at(-1)
    const own = node.type === 'text' ? lookOf(node) : undefined
    if (last && own !== undefined && own === look)
      whole[whole.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else whole.push(node)
    look = own
  }
  return whole
}

/** What marks a piece has, to be compared. */
export const lookOf = ({ marks }: Content): string => (marks?.length ? JSON.stringify(marks) : '')
