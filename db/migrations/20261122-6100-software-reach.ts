import { type Kysely, sql } from 'kysely'

/** What the directory asks of every product on every page: at how many schools it is in use, and who makes it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table software_reach (
    product_id uuid primary key references software_products (id) on delete cascade,
    schools integer not null
  )`.execute(db)
  // Locked first, counted then, each with what is committed at that moment: two schools at once are two.
  await sql`create function count_software_reach(products uuid[]) returns void language plpgsql as $$
    begin
      insert into software_reach (product_id, schools)
        select p.id, 0 from software_products p where p.id = any(products) order by p.id on conflict do nothing;
      perform from software_reach where product_id = any(products) order by product_id for update;
      update software_reach r set schools = (select count(distinct a.school_id) from school_adoptions a
        where a.product_id = r.product_id and a.ended_at is null and a.is_visible and a.status in ('in_use', 'pilot'))
        where r.product_id = any(products);
    end $$`.execute(db)
  await sql`create function follow_adoptions() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        perform count_software_reach(array(select distinct product_id from fresh));
      else
        perform count_software_reach(array(select product_id from fresh union select product_id from stale));
      end if;
      return null;
    end $$`.execute(db)
  await sql`create trigger school_adoptions_made after insert on school_adoptions
    referencing new table as fresh for each statement execute function follow_adoptions()`.execute(
    db,
  )
  await sql`create trigger school_adoptions_ended after update on school_adoptions
    referencing new table as fresh old table as stale for each statement execute function follow_adoptions()`.execute(
    db,
  )

  await sql`create index vendors_trigram on vendors using gin (search_key(name) gin_trgm_ops)`.execute(
    db,
  )
  await sql`create index software_products_of_vendor on software_products (vendor_id) where vendor_id is not null`.execute(
    db,
  )
  // Two entries of one product are put together: what schools decided stays, and lies where its use lies.
  await sql`create or replace function refuse_new_decision() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then raise exception 'a decision is never deleted'; end if;
      if to_jsonb(new) - array['given_by', 'decided_by', 'second_by', 'made_by', 'person_id', 'ended_at', 'ended_as', 'suspended_at', 'avv_file_id', 'product_id']
         is distinct from
         to_jsonb(old) - array['given_by', 'decided_by', 'second_by', 'made_by', 'person_id', 'ended_at', 'ended_as', 'suspended_at', 'avv_file_id', 'product_id']
      then raise exception 'a decision is never changed'; end if;
      return new;
    end $$`.execute(db)
}
