import type { Area } from '#server/platform/area.ts'

export const discussions: Area = { name: 'discussions', privacy: [] }
