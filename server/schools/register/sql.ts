import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { FieldChange } from './contract.ts'
import type { KnownSchool, WantedSchool } from './rules.ts'

/** One import at a time: the second waits here until the first is done. Held until the transaction ends. */
export async function lockRegister(): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('schools.import'))`.execute(db())
}

/** Every school with its number, to be compared with a file. */
export async function listKnown(): Promise<KnownSchool[]> {
  const rows = await db()
    .selectFrom('schools')
    .where('schoolNumber', 'is not', null)
    .selectAll()
    .execute()
  return rows as unknown as KnownSchool[]
}

export async function listSlugs(): Promise<string[]> {
  const rows = await db().selectFrom('schools').select('slug').execute()
  return rows.map((row) => row.slug)
}

/** Writes all schools of an import in one statement. Manual values are in them already (rules.ts). */
export async function upsertSchools(schools: WantedSchool[], now: Date): Promise<void> {
  if (schools.length === 0) return
  const rows = schools.map((school) => ({
    school_number: school.schoolNumber,
    slug: school.slug,
    name: school.name,
    official_name: school.officialName,
    school_form: school.schoolForm,
    denomination: school.denomination,
    support_focus: school.supportFocus,
    has_several_sites: school.hasSeveralSites,
    district: school.district,
    street: school.street,
    postal_code: school.postalCode,
    city: school.city,
    phone: school.phone,
    official_email: school.officialEmail,
    homepage: school.homepage,
    ownership: school.ownership,
    authority_number: school.authorityNumber,
    operation: school.operation,
    overridden: school.overridden,
    register_values: school.registerValues,
  }))
  await sql`
    insert into schools (school_number, slug, name, official_name, school_form, denomination,
      support_focus, has_several_sites, district, street, postal_code, city, phone, official_email,
      homepage, ownership, authority_number, operation, overridden, register_values, origin,
      closed_at, created_at, changed_at)
    select r.*, 'register', case when r.operation = 'closed' then ${now}::timestamptz end, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      school_number text, slug text, name text, official_name text, school_form text,
      denomination text, support_focus text[], has_several_sites boolean, district text,
      street text, postal_code text, city text, phone text, official_email citext, homepage text,
      ownership text, authority_number text, operation text, overridden text[],
      register_values jsonb)
    on conflict (school_number) do update set
      name = excluded.name, official_name = excluded.official_name,
      school_form = excluded.school_form, denomination = excluded.denomination,
      support_focus = excluded.support_focus, has_several_sites = excluded.has_several_sites,
      district = excluded.district, street = excluded.street,
      postal_code = excluded.postal_code, city = excluded.city, phone = excluded.phone,
      official_email = excluded.official_email, homepage = excluded.homepage,
      ownership = excluded.ownership, authority_number = excluded.authority_number,
      operation = excluded.operation, overridden = excluded.overridden,
      register_values = excluded.register_values, origin = excluded.origin,
      closure_proposed_at = null,
      closed_at = case when excluded.operation = 'closed'
        then coalesce(schools.closed_at, excluded.closed_at) end,
      changed_at = excluded.changed_at`.execute(db())
}

/** Marks schools that a file no longer lists; those marked before keep their date. */
export async function proposeClosures(ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db()
    .updateTable('schools')
    .set({ closureProposedAt: now })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('closureProposedAt', 'is', null)
    .execute()
}

/** Keeps what was before, so that e.g. a change of the Schulform has a history. */
export async function insertChanges(
  importId: string,
  now: Date,
  changes: (FieldChange & { schoolNumber: string })[],
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ schoolNumber, ...change }) => ({
    school_number: schoolNumber,
    ...change,
  }))
  await sql`
    insert into school_changes (school_id, import_id, at, field, before, after)
    select schools.id, ${importId}, ${now}, r.field, r.before, r.after
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      school_number text, field text, before text, after text)
    join schools on schools.school_number = r.school_number`.execute(db())
}

type NewImport = {
  id: string
  at: Date
  importedBy: string | null
  fileName: string
  fileHash: string
  rowsRead: number
  created: number
  changed: number
  unchanged: number
  missing: number
}

export async function insertImport(row: NewImport): Promise<void> {
  await db().insertInto('registerImports').values(row).execute()
}

export function findImport(id: string) {
  return db().selectFrom('registerImports').where('id', '=', id).selectAll().executeTakeFirst()
}

/** The newest imports. */
export function listImports(limit: number) {
  return db()
    .selectFrom('registerImports')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

type NewUpload = {
  id: string
  uploadedAt: Date
  uploadedBy: string
  fileName: string
  fileHash: string
  content: Buffer
  districts: Buffer | null
}

/** Keeps a reviewed file; of one person only the newest. */
export async function replaceUpload(row: NewUpload): Promise<void> {
  await db().deleteFrom('registerUploads').where('uploadedBy', '=', row.uploadedBy).execute()
  await db().insertInto('registerUploads').values(row).execute()
}

export function findUpload(id: string) {
  return db().selectFrom('registerUploads').where('id', '=', id).selectAll().executeTakeFirst()
}

export async function removeUpload(id: string): Promise<void> {
  await db().deleteFrom('registerUploads').where('id', '=', id).execute()
}

export async function removeUploadsBefore(before: Date): Promise<void> {
  await db().deleteFrom('registerUploads').where('uploadedAt', '<', before).execute()
}
