import { type Kysely, sql } from 'kysely'

/** What was booked, as it was asked for; what becomes of a booking and who did it; letters that wait for the morning. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Claims cannot say it: advice holds a person, an event a room, and what is moved holds something else.
  await sql`create table lab_date_offers (
    date_id uuid not null references lab_dates (id) on delete cascade,
    offer_id uuid not null references lab_offers (id),
    quantity integer not null default 1 check (quantity between 1 and 10000),
    primary key (date_id, offer_id)
  )`.execute(db)
  await sql`create index lab_date_offers_of_offer on lab_date_offers (offer_id)`.execute(db)
  // To what a cancelled date returns when that is taken back.
  await sql`alter table lab_dates add column cancelled_from text
    check (cancelled_from in ('requested', 'confirmed', 'prepared'))`.execute(db)
  // Confirmed at night: its letter goes out in the morning.
  await sql`alter table lab_bookings add column letter_due_at timestamptz`.execute(db)
  await sql`create index lab_bookings_letter_due on lab_bookings (letter_due_at)
    where letter_due_at is not null`.execute(db)
  await sql`create table lab_booking_log (
    id bigint generated always as identity primary key,
    booking_id uuid not null references lab_bookings (id) on delete cascade,
    at timestamptz not null,
    person_id uuid references persons (id) on delete set null,
    act text not null check (length(act) between 1 and 40),
    note text not null default '' check (length(note) <= 600)
  )`.execute(db)
  await sql`create index lab_booking_log_of on lab_booking_log (booking_id, id)`.execute(db)
}
