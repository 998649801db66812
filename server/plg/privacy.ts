import type { PrivacyRule } from '#server/platform/privacy.ts'

export const privacyRules: PrivacyRule[] = [
  {
    table: 'plgs',
    column: 'founded_by',
    what: 'Welche PLGs Sie gegründet haben',
    exported: true,
    onErase: 'anonymise',
    retention: 'solange es die PLG gibt, ohne Ihren Namen',
  },
  {
    table: 'plg_members',
    column: 'person_id',
    what: 'Ihre Plätze in PLGs: Rolle, Schule, Beginn und Ende, Ihre Nachricht bei einer Anfrage',
    exported: true,
    onErase: 'delete',
    retention: 'solange es das Konto gibt; eine zurückgezogene Anfrage wird sofort gelöscht',
  },
  {
    table: 'plg_seats',
    column: 'decided_by',
    what: 'Dass Sie für eine Schule über ihren Platz in einer PLG entschieden haben',
    exported: false,
    onErase: 'anonymise',
    retention: 'solange es den Platz gibt',
  },
  {
    table: 'plg_invitations',
    column: 'person_id',
    what: 'Einladungen in eine PLG, auf die Sie noch nicht geantwortet haben',
    exported: true,
    onErase: 'delete',
    retention: '14 Tage',
  },
  {
    table: 'plg_invitations',
    column: 'invited_by',
    what: 'Wen Sie in eine PLG eingeladen haben, bis die Person antwortet',
    exported: true,
    onErase: 'anonymise',
    retention: '14 Tage',
  },
]
