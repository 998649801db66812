import type { Area } from '#server/platform/area.ts'
import { privacy } from './privacy.ts'

export const audit: Area = { name: 'audit', privacy }
