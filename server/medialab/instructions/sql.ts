import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabInstructed, LabInstructions } from '#db/types.ts'
import type { Instruction, InstructionKind } from './contract.ts'

const ABOUT = ['id', 'name', 'validMonths', 'version'] as const

/** Kinds that are given, with how many people have one that holds and how many offers need it. */
export async function listKinds(today: string) {
  const { rows } = await sql<
    Instruction & { people: number; offers: number }
  >`select i.id, i.name, i.kind,
      i.valid_months, i.version,
      (select count(distinct g.person_id)::int from lab_instructed g where g.instruction_id = i.id
        and g.revoked_at is null and coalesce(g.valid_until, ${today}) >= ${today}) as people,
      (select count(*)::int from lab_offer_instructions o where o.instruction_id = i.id) as offers
    from lab_instructions i where i.retired_at is null order by i.name, i.id`.execute(db())
  return rows
}

export function findKind(id: string): Promise<Instruction | undefined> {
  return db()
    .selectFrom('labInstructions')
    .where('id', '=', id)
    .where('retiredAt', 'is', null)
    .select([...ABOUT, sql<InstructionKind>`kind`.as('kind')])
    .executeTakeFirst()
}

export async function lockKind(id: string): Promise<void> {
  await db().selectFrom('labInstructions').where('id', '=', id).select('id').forUpdate().execute()
}

/** @returns whether it is new; the same id twice is the same one */
export async function insertKind(row: Insertable<LabInstructions>): Promise<boolean> {
  const made = await db()
    .insertInto('labInstructions')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function updateKind(
  id: string,
  set: Omit<Updateable<LabInstructions>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('labInstructions')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function isNeeded(id: string): Promise<boolean> {
  const row = await db()
    .selectFrom('labOfferInstructions')
    .where('instructionId', '=', id)
    .select('offerId')
    .executeTakeFirst()
  return row !== undefined
}

type ProofRow = {
  id: string
  name: string
  place: string
  on: string
  until: string | null
  isRevoked: boolean
}

const PLACE = sql<string>`coalesce((select string_agg(distinct s.name, ', ') from memberships m
  join schools s on s.id = m.school_id where m.person_id = p.id and m.state = 'confirmed'), '')`

/** Who was instructed, the newest first. */
export async function listProofs(
  instructionId: string,
  { page, size }: { page: number; size: number },
): Promise<{ rows: ProofRow[]; total: number }> {
  const [found, counted] = await Promise.all([
    sql<ProofRow>`select g.id, p.first_name || ' ' || p.last_name as name, ${PLACE} as place,
        to_char(g.given_on, 'YYYY-MM-DD') as on, to_char(g.valid_until, 'YYYY-MM-DD') as until,
        g.revoked_at is not null as is_revoked
      from lab_instructed g join persons p on p.id = g.person_id where g.instruction_id = ${instructionId}::uuid
      order by g.given_on desc, p.last_name, g.id limit ${size} offset ${(page - 1) * size}`.execute(
      db(),
    ),
    sql<{ total: number }>`select count(*)::int as total from lab_instructed
      where instruction_id = ${instructionId}::uuid`.execute(db()),
  ])
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 }
}

/** Confirmed people whose name has all these words, for the desk of the lab. */
export async function findPeople(words: string[], limit: number) {
  const has = words.map(
    (word) =>
      sql`search_key(p.first_name || ' ' || p.last_name) like '%' || search_key(${word}) || '%'`,
  )
  const { rows } = await sql<{ id: string; name: string; place: string }>`select p.id,
      p.first_name || ' ' || p.last_name as name, ${PLACE} as place
    from persons p where p.is_active and exists (select from memberships m where m.person_id = p.id
      and m.state = 'confirmed') and ${sql.join(has, sql` and `)}
    order by p.last_name, p.first_name, p.id limit ${limit}`.execute(db())
  return rows
}

export async function isActive(personId: string): Promise<boolean> {
  const row = await db()
    .selectFrom('persons')
    .where('id', '=', personId)
    .where('isActive', '=', true)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The same person, instruction and day are one proof; one that was taken back holds again. */
export async function insertProof(row: Insertable<LabInstructed>): Promise<void> {
  await db()
    .insertInto('labInstructed')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['personId', 'instructionId', 'givenOn'])
        .doUpdateSet({ revokedAt: null, validUntil: (eb) => eb.ref('excluded.validUntil') }),
    )
    .execute()
}

/** @returns whose proof it is, undefined when there is none */
export function updateProof(instructionId: string, id: string, revokedAt: Date | null) {
  return db()
    .updateTable('labInstructed')
    .set({ revokedAt })
    .where('id', '=', id)
    .where('instructionId', '=', instructionId)
    .returning(['personId'])
    .executeTakeFirst()
}

/** The proofs of one person that were not taken back, for each instruction the one that holds longest. */
export async function listOwn(personId: string) {
  const { rows } = await sql<{
    id: string
    name: string
    kind: InstructionKind
    on: string
    until: string | null
    offers: { slug: string; name: string }[]
  }>`select distinct on (i.name, i.id) i.id, i.name, i.kind, to_char(g.given_on, 'YYYY-MM-DD') as on,
      to_char(g.valid_until, 'YYYY-MM-DD') as until,
      coalesce((select jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name) order by o.name)
        from lab_offer_instructions oi join lab_offers o on o.id = oi.offer_id and o.state = 'listed'
        where oi.instruction_id = i.id), '[]') as offers
    from lab_instructed g join lab_instructions i on i.id = g.instruction_id and i.retired_at is null
    where g.person_id = ${personId} and g.revoked_at is null
    order by i.name, i.id, g.valid_until desc nulls first, g.given_on desc`.execute(db())
  return rows
}
