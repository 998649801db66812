import type { Area } from '#server/platform/area.ts'

export const audit: Area = { name: 'audit', privacy: [] }
