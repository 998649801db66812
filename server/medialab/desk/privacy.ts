import type { PrivacyRule } from '#server/platform/privacy.ts'

const LENT = 'Zwei Jahre nach der Rückgabe, danach ohne Ihren Namen.'

export const privacyRules: PrivacyRule[] = [
  {
    ...{ table: 'lab_handovers', column: 'prepared_by', exported: false, onErase: 'anonymise' },
    ...{ what: 'Dass Sie eine Ausleihe bereitgelegt haben.', retention: LENT },
  },
  {
    ...{ table: 'lab_handovers', column: 'out_by', exported: false, onErase: 'anonymise' },
    ...{ what: 'Dass Sie an der Theke etwas ausgegeben haben.', retention: LENT },
  },
  {
    ...{ table: 'lab_handovers', column: 'back_by', exported: false, onErase: 'anonymise' },
    ...{ what: 'Dass Sie an der Theke etwas zurückgenommen haben.', retention: LENT },
  },
  {
    ...{ table: 'lab_wipes', column: 'wiped_by', exported: false, onErase: 'anonymise' },
    ...{ what: 'Dass Sie Daten von einem Gerät gelöscht haben.', retention: LENT },
  },
  {
    ...{ table: 'lab_damages', column: 'reported_by', exported: true, onErase: 'anonymise' },
    what: 'Schäden und Probleme an Geräten, die Sie gemeldet haben.',
    retention: 'Zwei Jahre nach der Meldung, danach ohne Ihren Namen.',
  },
  {
    ...{ table: 'lab_reminders', column: 'sent_by', exported: false, onErase: 'anonymise' },
    ...{ what: 'Dass Sie an eine Rückgabe erinnert haben.', retention: LENT },
  },
]
