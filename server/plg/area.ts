import type { Area } from '#server/platform/area.ts'

export const plg: Area = { name: 'plg', privacy: [] }
