import type { Area } from '#server/platform/area.ts'
import { forgetReviews } from './jobs.ts'
import { privacy } from './privacy.ts'
import { reactions } from './reactions.ts'
import { rooms } from './sockets.ts'
import { ideaThings, locateIdea, searchIdeas, standingTo } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

export const ideas: Area = {
  name: 'ideas',
  reactions,
  rooms,
  due: [forgetReviews],
  things: [
    { kind: 'idea', word: 'Idee', cards: ideaThings, standing: standingTo, locate: locateIdea },
  ],
  search: [{ kind: 'idea', title: 'Ideen', find: searchIdeas }],
  notificationWords,
  auditWords,
  privacy,
}
