import { z } from 'zod'
import { clientKey, paragraph } from '#server/platform/text.ts'
import { COMMENT_PAGES, LIMITS } from './contract.ts'
import { quoteOf } from './rules.ts'
import { words } from './words.ts'

const body = paragraph({ ...LIMITS.body, missing: words.missingBody })
const id = z.uuid(words.staleForm).toLowerCase()
const from = z.enum(COMMENT_PAGES).default('comments')

/** `thread` is made by the editor, or comes with the form; it is the key of the act as well. */
export const openThreadInput = z.strictObject({
  from,
  thread: id,
  quote: z
    .string()
    .optional()
    .transform((given) => quoteOf(given ?? '')),
  body,
})
export const replyInput = z.strictObject({ from, thread: id, body, clientKey })
export const editCommentInput = z.strictObject({ from, comment: id, body })
export const commentInput = z.strictObject({ from, comment: id })
export const threadInput = z.strictObject({ from, thread: id })

export type OpenThread = Omit<z.output<typeof openThreadInput>, 'from'>
export type Reply = Omit<z.output<typeof replyInput>, 'from'>
