import { z } from 'zod'
import { clientKey, line, optionalLine, optionalParagraph } from '#server/platform/text.ts'
import { LIMITS } from './contract.ts'
import { words } from './words.ts'

const title = line({ ...LIMITS.title, missing: words.missingTitle })
const folder = optionalLine(LIMITS.folder)

/** `template` is the name of one of the house, or the id of a document that is one. */
export const createDocumentInput = z.strictObject({
  clientKey,
  title,
  folder,
  template: z.string().max(40).default('empty'),
})
export const describeDocumentInput = z.strictObject({ title, folder })
export const moveDocumentInput = z.strictObject({
  homeId: z.uuid(words.noHome),
  /** Out of a walled group: the tick below the sentence that says who will read it. */
  isSure: z.boolean().default(false),
})
export type MoveDocumentInput = z.output<typeof moveDocumentInput>
export const documentInput = z.strictObject({})
export const byNumberInput = z.strictObject({
  document: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
})
/** `base` says which text the writer had before them. */
export const saveSimplyInput = z.strictObject({
  base: z.string().max(100),
  markdown: optionalParagraph(LIMITS.markdown),
})

export type CreateDocument = z.output<typeof createDocumentInput>
export type SaveSimply = z.output<typeof saveSimplyInput>
