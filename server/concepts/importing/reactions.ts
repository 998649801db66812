import { delivering } from '#server/platform/bus.ts'
import { importBegun } from './events.ts'
import { readImport } from './reading/commands.ts'

export const reactions = [
  // No transaction around it: reading takes seconds, and how far it is shall be seen.
  delivering(importBegun, 'concepts.read-import', ({ importId }) => readImport(importId)),
]
