import type { PrivacyRule } from '#server/platform/privacy.ts'

const TWO_YEARS = 'Zwei Jahre nach dem Workshop; in Zahlen ohne Ihren Namen auch länger.'

export const privacyRules: PrivacyRule[] = [
  {
    ...{ table: 'lab_seats', column: 'person_id', exported: true, onErase: 'anonymise' },
    what: 'Ihre Plätze in Workshops: angemeldet, auf der Warteliste, ob Sie da waren.',
    retention: TWO_YEARS,
  },
  {
    ...{ table: 'lab_workshops', column: 'created_by', exported: false, onErase: 'anonymise' },
    ...{ what: 'Workshops, die Sie angelegt haben.', retention: 'Ohne Ihren Namen dauerhaft.' },
  },
  {
    ...{ table: 'lab_workshop_leaders', column: 'person_id', exported: true, onErase: 'delete' },
    ...{ what: 'Workshops, die Sie leiten.', retention: 'Solange es das Konto gibt.' },
  },
  {
    ...{ table: 'lab_workshop_materials', column: 'created_by', exported: false },
    ...{ onErase: 'anonymise', what: 'Material zu Workshops, das Sie veröffentlicht haben.' },
    retention: 'Solange es das Material gibt, ohne Ihren Namen.',
  },
  {
    ...{ table: 'lab_waiting', column: 'person_id', exported: true, onErase: 'anonymise' },
    what: 'Worauf Sie im MediaLab gewartet haben.',
    retention: 'Zwei Jahre; in Zahlen ohne Ihren Namen auch länger.',
  },
]
