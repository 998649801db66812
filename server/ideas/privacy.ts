import type { PrivacyRule } from '#server/platform/privacy.ts'

export const privacy: PrivacyRule[] = [
  {
    table: 'ideas',
    column: 'author_id',
    what: 'Ideen, die Sie auf den Markt gestellt haben.',
    exported: true,
    onErase: 'anonymise',
    retention: 'Solange es die Idee gibt, ohne Ihren Namen.',
  },
  {
    table: 'ideas',
    column: 'merged_by',
    what: 'Dass Sie zwei ähnliche Ideen zusammengeführt haben.',
    exported: false,
    onErase: 'anonymise',
    retention: 'Solange die Ideen zusammengeführt sind.',
  },
  {
    table: 'idea_interests',
    column: 'person_id',
    what: 'Bei welchen Ideen Sie für Ihre Schule mitmachen, mit Ihrer Notiz.',
    exported: true,
    onErase: 'delete',
    retention: 'Bis Sie es zurücknehmen oder das Konto gelöscht wird.',
  },
  {
    table: 'group_imports',
    column: 'imported_by',
    what: 'Dass Sie bestehende Gruppen eingelesen haben. Adressen aus der Datei werden danach gelöscht.',
    exported: false,
    onErase: 'anonymise',
    retention: 'Solange es die Gruppen gibt; nicht übernommene Dateien einen Tag.',
  },
]
