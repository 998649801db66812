import type { Area } from '#server/platform/area.ts'
import { privacyRules as deskPrivacy } from './desk/privacy.ts'
import { privacy } from './privacy.ts'
import { locateOffer, offerStanding, offerThings, searchOffers } from './views.ts'
import { passSeatsOn } from './workshops/jobs.ts'
import { privacyRules as workshopPrivacy } from './workshops/privacy.ts'
import { reactions as workshopReactions } from './workshops/reactions.ts'
import { seatDates } from './workshops/seats/views.ts'
import { rooms as workshopRooms } from './workshops/sockets.ts'
import {
  locateWorkshop,
  searchWorkshops,
  workshopCards,
  workshopStanding,
} from './workshops/views.ts'
import {
  auditWords as workshopAudit,
  notificationWords as workshopWords,
} from './workshops/words.ts'

export const medialab: Area = {
  name: 'medialab',
  reactions: [...workshopReactions],
  rooms: [...workshopRooms],
  due: [passSeatsOn],
  calendars: [seatDates],
  notificationWords: { ...workshopWords },
  auditWords: { ...workshopAudit },
  things: [
    {
      ...{ kind: 'workshop', word: 'Workshop', cards: workshopCards },
      ...{ standing: workshopStanding, locate: locateWorkshop },
    },
    {
      ...{ kind: 'lab-offer', word: 'Angebot des MediaLab', cards: offerThings },
      ...{ standing: offerStanding, locate: locateOffer },
    },
  ],
  search: [
    { kind: 'workshop', title: 'Workshops', find: searchWorkshops },
    { kind: 'lab-offer', title: 'MediaLab', find: searchOffers },
  ],
  privacy: [...privacy, ...deskPrivacy, ...workshopPrivacy],
}
