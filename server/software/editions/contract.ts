/** Where the schema of the JSON stands; stable, other systems read it. */
export const SCHEMA_VERSION = '1'

export const LIMITS = { note: 1000 } as const
export const PAGE_SIZE = 20
