import type { DueWork } from '#server/platform/queue.ts'
import { expireReleases, remindOfEnds } from './expiry/commands.ts'

export const endReleases: DueWork = {
  name: 'software.end-releases',
  run: async (now) => {
    await expireReleases(now)
    await remindOfEnds(now)
  },
}
