import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabHandovers } from '#db/types.ts'
import type { HeldThing, Line } from './contract.ts'

/** What a date holds and the counter hands over: sets and devices, no rooms and no people. */
export async function listThings(dateId: string): Promise<HeldThing[]> {
  const { rows } =
    await sql<HeldThing>`select r.id as resource_id, r.code, r.is_counted, r.state, r.wipe_due_at,
      o.name || case when r.label <> '' then ' (' || r.label || ')' else '' end as name, o.holds_data, c.quantity,
      c.quantity >= r.total - r.reserve - r.broken as is_all
    from lab_claims c join lab_resources r on r.id = c.resource_id
    join lab_offers o on o.id = r.offer_id and o.kind in ('set', 'station')
    where c.date_id = ${dateId}::uuid order by o.name, r.position, r.id`.execute(db())
  return rows
}

/** Their lists of parts as they stand now, with what was ticked before; what has no parts is one line. */
export async function listLines(dateId: string): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select p.id as key, r.id as resource_id, p.id as part_id, p.name, p.code, p.is_unit, p.is_critical,
      p.quantity as wanted, coalesce(least(h.went, p.quantity), 0) as went, coalesce(h.note, '') as note,
      case when p.state in ('broken', 'lost') then p.state
        when exists (select 1 from lab_handed gone where gone.part_id = p.id and gone.is_away
          and gone.date_id <> c.date_id) then 'away' end as fault, p.position
    from lab_claims c join lab_resources r on r.id = c.resource_id
    join lab_offers o on o.id = r.offer_id and o.kind in ('set', 'station')
    join lab_parts p on p.resource_id = r.id
    left join lab_handed h on h.date_id = c.date_id and h.part_id = p.id
    where c.date_id = ${dateId}::uuid
    union all select r.id, r.id, null::uuid, o.name || case when r.label <> '' then ' (' || r.label || ')' else '' end,
      r.code, false, true, c.quantity, coalesce(least(h.went, c.quantity), 0), coalesce(h.note, ''), null, -1
    from lab_claims c join lab_resources r on r.id = c.resource_id
    join lab_offers o on o.id = r.offer_id and o.kind in ('set', 'station')
    left join lab_handed h on h.date_id = c.date_id and h.resource_id = r.id and h.is_whole
    where c.date_id = ${dateId}::uuid and not exists (select 1 from lab_parts p where p.resource_id = r.id)
    order by resource_id, is_unit desc, position, key`.execute(db())
  return rows
}

/** The list as it stands now, in place of the one before. */
export async function putLines(dateId: string, lines: Line[]): Promise<void> {
  await db().deleteFrom('labHanded').where('dateId', '=', dateId).execute()
  if (lines.length === 0) return
  await db()
    .insertInto('labHanded')
    .values(
      lines.map(({ resourceId, partId, name, code, isUnit, wanted, went, note }, position) => ({
        ...{ dateId, resourceId, partId, isWhole: partId === null, name, code, isUnit, wanted },
        ...{ went, note, position },
      })),
    )
    .execute()
}

/** Out of the house, or in it again. */
export async function updateAway(dateId: string, isAway: boolean): Promise<void> {
  await db()
    .updateTable('labHanded')
    .set(isAway ? { isAway: sql<boolean>`went > 0` } : { isAway: false })
    .where('dateId', '=', dateId)
    .execute()
}

export async function putHandover(
  row: Insertable<LabHandovers>,
  update: Updateable<LabHandovers>,
): Promise<void> {
  await db()
    .insertInto('labHandovers')
    .values(row)
    .onConflict((conflict) => conflict.column('dateId').doUpdateSet(update))
    .execute()
}

export type HandoverRow = {
  preparedAt: Date | null
  outAt: Date | null
  takenBy: string
  backAt: Date | null
  finishedAt: Date | null
  preparedBy: string | null
  outBy: string | null
  backBy: string | null
}

/** When it really went and came, and who stood at the counter. */
export async function findHandover(dateId: string): Promise<HandoverRow | undefined> {
  const name = (alias: string) => sql<
    string | null
  >`nullif(concat_ws(' ', ${sql.ref(`${alias}.first_name`)},
    ${sql.ref(`${alias}.last_name`)}), '')`
  return db()
    .selectFrom('labHandovers as h')
    .leftJoin('persons as prepared', 'prepared.id', 'h.preparedBy')
    .leftJoin('persons as giver', 'giver.id', 'h.outBy')
    .leftJoin('persons as taker', 'taker.id', 'h.backBy')
    .where('h.dateId', '=', dateId)
    .select(['h.preparedAt', 'h.outAt', 'h.takenBy', 'h.backAt', 'h.finishedAt'])
    .select([
      name('prepared').as('preparedBy'),
      name('giver').as('outBy'),
      name('taker').as('backBy'),
    ])
    .executeTakeFirst()
}

export function lockThing(code: string) {
  return db()
    .selectFrom('labResources')
    .where('code', '=', code)
    .select(['id', 'wipeDueAt', 'code'])
    .forUpdate()
    .executeTakeFirst()
}

export async function insertWipe(row: {
  resourceId: string
  dueSince: Date
  wipedAt: Date
  wipedBy: string
}): Promise<void> {
  await db()
    .insertInto('labWipes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['resourceId', 'dueSince']).doNothing())
    .execute()
  await db()
    .updateTable('labResources')
    .set({ wipeDueAt: null })
    .where('id', '=', row.resourceId)
    .execute()
}
