import type { Area } from '#server/platform/area.ts'
import { privacyRules as deskPrivacy } from './desk/privacy.ts'
import { privacy } from './privacy.ts'

export const medialab: Area = {
  name: 'medialab',
  privacy: [...privacy, ...deskPrivacy],
}
