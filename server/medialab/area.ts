import type { Area } from '#server/platform/area.ts'
import { expireUndecided, queueLetters, sendConfirmation } from './booking/jobs.ts'
import { reactions as bookingReactions } from './booking/reactions.ts'
import { reassignedCards } from './booking/reassigning/views.ts'
import { rooms as bookingRooms } from './booking/sockets.ts'
import { bookingThings, locateBooking } from './booking/views.ts'
import { auditWords as bookingAudit, notificationWords as bookingWords } from './booking/words.ts'
import { labDates } from './calendars/views.ts'
import { damageCards, damageStanding } from './desk/damages/views.ts'
import { remindOfLoans } from './desk/jobs.ts'
import { privacyRules as deskPrivacy } from './desk/privacy.ts'
import { reactions as deskReactions } from './desk/reactions.ts'
import { notificationWords as deskWords } from './desk/words.ts'
import { reactions as effectReactions } from './effect/reactions.ts'
import { notificationWords as effectWords } from './effect/words.ts'
import { reactions as gridReactions } from './grid/reactions.ts'
import { rooms as gridRooms } from './grid/sockets.ts'
import { instructionAuditWords } from './instructions/words.ts'
import { editingAuditWords } from './offers/editing/words.ts'
import { itemAuditWords } from './offers/items/words.ts'
import { openingAuditWords } from './opening/words.ts'
import { privacy } from './privacy.ts'
import { askHowItWas } from './reports/jobs.ts'
import { privacyRules as reportPrivacy } from './reports/privacy.ts'
import { reactions as reportReactions } from './reports/reactions.ts'
import {
  askCards,
  locateReport,
  reportCards,
  reportStanding,
  searchReports,
} from './reports/views.ts'
import { auditWords as reportAudit, notificationWords as reportWords } from './reports/words.ts'
import { locateOffer, offerStanding, offerThings, searchOffers } from './views.ts'
import { passOffersOn } from './waiting/jobs.ts'
import { reactions as waitingReactions } from './waiting/reactions.ts'
import { waitingCards } from './waiting/views.ts'
import { notificationWords as waitingWords } from './waiting/words.ts'
import { privacyRules as wishPrivacy } from './wishes/privacy.ts'
import { reactions as wishReactions } from './wishes/reactions.ts'
import { wishCards } from './wishes/views.ts'
import { auditWords as wishAudit, notificationWords as wishWords } from './wishes/words.ts'
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
  reactions: [
    ...gridReactions,
    ...effectReactions,
    ...bookingReactions,
    ...deskReactions,
    ...reportReactions,
    ...wishReactions,
    ...workshopReactions,
    ...waitingReactions,
  ],
  rooms: [...gridRooms, ...bookingRooms, ...workshopRooms],
  jobs: [sendConfirmation],
  due: [expireUndecided, queueLetters, remindOfLoans, askHowItWas, passSeatsOn, passOffersOn],
  calendars: [labDates, seatDates],
  notificationWords: {
    ...bookingWords,
    ...effectWords,
    ...deskWords,
    ...reportWords,
    ...wishWords,
    ...workshopWords,
    ...waitingWords,
  },
  auditWords: {
    ...editingAuditWords,
    ...itemAuditWords,
    ...openingAuditWords,
    ...instructionAuditWords,
    ...bookingAudit,
    ...reportAudit,
    ...wishAudit,
    ...workshopAudit,
  },
  things: [
    { kind: 'lab-waiting', word: 'Platz auf der Warteliste', cards: waitingCards },
    {
      ...{ kind: 'lab-booking', word: 'Buchung im MediaLab', cards: bookingThings },
      locate: locateBooking,
    },
    {
      ...{ kind: 'lab-report', word: 'Bericht zum MediaLab', cards: reportCards },
      ...{ standing: reportStanding, locate: locateReport },
    },
    {
      ...{ kind: 'lab-reassignment', word: 'Übergebene Buchung im MediaLab' },
      cards: reassignedCards,
    },
    { kind: 'lab-report-ask', word: 'Bitte um einen Bericht', cards: askCards },
    {
      ...{ kind: 'lab-damage', word: 'Schaden', cards: damageCards, standing: damageStanding },
    },
    { kind: 'lab-wish', word: 'Wunsch an das MediaLab', cards: wishCards },
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
    { kind: 'lab-report', title: 'Berichte zum MediaLab', find: searchReports },
  ],
  privacy: [...reportPrivacy, ...wishPrivacy, ...privacy, ...deskPrivacy, ...workshopPrivacy],
}
