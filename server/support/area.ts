import type { Area } from '#server/platform/area.ts'
import { callCards, locateCall, searchCalls } from './calls/views.ts'
import { fundingCards, fundingStanding } from './funding/views.ts'
import { privacy } from './privacy.ts'
import { reactions } from './reactions.ts'
import { requestCards } from './requests/views.ts'
import { auditWords, notificationWords } from './words.ts'

export const support: Area = {
  name: 'support',
  reactions,
  things: [
    { kind: 'support-request', word: 'Anfrage um Unterstützung', cards: requestCards },
    { kind: 'project-call', word: 'Aufruf', cards: callCards, locate: locateCall },
    { kind: 'funding', word: 'Förderantrag', cards: fundingCards, standing: fundingStanding },
  ],
  search: [{ kind: 'project-call', title: 'Aufrufe', find: searchCalls }],
  notificationWords,
  auditWords,
  privacy,
}
