import type { Area } from '#server/platform/area.ts'
import { postCards } from './posts/views.ts'
import { privacy } from './privacy.ts'
import { reactions } from './reactions.ts'
import { rooms } from './sockets.ts'
import { locateTopic, searchTopics, topicCards } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

export const discussions: Area = {
  name: 'discussions',
  reactions,
  rooms,
  things: [
    { kind: 'topic', word: 'Thema', cards: topicCards, locate: locateTopic },
    { kind: 'post', word: 'Beitrag', cards: postCards },
  ],
  search: [{ kind: 'topic', title: 'Themen', find: searchTopics }],
  notificationWords,
  auditWords,
  privacy,
}
