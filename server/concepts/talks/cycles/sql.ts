import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { EquipmentCycles, EquipmentTalks } from '#db/types.ts'
import type { RoundFilter, TalkState } from '../contract.ts'

/** One round is opened at a time; the second waits and finds the first. */
export async function lockCycles(): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('equipment_cycles'))`.execute(db())
}

const CYCLE = [
  'id',
  'schoolYear',
  'months',
  'openedAt',
  sql<string>`starts_on::text`.as('startsOn'),
  sql<string>`ends_on::text`.as('endsOn'),
  sql<string>`due_on::text`.as('dueOn'),
] as const

export function listCycles() {
  return db()
    .selectFrom('equipmentCycles')
    .select(CYCLE)
    .orderBy('startsOn', 'desc')
    .limit(50)
    .execute()
}

export function findOverlapping(from: string, to: string) {
  return db()
    .selectFrom('equipmentCycles')
    .where(sql<boolean>`daterange(starts_on, ends_on) && daterange(${from}::date, ${to}::date)`)
    .select('id')
    .executeTakeFirst()
}

export function findByKey(openedBy: string, clientKey: string) {
  return db()
    .selectFrom('equipmentCycles')
    .where('openedBy', '=', openedBy)
    .where('clientKey', '=', clientKey)
    .select('id')
    .executeTakeFirst()
}

export async function insertCycle(row: Insertable<EquipmentCycles>): Promise<string> {
  const { id } = await db()
    .insertInto('equipmentCycles')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Common = { cycleId: string; agenda: string; createdBy: string; at: Date }

/** A talk for every school of the city that is in operation, in one statement. @returns how many */
export async function insertTalks({ cycleId, agenda, createdBy, at }: Common): Promise<number> {
  const { rows } = await sql<{
    id: string
  }>`insert into equipment_talks (cycle_id, school_id, school_year, due_on,
      agenda, created_by, created_at, changed_at, client_key)
    select c.id, s.id, c.school_year, c.due_on, ${agenda}, ${createdBy}::uuid, ${at}, ${at}, c.client_key
    from equipment_cycles c, schools s
    where c.id = ${cycleId} and s.operation in ('open', 'closing') and s.ownership = 'public'
    order by s.name
    on conflict (cycle_id, school_id) where held_as = '' do nothing returning id`.execute(db())
  return rows.length
}

/** @returns undefined when this very form was sent before */
export function insertTalk(row: Insertable<EquipmentTalks>) {
  return db()
    .insertInto('equipmentTalks')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['createdBy', 'clientKey']).where('cycleId', 'is', null).doNothing(),
    )
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export function findCalled(createdBy: string, clientKey: string) {
  return db()
    .selectFrom('equipmentTalks')
    .where('createdBy', '=', createdBy)
    .where('clientKey', '=', clientKey)
    .where('cycleId', 'is', null)
    .select(['id', 'number'])
    .executeTakeFirst()
}

/** How the round stands. `overdue` are also among the open or scheduled ones. */
export async function countRound(cycleId: string | null, today: string) {
  const { rows } = await sql<Record<RoundFilter | 'all', number>>`select count(*)::int as all,
      (count(*) filter (where t.status = 'open'))::int as open,
      (count(*) filter (where t.status in ('scheduled', 'prepared')))::int as scheduled,
      (count(*) filter (where t.status = 'held'))::int as held,
      (count(*) filter (where t.status = 'agreed'))::int as agreed,
      (count(*) filter (where t.status = 'closed'))::int as closed,
      (count(*) filter (where t.status in ('open', 'scheduled', 'prepared') and t.due_on < ${today}::date))::int as overdue
    from equipment_talks t where t.cycle_id is not distinct from ${cycleId}::uuid`.execute(db())
  return rows[0]
}

type Wanted = {
  cycleId: string | null
  filter: RoundFilter | ''
  today: string
  size: number
  offset: number
}

/** The talks of a round, those with a date first, then by name. */
export async function listRound({ cycleId, filter, today, size, offset }: Wanted) {
  const { rows } = await sql<{
    id: string
    number: number
    schoolId: string
    schoolYear: string
    school: string
    schoolForm: string
    state: TalkState
    startsAt: Date | null
    dueOn: string | null
    cycleId: string | null
    isSigned: boolean
  }>`select t.id, t.number, t.school_id, t.school_year, s.school_form,
      case when t.held_as = '' then s.name else t.held_as || ', jetzt ' || s.name end as school, t.status as state,
      t.starts_at, t.due_on::text as due_on, t.cycle_id, t.agreed_at is not null as is_signed
    from equipment_talks t join schools s on s.id = t.school_id
    where t.cycle_id is not distinct from ${cycleId}::uuid and case ${filter}::text
      when 'open' then t.status = 'open' when 'scheduled' then t.status in ('scheduled', 'prepared')
      when 'held' then t.status = 'held' when 'agreed' then t.status = 'agreed'
      when 'closed' then t.status = 'closed'
      when 'overdue' then t.status in ('open', 'scheduled', 'prepared') and t.due_on < ${today}::date else true end
    order by t.starts_at nulls last, s.name, t.number limit ${size} offset ${offset}`.execute(db())
  return rows
}
