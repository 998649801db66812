import { z } from 'zod'
import { clientKey, line } from '#server/platform/text.ts'
import { CHAPTER_KINDS, CHAPTER_STATES, VISIBILITIES } from '../contract.ts'
import { LIMITS } from './contract.ts'
import { refusals } from './words.ts'

const title = line({ ...LIMITS.title, missing: refusals.title })
const chapter = z.uuid(refusals.kind)

export const addChapterInput = z.strictObject({
  clientKey,
  title,
  kind: z.enum(CHAPTER_KINDS, refusals.kind).default('free'),
})
export const setChapterInput = z.strictObject({
  chapter,
  title,
  state: z.enum(CHAPTER_STATES, refusals.kind),
  responsible: z.uuid(refusals.notStaff).optional(),
  visibility: z.enum(VISIBILITIES, refusals.kind),
  version: z.number().int().min(1),
})
/** `position` says where the person saw it: two who move at once are told. */
export const moveChapterInput = z.strictObject({
  chapter,
  position: z.number().int().min(0),
  to: z.enum(['up', 'down']),
})
export const chapterInput = z.strictObject({ chapter })
/** `from` is the key of a template or of a published chapter. */
export const beginTextInput = z.strictObject({ from: z.string().max(60), chapter })

export type AddChapter = z.output<typeof addChapterInput>
export type SetChapter = z.output<typeof setChapterInput>
export type MoveChapter = z.output<typeof moveChapterInput>
