import type { Area } from '#server/platform/area.ts'
import { cli } from './cli.ts'
import { PERSON } from './directory/contract.ts'
import { personCards } from './directory/views.ts'
import { privacyRules } from './privacy.ts'
import { reactions } from './reactions.ts'
import { membershipCards } from './roles/views.ts'
import { auditWords, notificationWords } from './words.ts'

export const accounts: Area = {
  name: 'accounts',
  reactions,
  things: [
    { kind: PERSON, word: 'Person', isPerson: true, cards: personCards },
    { kind: 'membership', word: 'Rolle', cards: membershipCards },
  ],
  notificationWords,
  auditWords,
  cli,
  privacy: privacyRules,
}
