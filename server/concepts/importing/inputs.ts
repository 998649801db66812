import { z } from 'zod'
import { CHILDREN } from '#server/files/contract.ts'
import { clientKey, line, optionalLine } from '#server/platform/text.ts'
import { LIMITS, MOST_CHAPTERS } from '../chapters/contract.ts'
import { refusals as chapterRefusals } from '../chapters/words.ts'
import { LONGEST_ALT } from './contract.ts'
import { refusals } from './words.ts'

export const beginImportInput = z.strictObject({
  clientKey,
  file: z.uuid(refusals.chooseFile),
  children: z.enum(CHILDREN, refusals.children),
})
/** A row each: where a piece goes, and how it is called there. */
export const takeImportInput = z.strictObject({
  to: z
    .array(
      z.string().regex(/^(new:[a-z_]{3,40}|in:[0-9a-f-]{36}|above|skip)$/, refusals.incomplete),
    )
    .max(MOST_CHAPTERS + 1)
    .default([]),
  title: z
    .array(line({ ...LIMITS.title, missing: chapterRefusals.title }))
    .max(MOST_CHAPTERS + 1)
    .default([]),
})
export const describePictureInput = z.strictObject({
  chapter: z.uuid(refusals.incomplete),
  file: z.uuid(refusals.incomplete),
  alt: optionalLine({ max: LONGEST_ALT }),
  decorative: z.boolean().default(false),
})

export type BeginImport = z.output<typeof beginImportInput>
export type TakeImport = z.output<typeof takeImportInput>
export type DescribePicture = z.output<typeof describePictureInput>
