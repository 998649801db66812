import type { DueWork } from '#server/platform/queue.ts'
import { DAYS_IN_BIN } from './contract.ts'
import { emptyBinBefore } from './commands.ts'

const DAY = 24 * 60 * 60_000

export const emptyBin: DueWork = {
  name: 'documents.empty-bin',
  run: (now) => emptyBinBefore(new Date(now.getTime() - DAYS_IN_BIN * DAY)),
}
