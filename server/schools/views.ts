import {
  type Denomination,
  type District,
  type Operation,
  type Ownership,
  SCHOOL_FORMS,
  type SchoolChoice,
  type SchoolForm,
  type SupportFocus,
} from './contract.ts'
import * as sql from './sql.ts'

const german = new Intl.Collator('de')

/** The schools that teach, for select lists: by Schulform, then by name as Germans sort. */
export async function schoolChoices(): Promise<SchoolChoice[]> {
  const rows = await sql.listTeaching()
  return rows
    .map(({ id, slug, name, schoolForm }) => ({ id, slug, name, form: schoolForm as SchoolForm }))
    .sort(byFormAndName)
}

function byFormAndName(a: SchoolChoice, b: SchoolChoice): number {
  return (
    SCHOOL_FORMS.indexOf(a.form) - SCHOOL_FORMS.indexOf(b.form) || german.compare(a.name, b.name)
  )
}

/** One school by the last part of its address; undefined when there is none. Everything in it is public. */
export async function schoolBySlug(slug: string) {
  const row = await sql.findBySlug(slug)
  return row && shaped(row)
}

type SchoolRow = NonNullable<Awaited<ReturnType<typeof sql.findBySlug>>>

function shaped(row: SchoolRow) {
  return {
    id: row.id,
    schoolNumber: row.schoolNumber,
    slug: row.slug,
    name: row.name,
    officialName: row.officialName,
    form: row.schoolForm as SchoolForm,
    denomination: row.denomination as Denomination | null,
    supportFocus: row.supportFocus as SupportFocus[],
    hasSeveralSites: row.hasSeveralSites,
    district: row.district as District | null,
    street: row.street,
    postalCode: row.postalCode,
    city: row.city,
    phone: row.phone,
    officialEmail: row.officialEmail,
    homepage: row.homepage,
    ownership: row.ownership as Ownership,
    operation: row.operation as Operation,
    origin: row.origin as 'register' | 'demo' | 'manual',
  }
}

/** Names and addresses of these schools by id, in one query; unknown ids are left out. */
export async function schoolNames(
  ids: string[],
): Promise<Map<string, { name: string; slug: string }>> {
  const rows = await sql.listNames([...new Set(ids)])
  return new Map(rows.map(({ id, name, slug }) => [id, { name, slug }]))
}
