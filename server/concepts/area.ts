import type { Area } from '#server/platform/area.ts'
import { chapters } from './chapters/area.ts'
import { goals } from './goals/area.ts'
import { aims } from './aims/area.ts'
import { conceptHome } from './home/views.ts'
import { conceptStanding } from './importing/views.ts'
import { lessons } from './lessons/area.ts'
import { network } from './network/area.ts'
import { privacyRules } from './privacy.ts'
import { reactions } from './reactions.ts'
import { rooms } from './sockets.ts'
import { talks } from './talks/area.ts'
import { versions } from './versions/area.ts'
import { conceptCards, locateConcept } from './views.ts'
import { auditWords } from './words.ts'

export const concepts: Area = {
  name: 'concepts',
  notificationWords: {
    ...chapters.notificationWords,
    ...goals.notificationWords,
    ...aims.notificationWords,
    ...lessons.notificationWords,
    ...network.notificationWords,
    ...versions.notificationWords,
    ...talks.notificationWords,
  },
  reactions: [
    ...reactions,
    ...chapters.reactions,
    ...goals.reactions,
    ...aims.reactions,
    ...lessons.reactions,
    ...network.reactions,
    ...versions.reactions,
    ...talks.reactions,
  ],
  due: [...goals.due, ...talks.due],
  search: [...goals.search, ...lessons.search, ...network.search],
  calendars: [...talks.calendars],
  rooms,
  things: [
    ...chapters.things,
    ...goals.things,
    ...aims.things,
    ...lessons.things,
    ...talks.things,
    ...versions.things,
    {
      kind: 'concept',
      word: 'Medienkonzept',
      cards: conceptCards,
      standing: conceptStanding,
      locate: locateConcept,
    },
  ],
  homes: [conceptHome],
  auditWords: {
    ...aims.auditWords,
    ...lessons.auditWords,
    ...versions.auditWords,
    ...talks.auditWords,
    ...auditWords,
  },
  privacy: [...talks.privacy, ...privacyRules],
}
