import type { DemandBy, UnmetReason } from './contract.ts'

export const demandReasonNames: Record<UnmetReason | 'waiting', string> = {
  occupied: 'War belegt',
  limit: 'Grenze der Schule oder Person erreicht',
  no_staff: 'Niemand zum Begleiten frei',
  not_available: 'Unvollständig',
  closed: 'Geschlossen',
  rule: 'Passte nicht zu den Regeln',
  rejected: 'Abgelehnt',
  expired: 'Anfrage verfallen',
  not_found: 'Nichts gefunden',
  waiting: 'Auf der Warteliste',
}

export const demandByNames: Record<DemandBy, string> = {
  offer: 'Angebot',
  reason: 'Grund',
  month: 'Monat',
  schoolForm: 'Schulform',
  district: 'Stadtbezirk',
}

export const demandColumns = ['Vergeblich gefragt', 'Stück', 'Schulen'] as const
export const NOT_OFFERED = 'Nicht im Angebot'
export const UNKNOWN = 'Ohne Schule'
