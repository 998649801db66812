import { type Kysely, sql } from 'kysely'

/** Files of reviews: what an answer rests on, and what vendors send along with their answers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table review_questions drop column answer_file_id`.execute(db)
  await sql`create table review_question_files (
    question_id uuid not null references review_questions (id) on delete cascade,
    position integer not null check (position between 0 and 2),
    file_id uuid not null references files (id),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (question_id, position)
  )`.execute(db)
  await sql`create index review_question_files_of on review_question_files (file_id)`.execute(db)

  // What something rests on does not go away by itself.
  await sql`alter table review_evidence drop constraint review_evidence_file_id_fkey,
    add constraint review_evidence_file_id_fkey foreign key (file_id) references files (id)`.execute(
    db,
  )
  await sql`create index review_evidence_of_file on review_evidence (file_id) where file_id is not null`.execute(
    db,
  )
  await sql`create index software_documents_of_file on software_documents (file_id) where file_id is not null`.execute(
    db,
  )
  // Evidence of what is signed stays as it was; of an account that goes away only the name is lost.
  await sql`create function refuse_late_evidence() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and to_jsonb(new) - 'added_by' = to_jsonb(old) - 'added_by' then return new; end if;
      if exists (select from opinions o where o.case_id = case when tg_op = 'INSERT' then new.case_id else old.case_id end)
      then raise exception 'evidence of a signed opinion stays as it is'; end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$`.execute(db)
  await sql`create trigger review_evidence_stays before insert or update or delete on review_evidence
    for each row execute function refuse_late_evidence()`.execute(db)
}
