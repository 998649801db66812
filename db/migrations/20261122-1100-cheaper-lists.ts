import { type Kysely, sql } from 'kysely'

/**
 * What lists ask for most, cheaper. How many members a PLG has stands on every card. Counted each time, a list took longer the larger its
 * PLGs were. Triggers keep the number: by what a statement changed, so that people who join at the same
 * moment are both counted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table plgs add column member_count integer not null default 0`.execute(db)
  await sql`update plgs set member_count = (select count(*) from plg_members
    where plg_members.plg_id = plgs.id and plg_members.state = 'active')`.execute(db)

  await sql`create function add_to_member_count(plg uuid[], change integer[]) returns void
    language sql as $$
      update plgs set member_count = member_count + sums.change
      from (select given.plg, sum(given.change) as change from unnest(plg, change) as given (plg, change)
        group by given.plg) as sums
      where plgs.id = sums.plg and sums.change <> 0
    $$`.execute(db)
  await sql`create function count_members() returns trigger language plpgsql as $$
    begin
      if tg_op = 'INSERT' then
        perform add_to_member_count(array_agg(plg_id), array_agg(1)) from fresh where state = 'active';
      elsif tg_op = 'DELETE' then
        perform add_to_member_count(array_agg(plg_id), array_agg(-1)) from gone where state = 'active';
      else
        perform add_to_member_count(array_agg(plg_id), array_agg(change)) from (
          select plg_id, 1 as change from fresh where state = 'active'
          union all select plg_id, -1 from gone where state = 'active') as both_sides;
      end if;
      return null;
    end $$`.execute(db)
  await sql`create trigger members_counted_in after insert on plg_members
    referencing new table as fresh for each statement execute function count_members()`.execute(db)
  await sql`create trigger members_counted_out after delete on plg_members
    referencing old table as gone for each statement execute function count_members()`.execute(db)
  await sql`create trigger members_counted_anew after update on plg_members
    referencing old table as gone new table as fresh
    for each statement execute function count_members()`.execute(db)

  // Whether somebody of a school is in: one look for each school on a card.
  await sql`create index plg_members_delegates on plg_members (plg_id, school_id)
    where state = 'active'`.execute(db)
  // What is new for somebody: read off the index, without the posts themselves.
  await sql`create index posts_unread on posts (topic_id, number) include (author_id, created_at)
    where deleted_at is null`.execute(db)
}
