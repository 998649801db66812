import type { PrivacyRule } from '#server/platform/privacy.ts'

const KEPT = 'Solange der Eintrag für die Planung gebraucht wird, ohne Ihren Namen.'
const by = (table: string, column: string, what: string): PrivacyRule => ({
  ...{ table, column, what, exported: false, onErase: 'anonymise', retention: KEPT },
})

export const privacyRules: PrivacyRule[] = [
  by('equipment_classes', 'created_by', 'Welche Klassen von Ausstattung Sie angelegt haben.'),
  by(
    'equipment_standards',
    'created_by',
    'Welche Versionen der Grundausstattung Sie begonnen haben.',
  ),
  by(
    'equipment_standards',
    'published_by',
    'Welche Versionen der Grundausstattung Sie veröffentlicht haben.',
  ),
  by('school_figures', 'entered_by', 'Welche Zahlen einer Schule Sie eingetragen haben.'),
  by('inventory_snapshots', 'entered_by', 'Welche Bestände einer Schule Sie eingetragen haben.'),
  by('equipment_needs', 'created_by', 'Welchen Bedarf einer Schule Sie notiert haben.'),
]
