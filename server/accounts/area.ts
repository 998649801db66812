import type { Area } from '#server/platform/area.ts'
import { cli } from './cli.ts'
import { privacyRules } from './privacy.ts'
import { reactions } from './reactions.ts'
import { membershipCards } from './roles/views.ts'
import { auditWords, notificationWords } from './words.ts'

export const accounts: Area = {
  name: 'accounts',
  reactions,
  things: [{ kind: 'membership', word: 'Rolle', cards: membershipCards }],
  notificationWords,
  auditWords,
  cli,
  privacy: privacyRules,
}
