import type { BulkField } from './contract.ts'

export const bulkFieldNames: Record<BulkField, string> = {
  costModel: 'Kosten',
  offlineUse: 'Ohne Internet',
  advertising: 'Werbung',
  kind: 'Plattform',
  subjects: 'Fach dazu',
  gradeBands: 'Jahrgang dazu',
  schoolForms: 'Schulform dazu',
  functionTags: 'Funktion dazu',
}

export const bulkRefusals = {
  nothing: 'Bitte kreuzen Sie mindestens eine App an.',
  unknown: 'Bitte wählen Sie, was sich ändern soll.',
}

export const bulkAuditWords = { 'software.bulk-edited': 'Viele Apps auf einmal geändert' }
