import type { PrivacyRule } from '#server/platform/privacy.ts'

export const privacy: PrivacyRule[] = [
  {
    table: 'audit_entries',
    column: 'actor_id',
    what: 'Dass Sie etwas getan haben, das besondere Rechte braucht, zum Beispiel eine Rolle vergeben: was, wann, mit Ihrem Namen.',
    exported: true,
    onErase: 'keep',
    retention:
      'Dauerhaft: Das Protokoll ist der Nachweis, wer mit besonderen Rechten was getan hat.',
  },
]
