import type { Area } from '#server/platform/area.ts'
import { bulkAuditWords } from './curation/bulk/words.ts'
import { forgetImports } from './curation/import/jobs.ts'
import { importAuditWords } from './curation/import/words.ts'
import { auditWords as mergingAudit } from './curation/merging/words.ts'
import { reactions as adoptionReactions } from './adoption/reactions.ts'
import {
  auditWords as adoptionAudit,
  notificationWords as adoptionWords,
} from './adoption/words.ts'
import { caseAuditWords } from './cases/words.ts'
import { searchSoftware } from './directory/views.ts'
import { auditWords as editionAudit } from './editions/words.ts'
import { endReleases } from './decisions/jobs.ts'
import { reactions as decisionReactions } from './decisions/reactions.ts'
import {
  auditWords as decisionAudit,
  notificationWords as decisionWords,
} from './decisions/words.ts'
import { auditWords as editingAudit } from './editing/words.ts'
import { experienceCards } from './experience/views.ts'
import { privacy } from './privacy.ts'
import { reactions as questionReactions } from './questions/reactions.ts'
import { answerCards, questionCards } from './questions/views.ts'
import {
  auditWords as questionAudit,
  notificationWords as questionWords,
} from './questions/words.ts'
import { forgetDrafts } from './proposing/drafts/jobs.ts'
import { keepReviewsGoing } from './review/jobs.ts'
import { reactions as reviewReactions } from './review/reactions.ts'
import { rooms as reviewRooms } from './review/sockets.ts'
import { CASE_PAPER } from './review/contract.ts'
import { caseCards, paperCards, paperStanding } from './review/views.ts'
import { reviewAuditWords, reviewNotificationWords } from './review/words.ts'
import { rooms } from './sockets.ts'
import { locateProduct, productThings, standingTo } from './views.ts'

export const software: Area = {
  name: 'software',
  rooms: [...rooms, ...reviewRooms],
  things: [
    {
      kind: 'software',
      word: 'App',
      cards: productThings,
      standing: standingTo,
      locate: locateProduct,
    },
    { kind: 'software-experience', word: 'Erfahrungsbericht', cards: experienceCards },
    { kind: 'software-question', word: 'Frage zu einer App', cards: questionCards },
    { kind: 'software-answer', word: 'Antwort zu einer App', cards: answerCards },
    { kind: 'review-case', word: 'Prüfung einer App', cards: caseCards },
    {
      kind: CASE_PAPER,
      word: 'Unterlage einer Prüfung',
      cards: paperCards,
      standing: paperStanding,
    },
  ],
  reactions: [...questionReactions, ...decisionReactions, ...adoptionReactions, ...reviewReactions],
  due: [forgetImports, endReleases, keepReviewsGoing, forgetDrafts],
  search: [{ kind: 'software', title: 'Software', find: searchSoftware }],
  notificationWords: {
    ...questionWords,
    ...decisionWords,
    ...adoptionWords,
    ...reviewNotificationWords,
  },
  auditWords: {
    ...mergingAudit,
    ...importAuditWords,
    ...bulkAuditWords,
    ...questionAudit,
    ...editingAudit,
    ...decisionAudit,
    ...adoptionAudit,
    ...editionAudit,
    ...caseAuditWords,
    ...reviewAuditWords,
  },
  privacy,
}
