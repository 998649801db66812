/** Schulformen in the order in which lists show them (glossary "School register"). */
export const SCHOOL_FORMS = [
  'primary',
  'lower_secondary',
  'special_needs',
  'intermediate_secondary',
  'combined_secondary',
  'comprehensive',
  'community',
  'waldorf',
  'grammar',
  'adult_education',
  'vocational',
  'hospital',
  'other',
] as const
export type SchoolForm = (typeof SCHOOL_FORMS)[number]

/** The seven Stadtbezirke, in the city's own order from north to south. */
export const DISTRICTS = [
  'walsum',
  'hamborn',
  'meiderich_beeck',
  'homberg_ruhrort_baerl',
  'mitte',
  'rheinhausen',
  'sued',
] as const
export type District = (typeof DISTRICTS)[number]

/** Schulart of a primary school: GGS, KGS, EGS. */
export const DENOMINATIONS = ['community', 'catholic', 'protestant'] as const
export type Denomination = (typeof DENOMINATIONS)[number]

/** Förderschwerpunkte of a Förderschule. */
export const SUPPORT_FOCUSES = ['LE', 'ES', 'SQ', 'GG', 'KM', 'SE', 'HK'] as const
export type SupportFocus = (typeof SUPPORT_FOCUSES)[number]

/** What the Schulbetriebsschlüssel says. Only `open` counts as in operation; `closing` still teaches. */
export const OPERATIONS = ['open', 'closing', 'planned', 'resting', 'closed'] as const
export type Operation = (typeof OPERATIONS)[number]

export const OWNERSHIPS = ['public', 'private_substitute'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

/** What an operator may set by hand; the register then leaves it alone. */
export const OVERRIDABLE = ['district', 'name', 'homepage'] as const
export type Overridable = (typeof OVERRIDABLE)[number]

/** A school as an entry of a select list. */
export type SchoolChoice = { id: string; slug: string; name: string; form: SchoolForm }

export const PAGE_SIZE = 24
