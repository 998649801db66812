import type { PrivacyRule } from '#server/platform/privacy.ts'

export const privacy: PrivacyRule[] = [
  {
    table: 'classroom_offers',
    column: 'host_id',
    what: 'Wann und wozu Sie Ihren Unterricht für Besuche geöffnet haben.',
    exported: true,
    onErase: 'delete',
    retention: 'Solange es das Konto gibt.',
  },
  {
    table: 'classroom_visits',
    column: 'host_id',
    what: 'Besuche in Ihrem Unterricht mit Beobachtungsauftrag und Nachgespräch.',
    exported: true,
    onErase: 'delete',
    retention: 'Bis Sie den Besuch löschen oder das Konto gelöscht wird.',
  },
  {
    table: 'classroom_visits',
    column: 'created_by',
    what: 'Welche Besuche Sie angefragt oder verabredet haben.',
    exported: true,
    onErase: 'anonymise',
    retention: 'Solange es den Besuch gibt, ohne Ihren Namen.',
  },
  {
    table: 'classroom_visitors',
    column: 'person_id',
    what: 'Bei wem Sie hospitiert haben, mit Ihrer Beobachtung und der Freigabe Ihrer Schulleitung.',
    exported: true,
    onErase: 'delete',
    retention: 'Bis der Besuch oder das Konto gelöscht wird.',
  },
  {
    table: 'classroom_visitors',
    column: 'released_by',
    what: 'Für welche Hospitationen Sie als Schulleitung die Freigabe eingetragen haben.',
    exported: false,
    onErase: 'anonymise',
    retention: 'Solange es den Besuch gibt, ohne Ihren Namen.',
  },
]
