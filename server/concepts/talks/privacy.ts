import type { PrivacyRule } from '#server/platform/privacy.ts'

const TALK = 'Solange das Gespräch aufbewahrt wird, ohne Ihren Namen.'
const by = (table: string, column: string, what: string): PrivacyRule => ({
  ...{ table, column, what, exported: false, onErase: 'anonymise', retention: TALK },
})

export const privacyRules: PrivacyRule[] = [
  {
    ...{ table: 'talk_people', column: 'person_id', exported: true, onErase: 'delete' },
    what: 'An welchen Ausstattungsgesprächen Sie teilnehmen.',
    retention: 'Bis das Gespräch oder das Konto gelöscht wird.',
  },
  {
    ...{ table: 'talk_signatures', column: 'person_id', exported: true, onErase: 'anonymise' },
    ...{ what: 'Welche Ausstattungsgespräche Sie unterschrieben haben.', retention: TALK },
  },
  by(
    'equipment_cycles',
    'opened_by',
    'Welche Runden von Ausstattungsgesprächen Sie eröffnet haben.',
  ),
  by('equipment_talks', 'created_by', 'Welche Ausstattungsgespräche Sie angesetzt haben.'),
  by('equipment_talks', 'shared_by', 'Dass Sie eine Version des Medienkonzepts geteilt haben.'),
  by('equipment_talks', 'closed_by', 'Welche Ausstattungsgespräche Sie abgeschlossen haben.'),
  by(
    'equipment_talks',
    'taken_over_by',
    'Dass Sie ein Ergebnis ins Medienkonzept übernommen haben.',
  ),
  by('talk_dates', 'proposed_by', 'Welche Termine Sie vorgeschlagen haben.'),
  by('talk_agreements', 'created_by', 'Welche Vereinbarungen Sie eingetragen haben.'),
  by('talk_agreements', 'done_by', 'Welche Vereinbarungen Sie als erledigt eingetragen haben.'),
]
