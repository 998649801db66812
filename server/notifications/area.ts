import type { Area } from '#server/platform/area.ts'
import { reactions } from './reactions.ts'

export const notifications: Area = { name: 'notifications', reactions, privacy: [] }
