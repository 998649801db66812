import type { PrivacyRule } from '#server/platform/privacy.ts'

const WITH_ACCOUNT = 'solange es das Konto gibt'

export const privacyRules: PrivacyRule[] = [
  {
    table: 'persons',
    column: 'id',
    what: 'Name, E-Mail-Adresse, Fächer und Jahrgänge (freiwillig), Passwort nur als Prüfsumme',
    exported: true,
    onErase: 'delete',
    retention: WITH_ACCOUNT,
  },
  {
    table: 'memberships',
    column: 'person_id',
    what: 'Ihre Schulen, Rollen und Ämter mit Beginn und Ende',
    exported: true,
    onErase: 'delete',
    retention: WITH_ACCOUNT,
  },
  {
    table: 'memberships',
    column: 'decided_by',
    what: 'Dass Sie die Rolle einer anderen Person bestätigt oder abgelehnt haben',
    exported: false,
    onErase: 'anonymise',
    retention: 'solange es die Rolle gibt',
  },
  {
    table: 'memberships',
    column: 'ended_by',
    what: 'Dass Sie die Rolle einer anderen Person beendet haben',
    exported: false,
    onErase: 'anonymise',
    retention: 'solange es die Rolle gibt',
  },
  {
    table: 'sessions',
    column: 'person_id',
    what: 'Angemeldete Geräte (z. B. „Safari auf iPad“) mit Beginn, ohne Netzadresse',
    exported: true,
    onErase: 'delete',
    retention: 'bis zur Abmeldung, höchstens 7 Tage',
  },
  {
    table: 'one_time_tokens',
    column: 'person_id',
    what: 'Links aus Mails zum Anmelden, Registrieren und für ein neues Passwort, nur als Prüfsumme',
    exported: false,
    onErase: 'delete',
    retention: 'bis einen Tag nach ihrem Ablauf',
  },
]
