import { z } from 'zod'
import { clientKey, line, paragraph } from '#server/platform/text.ts'
import { LIMITS } from './contract.ts'
import { words } from './words.ts'

const body = paragraph({ ...LIMITS.body, missing: words.missingBody })
const title = line({ ...LIMITS.title, missing: 'Bitte geben Sie dem Thema einen Titel.' })
const ordinal = z.number().int().min(1).max(1_000_000_000)

export const openTopicInput = z.strictObject({ clientKey, title, body })
export const writePostInput = z.strictObject({ clientKey, body })
/** The first post carries the title of its topic along. */
export const editPostInput = z.strictObject({ body, title: title.optional() })
export const postInput = z.strictObject({ post: ordinal })
export const topicInput = z.strictObject({})
export const topicByNumberInput = z.strictObject({ topic: ordinal })
export const readInput = z.strictObject({ upTo: ordinal })

export type OpenTopic = z.output<typeof openTopicInput>
export type WritePost = z.output<typeof writePostInput>
export type EditPost = z.output<typeof editPostInput>
