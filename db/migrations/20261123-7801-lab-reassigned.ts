import { type Kysely, sql } from 'kysely'

/** Who answered for a booking before it was given to somebody else of the school (rule 19): of a damage it is asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table lab_reassignments (
    id uuid primary key default gen_random_uuid(),
    booking_id uuid not null references lab_bookings (id) on delete cascade,
    -- Null: whoever it was has no account any more.
    from_person uuid references persons (id) on delete set null,
    to_person uuid references persons (id) on delete set null,
    by_person uuid references persons (id) on delete set null,
    at timestamptz not null
  )`.execute(db)
  await sql`create index lab_reassignments_of on lab_reassignments (booking_id, at)`.execute(db)
}
