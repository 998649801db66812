import { getSchema } from '@tiptap/core'
import { z } from 'zod'
import { type Content, CONTENT_LIMITS, isSafeAddress, LONGEST_ALT, type Mark } from './contract.ts'
import { documentExtensions } from './schema/contract.ts'

/** The ProseMirror schema of documents. */
export const schema = getSchema(documentExtensions())

/** Content that passed `checkContent`: only such is rendered, exported, searched and kept as a version. */
export type CheckedContent = Content & { readonly __checked: true }

/** Why a text is none of ours, in English, for the log; people are told in German by whoever asked. */
export class BadContent extends Error {
  override name = 'BadContent'
}

const count = (most: number) => z.number().int().min(1).max(most)
const none = z.strictObject({})
const widths = z.array(count(4000)).max(100).nullish()
const cell = z.strictObject({
  colspan: count(100).default(1),
  rowspan: count(1000).default(1),
  colwidth: widths.transform(() => null),
  align: z.null().optional(),
})
const kindName = z.string().regex(/^[a-z][a-z-]{0,39}$/)

/** The types of attributes; what may stand in what is the schema's business. */
const NODES: Record<string, z.ZodType<Record<string, unknown>>> = {
  doc: none,
  text: none,
  paragraph: none,
  heading: z.strictObject({ level: z.number().int().min(2).max(4) }),
  bulletList: none,
  orderedList: z.strictObject({
    start: z.number().int().min(0).max(100_000).default(1),
    type: z.null().default(null),
  }),
  listItem: none,
  taskList: none,
  taskItem: z.strictObject({ checked: z.boolean().default(false) }),
  blockquote: none,
  codeBlock: z.strictObject({
    language: z
      .string()
      .regex(/^[\w+#.-]{0,40}$/)
      .nullable()
      .default(null),
  }),
  horizontalRule: none,
  hardBreak: none,
  table: none,
  tableRow: none,
  tableHeader: cell,
  tableCell: cell,
  image: z.strictObject({
    file: z.uuid(),
    alt: z.string().max(LONGEST_ALT).default(''),
    decorative: z.boolean().default(false),
    width: count(100_000).nullable().default(null),
    height: count(100_000).nullable().default(null),
  }),
  mention: z.strictObject({ kind: kindName, id: z.uuid() }),
}

const MARKS: Record<string, z.ZodType<Record<string, unknown>>> = {
  bold: none,
  italic: none,
  strike: none,
  code: none,
  link: z.strictObject({
    href: z.string().refine(isSafeAddress),
    target: z
      .string()
      .max(20)
      .nullish()
      .transform(() => null),
    rel: z
      .string()
      .max(100)
      .nullish()
      .transform(() => 'noopener noreferrer nofollow'),
    class: z
      .string()
      .max(100)
      .nullish()
      .transform(() => null),
    title: z
      .string()
      .max(300)
      .nullish()
      .transform(() => null),
  }),
  comment: z.strictObject({ thread: z.uuid() }),
}

const KEYS = new Set(['type', 'attrs', 'content', 'marks', 'text'])

/**
 * Is this the text of a document? From outside it can be anything: of any depth, with any keys.
 *
 * @returns the same text with all attributes in their plain form
 * @throws BadContent naming the first thing wrong with it
 */
export function checkContent(given: unknown): CheckedContent {
  const budget = { nodes: CONTENT_LIMITS.nodes, bytes: CONTENT_LIMITS.bytes }
  const content = checkNode(given, 1, budget)
  if (content.type !== 'doc') throw new BadContent('the root is no document')
  try {
    schema.nodeFromJSON(content).check()
  } catch (error) {
    throw new BadContent(error instanceof Error ? error.message.slice(0, 200) : 'not our schema')
  }
  return content as CheckedContent
}

type Budget = { nodes: number; bytes: number }

function checkNode(given: unknown, depth: number, budget: Budget): Content {
  if (depth > CONTENT_LIMITS.depth) throw new BadContent('too deep')
  if (--budget.nodes < 0) throw new BadContent('too many nodes')
  const node = plainObject(given)
  const { type, attrs, content, marks, text } = node
  if (typeof type !== 'string' || !Object.hasOwn(NODES, type))
    throw new BadContent(`unknown node ${String(type).slice(0, 40)}`)
  if (!Object.keys(node).every((key) => KEYS.has(key))) throw new BadContent(`odd key in ${type}`)
  const checked: Content = { type }
  const known = attributes(NODES[type], attrs, type)
  if (Object.keys(known).length > 0) checked.attrs = known
  if (text !== undefined) checked.text = checkText(type, text, budget)
  if (content !== undefined)
    checked.content = arrayOf(content, type).map((child) => checkNode(child, depth + 1, budget))
  if (marks !== undefined) {
    const all = arrayOf(marks, type).map((mark) => checkMark(mark))
    if (all.length > 0) checked.marks = all
  }
  return checked
}

function checkText(type: string, text: unknown, budget: Budget): string {
  if (type !== 'text' || typeof text !== 'string' || text === '')
    throw new BadContent(`text in ${type}`)
  if (!text.isWellFormed() || text.includes('\0')) throw new BadContent('broken letters')
  budget.bytes -= Buffer.byteLength(text)
  if (budget.bytes < 0) throw new BadContent('too long')
  return text
}

function checkMark(given: unknown): Mark {
  const mark = plainObject(given)
  const { type, attrs } = mark
  if (typeof type !== 'string' || !Object.hasOwn(MARKS, type))
    throw new BadContent(`unknown mark ${String(type).slice(0, 40)}`)
  if (!Object.keys(mark).every((key) => key === 'type' || key === 'attrs'))
    throw new BadContent(`odd key in ${type}`)
  const known = attributes(MARKS[type], attrs, type)
  return Object.keys(known).length > 0 ? { type, attrs: known } : { type }
}

/** Yjs knows no null: attributes that are not set are missing there. */
function attributes(
  rule: z.ZodType<Record<string, unknown>> | undefined,
  given: unknown,
  of: string,
) {
  const parsed = rule?.safeParse(given ?? {})
  if (!parsed?.success) throw new BadContent(`attributes of ${of}`)
  return parsed.data
}

function plainObject(given: unknown): Record<string, unknown> {
  const prototype: unknown = typeof given === 'object' && given && Object.getPrototypeOf(given)
  if (prototype !== Object.prototype) throw new BadContent('no object')
  return given as Record<string, unknown>
}

function arrayOf(given: unknown, of: string): unknown[] {
  if (!Array.isArray(given)) throw new BadContent(`content of ${of}`)
  return given as unknown[]
}
