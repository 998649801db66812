import { type Kysely, sql } from 'kysely'

/** Who lives where a document lives, whatever its home; and a chapter that goes for good with its text. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Tasks in a concept end with the membership, readers are from elsewhere: so staff and readers are all there are. Who
  // asks names the moment, as everywhere.
  await sql`create view document_people as
    select d.id as document_id, m.person_id, '-infinity'::timestamptz as since, 'infinity'::timestamptz as until
      from documents d join plg_members m on m.plg_id = d.plg_id
      where m.state = 'active'
    union all
    select d.id, m.person_id, m.valid_from, coalesce(m.valid_until, 'infinity')
      from documents d join concepts c on c.id = d.concept_id join memberships m on m.school_id = c.school_id
      where m.state = 'confirmed'
        and m.role in ('teacher', 'digital_officer', 'first_level_admin', 'principal', 'deputy_principal')
    union all
    select d.id, p.person_id, p.added_at, 'infinity'
      from documents d join concept_people p on p.concept_id = d.concept_id
      where p.role = 'reader'`.execute(db)

  // A removed chapter lies in the bin of documents; when that is emptied, it is gone.
  await sql`alter table concept_chapters drop constraint concept_chapters_document_id_fkey`.execute(
    db,
  )
  await sql`alter table concept_chapters add constraint concept_chapters_document_id_fkey
    foreign key (document_id) references documents (id) on delete cascade`.execute(db)
}
