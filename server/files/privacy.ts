import type { PrivacyRule } from '#server/platform/privacy.ts'

const WITH_THING = 'Solange der Eintrag besteht, zu dem die Datei gehört.'

export const privacy: PrivacyRule[] = [
  {
    table: 'files',
    column: 'created_by',
    what: 'Dateien, die Sie hochgeladen haben.',
    exported: true,
    onErase: 'anonymise',
    retention: WITH_THING,
  },
  {
    table: 'file_versions',
    column: 'created_by',
    what: 'Fassungen von Dateien, die Sie hochgeladen haben, und bei Bildern Ihre Antwort, ob Kinder erkennbar sind.',
    exported: true,
    onErase: 'anonymise',
    retention: WITH_THING,
  },
  {
    table: 'files',
    column: 'deleted_by',
    what: 'Dass Sie eine Datei gelöscht haben.',
    exported: false,
    onErase: 'anonymise',
    retention: '30 Tage, dann wird die Datei endgültig entfernt.',
  },
]
