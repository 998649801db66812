import type { DueWork } from '#server/platform/queue.ts'
import { askForReports } from './commands.ts'

export const askHowItWas: DueWork = {
  name: 'medialab.ask-how-it-was',
  run: async (now) => {
    await askForReports(now)
  },
}
