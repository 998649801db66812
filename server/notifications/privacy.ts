import type { PrivacyRule } from '#server/platform/privacy.ts'

export const privacy: PrivacyRule[] = [
  {
    table: 'notifications',
    column: 'person_id',
    what: 'Ihre Benachrichtigungen: was geschah, wann, und ob Sie die Zeile gelesen haben. Nur Sie sehen sie.',
    exported: true,
    onErase: 'delete',
    retention: '90 Tage',
  },
  {
    table: 'notifications',
    column: 'actor_id',
    what: 'Dass etwas, das Sie getan haben, anderen gemeldet wurde.',
    exported: false,
    onErase: 'anonymise',
    retention: '90 Tage',
  },
]
