import type { Area } from '#server/platform/area.ts'
import { privacy } from './privacy.ts'
import { reactions } from './reactions.ts'
import { notificationWords } from './words.ts'

export const references: Area = { name: 'references', reactions, notificationWords, privacy }
