import { type Kysely, sql } from 'kysely'

/**
 * Indexes that query-plans.test.ts found missing. A prepared statement knows no values when it is planned,
 * so a partial index serves it only where its condition stands in the statement word for word.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Who is in a PLG, or whether one is, whatever state is asked for; and who for a school.
  await sql`create index plg_members_of_plg on plg_members (plg_id, person_id, state)`.execute(db)
  await sql`create index plg_members_of_school on plg_members (school_id, state)`.execute(db)
  // The few who hold an office of the network, and the few who wait.
  await sql`create index memberships_of_offices on memberships (role) where school_id is null`.execute(
    db,
  )
  await sql`create index memberships_waiting on memberships (valid_from) where state = 'pending'`.execute(
    db,
  )
  // Finding people by a part of their address.
  await sql`create index persons_by_address on persons using gin ((email::text) gin_trgm_ops)`.execute(
    db,
  )
}
