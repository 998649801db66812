import type { Denomination, Operation, Ownership, SchoolForm, SupportFocus } from '../contract.ts'

/** Gemeindeschlüssel of Duisburg. */
export const DUISBURG = '05112000'

/** The real file has 1.7 MB. */
export const LARGEST_FILE = 5 * 1024 * 1024

/** What the register says of a school, in our words. */
export type RegisterValues = {
  name: string
  officialName: string
  schoolForm: SchoolForm
  denomination: Denomination | null
  supportFocus: SupportFocus[]
  hasSeveralSites: boolean
  street: string
  postalCode: string
  city: string
  phone: string
  officialEmail: string | null
  homepage: string
  ownership: Ownership
  authorityNumber: string
  operation: Operation
}

/** The fields of which changes are shown and kept, in the order in which people read them. */
export const COMPARED_FIELDS = [
  'name',
  'officialName',
  'schoolForm',
  'denomination',
  'supportFocus',
  'hasSeveralSites',
  'district',
  'street',
  'postalCode',
  'city',
  'phone',
  'officialEmail',
  'homepage',
  'ownership',
  'authorityNumber',
  'operation',
] as const
export type ComparedField = (typeof COMPARED_FIELDS)[number]

/** One changed field; the values are those of the database as text, `wordOfValue` makes them German. */
export type FieldChange = { field: ComparedField | 'listed'; before: string; after: string }

export type SchoolLine = { schoolNumber: string; name: string; note: string }

/** What an import would do, or has done, for people to read. */
export type ImportSummary = {
  rowsRead: number
  /** Of the register in this city: in operation, and running out. */
  inOperation: number
  closing: number
  /** Schulamt, seminaries and the like; they are no schools. */
  notSchools: number
  created: SchoolLine[]
  changed: { schoolNumber: string; name: string; changes: FieldChange[] }[]
  unchanged: number
  missing: SchoolLine[]
  hints: string[]
}
