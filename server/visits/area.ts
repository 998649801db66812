import type { Area } from '#server/platform/area.ts'
import { visitDates } from './calendar/views.ts'
import { forgetDeleted, withdrawOfGone } from './jobs.ts'
import { locateOffer, offerThings, searchOffers, standingTo } from './offers/views.ts'
import { privacy } from './privacy.ts'
import { reactions } from './reactions.ts'
import { releaseThings } from './releases/views.ts'
import { rooms } from './sockets.ts'
import { visitThings } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

export const visits: Area = {
  name: 'visits',
  reactions,
  rooms,
  due: [forgetDeleted, withdrawOfGone],
  things: [
    {
      kind: 'classroom-offer',
      word: 'Hospitationsangebot',
      cards: offerThings,
      standing: standingTo,
      locate: locateOffer,
    },
    { kind: 'classroom-visit', word: 'Hospitation', cards: visitThings },
    { kind: 'classroom-release', word: 'Freigabe einer Hospitation', cards: releaseThings },
  ],
  search: [{ kind: 'classroom-offer', title: 'Hospitationen', find: searchOffers }],
  calendars: [visitDates],
  notificationWords,
  auditWords,
  privacy,
}
