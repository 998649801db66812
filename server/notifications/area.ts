import type { Area } from '#server/platform/area.ts'
import { queueDigests, sendDigest, tidyUp } from './jobs.ts'
import { privacy } from './privacy.ts'
import { reactions } from './reactions.ts'

export const notifications: Area = {
  name: 'notifications',
  reactions,
  jobs: [sendDigest],
  due: [queueDigests, tidyUp],
  privacy,
}
