import type { Area } from '#server/platform/area.ts'

export const today: Area = { name: 'today', privacy: [] }
