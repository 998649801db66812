import type { Area } from '#server/platform/area.ts'

export const schools: Area = { name: 'schools', privacy: [] }
