import type { Area } from '#server/platform/area.ts'
import { plgHome } from './home/views.ts'
import { forgetInvitations, giveUpOrphanedSeats } from './jobs.ts'
import { privacyRules } from './privacy.ts'
import { reactions as pollReactions } from './polls/reactions.ts'
import { pollCards } from './polls/views.ts'
import { notificationWords as pollWords } from './polls/words.ts'
import { reactions } from './reactions.ts'
import { privacyRules as sessionPrivacy } from './sessions/privacy.ts'
import { meetingDates } from './sessions/feed/views.ts'
import { reactions as sessionReactions } from './sessions/reactions.ts'
import { rooms } from './sessions/sockets.ts'
import { searchMeetings } from './sessions/upcoming/views.ts'
import { sessionCards } from './sessions/views.ts'
import { notificationWords as sessionWords } from './sessions/words.ts'
import { reactions as taskReactions } from './tasks/reactions.ts'
import { taskCards } from './tasks/views.ts'
import { notificationWords as taskWords } from './tasks/words.ts'
import { consentThings, endingThings, locatePlg, plgThings, searchPlgs } from './views.ts'
import { auditWords, notificationWords } from './words.ts'

export const plg: Area = {
  name: 'plg',
  reactions: [...reactions, ...sessionReactions, ...pollReactions, ...taskReactions],
  rooms,
  due: [giveUpOrphanedSeats, forgetInvitations],
  things: [
    { kind: 'plg', word: 'PLG', cards: plgThings, locate: locatePlg },
    { kind: 'plg-ending', word: 'Ende einer Mitgliedschaft', cards: endingThings },
    { kind: 'plg-consent', word: 'Zustimmung der Schulleitung', cards: consentThings },
    { kind: 'plg-session', word: 'Termin', cards: sessionCards },
    { kind: 'plg-poll', word: 'Terminumfrage', cards: pollCards },
    { kind: 'plg-task', word: 'Aufgabe', cards: taskCards },
  ],
  homes: [plgHome],
  search: [
    { kind: 'plg', title: 'PLGs', find: searchPlgs },
    { kind: 'plg-session', title: 'Termine', find: searchMeetings },
  ],
  calendars: [meetingDates],
  notificationWords: { ...notificationWords, ...sessionWords, ...pollWords, ...taskWords },
  auditWords,
  privacy: [...privacyRules, ...sessionPrivacy],
}
