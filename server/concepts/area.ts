import type { Area } from '#server/platform/area.ts'
import { conceptHome } from './home/views.ts'
import { privacyRules } from './privacy.ts'
import { talks } from './talks/area.ts'
import { conceptCards, locateConcept } from './views.ts'
import { auditWords } from './words.ts'

export const concepts: Area = {
  name: 'concepts',
  notificationWords: { ...talks.notificationWords },
  reactions: [...talks.reactions],
  due: [...talks.due],
  calendars: [...talks.calendars],
  things: [
    ...talks.things,
    { kind: 'concept', word: 'Medienkonzept', cards: conceptCards, locate: locateConcept },
  ],
  homes: [conceptHome],
  auditWords: { ...talks.auditWords, ...auditWords },
  privacy: [...talks.privacy, ...privacyRules],
}
