import { type Kysely, sql } from 'kysely'

/** A talk comes to an end: what both signed is put away as it is; what never was is closed with a reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await states(db)
  await rules(db)
}

async function states(db: Kysely<unknown>): Promise<void> {
  await sql`do $$
    declare name text;
    begin
      for name in select conname from pg_constraint where conrelid = 'equipment_talks'::regclass and contype = 'c'
        and pg_get_constraintdef(oid) like '%held%agreed%' loop
        execute format('alter table equipment_talks drop constraint %I', name);
      end loop;
    end $$`.execute(db)
  await sql`alter table equipment_talks
    add column closed_at timestamptz,
    add column closed_by uuid references persons (id) on delete set null,
    add column close_reason text not null default '' check (length(close_reason) <= 500),
    add constraint equipment_talks_status check (status in ('open', 'scheduled', 'prepared', 'held', 'agreed', 'closed')),
    add constraint equipment_talks_date check (status in ('open', 'held', 'agreed', 'closed') or starts_at is not null),
    add constraint equipment_talks_closed check ((status = 'closed') = (closed_at is not null)),
    -- Signed by both, or with a sentence that says why not.
    add constraint equipment_talks_why check (status <> 'closed' or agreed_at is not null or close_reason <> '')`.execute(
    db,
  )
  // What waits on "Heute": of a school, and of the Amt.
  await sql`create index equipment_talks_alive on equipment_talks (school_id)
    where status in ('open', 'scheduled', 'prepared', 'held')`.execute(db)
  await sql`create index equipment_talks_by_closer on equipment_talks (closed_by) where closed_by is not null`.execute(
    db,
  )
}

/** What is agreed or closed stays as it is; closed is the end. */
async function rules(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function talk_parts_changed() returns trigger language plpgsql as $$
    declare
      talk uuid := case when tg_op = 'DELETE' then old.talk_id else new.talk_id end;
      state text;
    begin
      select status into state from equipment_talks where id = talk for update;
      if state in ('agreed', 'closed') then perform talk_agreed(); end if;
      if state is not null then
        delete from talk_signatures where talk_id = talk;
        update equipment_talks set content = content + 1 where id = talk;
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`.execute(db)
  await sql`create or replace function equipment_talks_changed() returns trigger language plpgsql as $$
    declare
      signatures integer;
      is_fixed boolean := old.status in ('agreed', 'closed');
    begin
      if is_fixed and (new.content <> old.content or new.agreed_at is distinct from old.agreed_at
        or (new.status <> old.status and not (old.status = 'agreed' and new.status = 'closed'))) then
        perform talk_agreed();
      end if;
      if old.status = 'closed' and (new.close_reason, new.closed_at) is distinct from (old.close_reason, old.closed_at)
      then
        perform talk_agreed();
      end if;
      if (new.minutes, new.agenda, new.version_id, new.held_at, new.starts_at)
        is distinct from (old.minutes, old.agenda, old.version_id, old.held_at, old.starts_at) then
        if is_fixed then perform talk_agreed(); end if;
        delete from talk_signatures where talk_id = old.id;
        new.content := old.content + 1;
      end if;
      if (new.status = 'agreed' and old.status <> 'agreed') or (new.agreed_at is not null and old.agreed_at is null) then
        select count(*) into signatures from talk_signatures where talk_id = new.id and content = new.content;
        if signatures <> 2 then
          raise exception 'talk_unsigned' using errcode = 'check_violation', constraint = 'talk_unsigned';
        end if;
      end if;
      return new;
    end $$`.execute(db)
  await sql`create or replace function talk_signatures_stay() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then
        if (new.talk_id, new.side, new.content, new.signed_at)
          is distinct from (old.talk_id, old.side, old.content, old.signed_at) or new.person_id is not null then
          perform talk_agreed();
        end if;
        return new;
      end if;
      if exists (select from equipment_talks t where t.id = old.talk_id and t.status in ('agreed', 'closed')) then
        perform talk_agreed();
      end if;
      return old;
    end $$`.execute(db)
}
