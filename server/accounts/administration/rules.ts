import type { NetworkRole } from '#server/auth/contract.ts'

export type Body = {
  slug: string
  name: string
  kind: 'media_centre' | 'school_authority' | 'data_protection' | 'inspectorate' | 'partner'
}

const MEDIA_CENTRE: Body = {
  slug: 'schulmedienzentrum',
  name: 'Schulmedienzentrum',
  kind: 'media_centre',
}
const CITY: Body = {
  slug: 'amt-fuer-schulische-bildung',
  name: 'Amt für Schulische Bildung',
  kind: 'school_authority',
}
const PROTECTION: Body = {
  slug: 'datenschutz-schulen',
  name: 'Datenschutz für die Duisburger Schulen',
  kind: 'data_protection',
}
const INSPECTORATE: Body = { slug: 'schulaufsicht', name: 'Schulaufsicht', kind: 'inspectorate' }
const OPERATION: Body = {
  slug: 'technische-administration',
  name: 'Technische Administration',
  kind: 'partner',
}

const USUAL: Record<NetworkRole, Body> = {
  smz_staff: MEDIA_CENTRE,
  facilitator: MEDIA_CENTRE,
  media_advisor: MEDIA_CENTRE,
  subject_advisor: INSPECTORATE,
  school_dpo: PROTECTION,
  release_manager: CITY,
  school_authority_staff: CITY,
  school_inspector: INSPECTORATE,
  operator: OPERATION,
}

/** The body an office belongs to unless another one is named (glossary "Bodies"). */
export const usualBodyOf = (role: NetworkRole): Body => USUAL[role]
