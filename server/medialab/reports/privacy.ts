import type { PrivacyRule } from '#server/platform/privacy.ts'

export const privacyRules: PrivacyRule[] = [
  {
    ...{ table: 'lab_reports', column: 'author_id', exported: true, onErase: 'anonymise' },
    what: 'Ihre Berichte über Geräte und Räume des MediaLab.',
    retention: 'Solange das Angebot besteht, ohne Ihren Namen.',
  },
  {
    ...{ table: 'lab_report_asks', column: 'person_id', exported: true, onErase: 'delete' },
    what: 'Dass wir Sie nach einer Buchung um einen Bericht gebeten haben.',
    retention: 'Solange die Buchung besteht.',
  },
]
