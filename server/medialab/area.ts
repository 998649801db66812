import type { Area } from '#server/platform/area.ts'
import { privacy } from './privacy.ts'

export const medialab: Area = {
  name: 'medialab',
  privacy,
}
