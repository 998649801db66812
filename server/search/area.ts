import type { Area } from '#server/platform/area.ts'

export const search: Area = { name: 'search', privacy: [] }
