import type { Area } from '#server/platform/area.ts'
import { auditWords as mergingAudit } from './curation/merging/words.ts'
import { reactions as adoptionReactions } from './adoption/reactions.ts'
import {
  auditWords as adoptionAudit,
  notificationWords as adoptionWords,
} from './adoption/words.ts'
import { searchSoftware } from './directory/views.ts'
import { endReleases } from './decisions/jobs.ts'
import { reactions as decisionReactions } from './decisions/reactions.ts'
import {
  auditWords as decisionAudit,
  notificationWords as decisionWords,
} from './decisions/words.ts'
import { experienceCards } from './experience/views.ts'
import { privacy } from './privacy.ts'
import { reactions as questionReactions } from './questions/reactions.ts'
import { answerCards, questionCards } from './questions/views.ts'
import {
  auditWords as questionAudit,
  notificationWords as questionWords,
} from './questions/words.ts'
import { locateProduct, productThings, standingTo } from './views.ts'

export const software: Area = {
  name: 'software',
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
  ],
  reactions: [...questionReactions, ...decisionReactions, ...adoptionReactions],
  due: [endReleases],
  search: [{ kind: 'software', title: 'Software', find: searchSoftware }],
  notificationWords: { ...questionWords, ...decisionWords, ...adoptionWords },
  auditWords: { ...mergingAudit, ...questionAudit, ...decisionAudit, ...adoptionAudit },
  privacy,
}
