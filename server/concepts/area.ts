import type { Area } from '#server/platform/area.ts'
import { conceptHome } from './home/views.ts'
import { privacyRules } from './privacy.ts'
import { conceptCards, locateConcept } from './views.ts'
import { auditWords } from './words.ts'

export const concepts: Area = {
  name: 'concepts',
  things: [{ kind: 'concept', word: 'Medienkonzept', cards: conceptCards, locate: locateConcept }],
  homes: [conceptHome],
  auditWords: { ...auditWords },
  privacy: [...privacyRules],
}
