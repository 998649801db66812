import type { Area } from '#server/platform/area.ts'
import { plgHome } from './home/views.ts'
import { forgetInvitations, giveUpOrphanedSeats } from './jobs.ts'
import { privacyRules } from './privacy.ts'
import { reactions } from './reactions.ts'
import { consentThings, endingThings, locatePlg, plgThings, searchPlgs } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

export const plg: Area = {
  name: 'plg',
  reactions,
  due: [giveUpOrphanedSeats, forgetInvitations],
  things: [
    { kind: 'plg', word: 'PLG', cards: plgThings, locate: locatePlg },
    { kind: 'plg-ending', word: 'Ende einer Mitgliedschaft', cards: endingThings },
    { kind: 'plg-consent', word: 'Zustimmung der Schulleitung', cards: consentThings },
  ],
  homes: [plgHome],
  search: [{ kind: 'plg', title: 'PLGs', find: searchPlgs }],
  notificationWords,
  auditWords,
  privacy: privacyRules,
}
