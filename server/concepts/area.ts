import type { Area } from '#server/platform/area.ts'
import { conceptHome } from './home/views.ts'
import { privacyRules } from './privacy.ts'
import { talks } from './talks/area.ts'
import { versions } from './versions/area.ts'
import { conceptCards, locateConcept } from './views.ts'
import { auditWords } from './words.ts'

export const concepts: Area = {
  name: 'concepts',
  notificationWords: { ...versions.notificationWords, ...talks.notificationWords },
  reactions: [...versions.reactions, ...talks.reactions],
  due: [...talks.due],
  calendars: [...talks.calendars],
  things: [
    ...talks.things,
    ...versions.things,
    { kind: 'concept', word: 'Medienkonzept', cards: conceptCards, locate: locateConcept },
  ],
  homes: [conceptHome],
  auditWords: { ...versions.auditWords, ...talks.auditWords, ...auditWords },
  privacy: [...talks.privacy, ...privacyRules],
}
