import type { Area } from '#server/platform/area.ts'

export const moderation: Area = { name: 'moderation', privacy: [] }
