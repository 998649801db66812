import type { PrivacyRule } from '#server/platform/privacy.ts'

const WITH_PLG = 'solange es die PLG gibt, ohne Ihren Namen, wenn Sie gehen'
const FILE =
  'solange der Förderantrag als Nachweis gebraucht wird, ohne Ihren Namen, wenn Sie gehen'

const office = (table: string, column: string, what: string, retention: string): PrivacyRule => ({
  ...{ table, column, what, retention },
  exported: false,
  onErase: 'anonymise',
})
const own = (table: string, column: string, what: string, retention: string): PrivacyRule => ({
  ...{ table, column, what, retention },
  exported: true,
  onErase: 'anonymise',
})

export const privacy: PrivacyRule[] = [
  own(
    'support_requests',
    'created_by',
    'Um welche Unterstützung Sie für eine PLG gebeten haben',
    WITH_PLG,
  ),
  office(
    'support_requests',
    'handled_by',
    'Welche Anfragen Sie im Amt beantwortet haben',
    WITH_PLG,
  ),
  office(
    'project_calls',
    'created_by',
    'Welche Aufrufe Sie im Amt gestartet haben',
    'solange es den Aufruf gibt',
  ),
  office('funding_budgets', 'set_by', 'Dass Sie den Haushalt eines Jahres festgelegt haben', FILE),
  own(
    'funding_applications',
    'created_by',
    'Welche Förderanträge Sie für eine PLG begonnen haben',
    FILE,
  ),
  office(
    'funding_applications',
    'decided_by',
    'Über welche Förderanträge Sie entschieden haben',
    FILE,
  ),
  own(
    'funding_proofs',
    'created_by',
    'Welche Ausgaben einer Förderung Sie eingetragen haben',
    FILE,
  ),
  own(
    'funding_entries',
    'author_id',
    'Was Sie in einem Förderantrag gefragt, geantwortet oder entschieden haben',
    FILE,
  ),
]
