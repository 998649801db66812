import type { Area } from '#server/platform/area.ts'

export const accounts: Area = { name: 'accounts', privacy: [] }
