import type { PrivacyRule } from '#server/platform/privacy.ts'

export const privacy: PrivacyRule[] = [
  {
    table: 'reports',
    column: 'reporter_id',
    what: 'Was Sie dem SMZ gemeldet haben, mit Ihrer Begründung und der Antwort.',
    exported: true,
    onErase: 'anonymise',
    retention: '2 Jahre nach der Antwort',
  },
  {
    table: 'reports',
    column: 'handled_by',
    what: 'Dass Sie als Mitglied des SMZ eine Meldung beantwortet haben.',
    exported: false,
    onErase: 'anonymise',
    retention: '2 Jahre nach der Antwort',
  },
  {
    table: 'barrier_reports',
    column: 'handled_by',
    what: 'Dass Sie als Mitglied des SMZ die Meldung einer Barriere beantwortet haben.',
    exported: false,
    onErase: 'anonymise',
    retention:
      'So lange, wie die Meldung als Nachweis gebraucht wird; Kontaktangaben der Meldenden 90 Tage nach der Antwort.',
  },
]
