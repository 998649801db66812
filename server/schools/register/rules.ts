import { OVERRIDABLE } from '../contract.ts'
import { KEPT_OPEN } from '../rules.ts'
import { slugOf } from '#server/platform/text.ts'
import { Refusal } from '#server/platform/errors.ts'
import {
  COMPARED_FIELDS,
  type ComparedField,
  type FieldChange,
  type RegisterValues,
} from './contract.ts'
import { fileWords } from './words.ts'

/** What was last read for the fields that may be set by hand; giving a field back restores it. */
export type Overridden = { name?: string; homepage?: string; district?: string | null }

export type KnownSchool = RegisterValues & {
  id: string
  schoolNumber: string
  slug: string
  district: string | null
  origin: string
  overridden: string[]
  registerValues: Overridden
  closureProposedAt: Date | null
}

type Incoming = RegisterValues & { schoolNumber: string }

/** A row as it is to stand in the database. */
export type WantedSchool = Incoming & {
  slug: string
  district: string | null
  overridden: string[]
  registerValues: Overridden
}

export type Plan = {
  created: WantedSchool[]
  changed: { school: WantedSchool; changes: FieldChange[] }[]
  /** Only what the register says behind a value set by hand is new. */
  refreshed: WantedSchool[]
  unchanged: number
  /** Known from the register, not in this file; proposed for closing unless somebody said otherwise. */
  missing: KnownSchool[]
}

type Given = {
  known: KnownSchool[]
  takenSlugs: Iterable<string>
  incoming: Incoming[]
  /** By school number; null when no file with districts came along. */
  districts: ReadonlyMap<string, string> | null
}

const FEW = 5
const SHARE = 0.1

/**
 * What an import is to do: the difference between what is known and what the file says. Never deletes.
 *
 * @throws Refusal when so many schools are missing that the file cannot be whole
 */
export function planOf({ known, takenSlugs, incoming, districts }: Given): Plan {
  const knownByNumber = new Map(known.map((school) => [school.schoolNumber, school]))
  const plan: Plan = { created: [], changed: [], refreshed: [], unchanged: 0, missing: [] }
  const slugs = new Set(takenSlugs)
  for (const school of incoming) {
    const before = knownByNumber.get(school.schoolNumber)
    if (before) sortIn(plan, before, merged(before, school, districts))
    // A school that was closed before we ever heard of it has nothing to say here.
    else if (school.operation !== 'closed') plan.created.push(fresh(school, slugs, districts))
  }
  plan.missing = missingOf(known, incoming)
  return plan
}

function fresh(school: Incoming, slugs: Set<string>, districts: Given['districts']): WantedSchool {
  const district = districts?.get(school.schoolNumber) ?? null
  const slug = freeSlug(school, slugs)
  slugs.add(slug)
  const { name, homepage } = school
  return { ...school, slug, district, overridden: [], registerValues: { name, homepage, district } }
}

/** Readable, and for good: a later new name does not change the address. */
function freeSlug(school: Incoming, taken: Set<string>): string {
  const slug = slugOf(school.name, 80)
  return taken.has(slug) ? `${slug}-${school.schoolNumber}` : slug
}

function merged(
  before: KnownSchool,
  school: Incoming,
  districts: Given['districts'],
): WantedSchool {
  const listed = districts?.get(school.schoolNumber) ?? before.registerValues.district ?? null
  const registerValues = { name: school.name, homepage: school.homepage, district: listed }
  const byHand = (field: string) => before.overridden.includes(field)
  const district = listed === null || byHand('district') ? before.district : listed
  return {
    ...school,
    slug: before.slug,
    name: byHand('name') ? before.name : school.name,
    homepage: byHand('homepage') ? before.homepage : school.homepage,
    district,
    overridden: before.overridden.filter((field) => field !== KEPT_OPEN),
    registerValues,
  }
}

function sortIn(plan: Plan, before: KnownSchool, school: WantedSchool): void {
  const changes = changesBetween(before, school)
  if (before.closureProposedAt || before.overridden.includes(KEPT_OPEN))
    changes.push({ field: 'listed', before: 'false', after: 'true' })
  if (changes.length > 0) plan.changed.push({ school, changes })
  else plan.unchanged += 1
  const isStale = OVERRIDABLE.some(
    (field) => before.registerValues[field] !== school.registerValues[field],
  )
  if (changes.length === 0 && (isStale || before.origin !== 'register')) plan.refreshed.push(school)
}

function changesBetween(before: KnownSchool, after: WantedSchool): FieldChange[] {
  return COMPARED_FIELDS.map((field) => ({
    field,
    before: asText(before, field),
    after: asText(after, field),
  })).filter((change) => change.before !== change.after)
}

function asText(school: WantedSchool | KnownSchool, field: ComparedField): string {
  const value = school[field]
  return Array.isArray(value) ? value.join(', ') : String(value ?? '')
}

function missingOf(known: KnownSchool[], incoming: Incoming[]): KnownSchool[] {
  const listed = new Set(incoming.map((school) => school.schoolNumber))
  const ours = known.filter(
    (school) => school.origin === 'register' && school.operation !== 'closed',
  )
  const missing = ours.filter((school) => !listed.has(school.schoolNumber))
  if (missing.length > Math.max(FEW, ours.length * SHARE))
    throw new Refusal(fileWords.tooManyMissing(missing.length, ours.length), 'file')
  return missing.filter((school) => !school.overridden.includes(KEPT_OPEN))
}
