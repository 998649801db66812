import type { Area } from '#server/platform/area.ts'

export const privacy: Area = { name: 'privacy', privacy: [] }
