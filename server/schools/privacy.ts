import type { PrivacyRule } from '#server/platform/privacy.ts'

/** Nothing about schools refers to a person but who brought in a file. */
export const privacyRules: PrivacyRule[] = [
  {
    table: 'register_imports',
    column: 'imported_by',
    what: 'Welche Datei des Schulregisters Sie wann übernommen haben.',
    exported: true,
    onErase: 'anonymise',
    retention: 'Dauerhaft, nach dem Löschen des Kontos ohne Bezug zu Ihnen.',
  },
  {
    table: 'register_uploads',
    column: 'uploaded_by',
    what: 'Eine Datei des Schulregisters, die Sie zum Prüfen hochgeladen haben.',
    exported: false,
    onErase: 'delete',
    retention: 'Einen Tag, oder bis die Datei übernommen ist.',
  },
  {
    table: 'school_free_days',
    column: 'set_by',
    what: 'Welche beweglichen Ferientage Sie für Ihre Schule eingetragen haben.',
    exported: true,
    onErase: 'anonymise',
    retention: 'Solange der Tag eingetragen ist, danach ohne Bezug zu Ihnen.',
  },
]
