import { event } from '#server/platform/bus.ts'

/** A file waits to be read. */
export const importBegun = event<{ importId: string }>('concepts.import-begun')
