import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aPerson, anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import { joinPlg } from '../members/commands.ts'

beforeEach(() => emptyDatabase())

/** PLGs whose number on the card is not that of their members. */
async function wrong(): Promise<unknown[]> {
  const { rows } =
    await sql`select slug, member_count, count(plg_members.id)::int as members from plgs
    left join plg_members on plg_members.plg_id = plgs.id and plg_members.state = 'active'
    group by plgs.id having member_count <> count(plg_members.id)`.execute(db())
  return rows
}

test('people who join at the same moment are all counted', async () => {
  const plg = await aPlg()
  const actors = await Promise.all(Array.from({ length: 12 }, () => anActor('teacher')))
  await Promise.all(actors.map((actor) => joinPlg(actor, plg.slug, {})))
  const { memberCount } = await db()
    .selectFrom('plgs')
    .select('memberCount')
    .where('id', '=', plg.id)
    .executeTakeFirstOrThrow()
  expect(memberCount).toBe(12)
})

const STATES = ['requested', 'active', 'left', 'removed']

/** One statement; what a constraint refuses changes nothing. */
async function attempt(statement: ReturnType<typeof sql>): Promise<void> {
  await statement.execute(db()).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === '23505')) throw error
  })
}

test('whatever happens to seats, one by one or many at once, the count is that of the members', async () => {
  const plgs = [(await aPlg()).id, (await aPlg()).id]
  const people = [(await aPerson()).id, (await aPerson()).id, (await aPerson()).id]
  const anyOf = (ids: string[]) => fc.subarray(ids, { minLength: 1 })
  const acts = {
    seat: (plgIds: string[], personIds: string[], state: string) =>
      sql`insert into plg_members (plg_id, person_id, role, state, since)
        select plg, person, 'member', ${state}, '2026-09-01'
        from unnest(${plgIds}::uuid[]) plg, unnest(${personIds}::uuid[]) person`,
    change: (plgIds: string[], personIds: string[], state: string) =>
      sql`update plg_members set state = ${state}
        where plg_id = any(${plgIds}::uuid[]) and person_id = any(${personIds}::uuid[])`,
    move: (plgIds: string[], personIds: string[]) =>
      sql`update plg_members set plg_id = ${plgIds[0]} where person_id = any(${personIds}::uuid[])`,
    remove: (plgIds: string[], personIds: string[]) =>
      sql`delete from plg_members
        where plg_id = any(${plgIds}::uuid[]) and person_id = any(${personIds}::uuid[])`,
  }
  const act = fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[]))
  await fc.assert(
    fc.asyncProperty(
      act,
      anyOf(plgs),
      anyOf(people),
      fc.constantFrom(...STATES),
      async (name, plgIds, personIds, state) => {
        await attempt(acts[name](plgIds, personIds, state))
        expect(await wrong()).toEqual([])
      },
    ),
    { numRuns: 120 },
  )
})
