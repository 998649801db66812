import { type Kysely, sql } from 'kysely'

/** Who reads along in a working copy advises schools, as long as that lasts, and is nobody of the Schulträger. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace view document_people as
    select d.id as document_id, m.person_id, '-infinity'::timestamptz as since, 'infinity'::timestamptz as until
      from documents d join plg_members m on m.plg_id = d.plg_id
      where m.state = 'active'
    union all
    select d.id, m.person_id, m.valid_from, coalesce(m.valid_until, 'infinity')
      from documents d join concepts c on c.id = d.concept_id join memberships m on m.school_id = c.school_id
      where m.state = 'confirmed'
        and m.role in ('teacher', 'digital_officer', 'first_level_admin', 'principal', 'deputy_principal')
    union all
    select d.id, p.person_id, greatest(p.added_at, m.valid_from), coalesce(m.valid_until, 'infinity')
      from documents d join concept_people p on p.concept_id = d.concept_id
        join memberships m on m.person_id = p.person_id
      where p.role = 'reader' and m.school_id is null and m.state = 'confirmed'
        and m.role in ('facilitator', 'media_advisor', 'subject_advisor', 'smz_staff')
        and not exists (select from memberships o where o.person_id = p.person_id and o.school_id is null
          and o.state = 'confirmed' and o.role in ('school_authority_staff', 'release_manager', 'school_inspector'))`.execute(
    db,
  )
}
