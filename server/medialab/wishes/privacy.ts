import type { PrivacyRule } from '#server/platform/privacy.ts'

const KEPT = 'Solange der Wunsch besteht, ohne Ihren Namen.'

export const privacyRules: PrivacyRule[] = [
  {
    ...{ table: 'lab_wishes', column: 'author_id', exported: true, onErase: 'anonymise' },
    ...{ what: 'Was Ihrer Schule im MediaLab fehlt.', retention: KEPT },
  },
  {
    ...{ table: 'lab_wishes', column: 'answered_by', exported: false, onErase: 'anonymise' },
    ...{ what: 'Wünsche, die Sie beantwortet haben.', retention: KEPT },
  },
  {
    ...{ table: 'lab_wish_voices', column: 'person_id', exported: true, onErase: 'delete' },
    ...{ what: 'Dass Ihnen dasselbe fehlt.', retention: 'Bis Sie es zurücknehmen.' },
  },
]
