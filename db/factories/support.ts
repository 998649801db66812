import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { FundingApplications, ProjectCalls, Projects } from '#db/types.ts'
import { numbered } from './numbered.ts'
import { anActor } from './person.ts'
import { aMember, aPlg } from './plg.ts'
import { aSchool } from './school.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** A published call for innovation projects. */
export function aCall(given: Partial<Insertable<ProjectCalls>> = {}) {
  return db()
    .insertInto('projectCalls')
    .values({
      title: `Aufruf ${numbered('call')}`,
      text: 'Wer erprobt das mit uns?',
      kind: 'innovation',
      state: 'published',
      publishedAt: LONG_AGO,
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A Vorhaben that can be funded. */
export function anInnovation(given: { plgId: string } & Partial<Insertable<Projects>>) {
  return db()
    .insertInto('projects')
    .values({
      kind: 'innovation',
      title: `Innovationsprojekt ${numbered('innovation')}`,
      status: 'planned',
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A complete application of 1,000 euros, a draft unless told otherwise. */
export async function aFunding(
  given: { plgId: string; projectId: string; schoolId: string } & Partial<
    Insertable<FundingApplications>
  >,
  unitCents = 100_000,
) {
  const row = await db()
    .insertInto('fundingApplications')
    .values({
      year: 2026,
      reason: 'Damit Lernende es selbst erproben.',
      innovation: 'Das gibt es hier noch nicht.',
      submittedAt: given.state && given.state !== 'draft' ? LONG_AGO : null,
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('fundingItems')
    .values({ applicationId: row.id, position: 0, text: 'Geräte', quantity: 1, unitCents })
    .execute()
  return row
}

export async function aBudget(year: number, amountCents: number, committedCents = 0) {
  await db()
    .insertInto('fundingBudgets')
    .values({ year, amountCents, committedCents, setAt: LONG_AGO })
    .execute()
}

/** A PLG with a Vorhaben that can be funded, and everybody who has a say in it. */
export async function aFundableProject(given: Parameters<typeof aPlg>[0] = {}) {
  const school = await aSchool()
  const plg = await aPlg(given)
  const lead = await anActor('teacher', { schoolId: school.id })
  const member = await anActor('teacher', { schoolId: school.id })
  for (const [person, role] of [
    [lead, 'lead'],
    [member, 'member'],
  ] as const)
    await aMember({ plgId: plg.id, personId: person.id, role, schoolId: school.id })
  const project = await anInnovation({ plgId: plg.id, title: 'VR im Matheraum' })
  const principal = await anActor('principal', { schoolId: school.id })
  const decider = await anActor('release_manager')
  const other = await anActor('school_authority_staff')
  return { school, plg, lead, member, project, principal, decider, other }
}
type Setting = Awaited<ReturnType<typeof aFundableProject>>

/** Its application, as far as it has come. */
export const fundingInState = (
  { plg, project, school }: Setting,
  state: string,
  more: object = {},
) => aFunding({ plgId: plg.id, projectId: project.id, schoolId: school.id, state, ...more })

type Around = {
  lead: { id: string }
  staff: { id: string }
  school: { id: string }
  plg: { id: string }
  ids: (kind: string) => string[]
}

/**
 * Among the grown things of a neighbourhood: requests and applications of its PLG, and calls; the first
 * application has as much of everything that belongs to it.
 *
 * @returns the numbers of the first of each
 */
export async function supportAmong({ lead, staff, school, plg, ids }: Around) {
  const projects = ids('project')
  const requests = ids('support-request')
  const calls = ids('project-call')
  const fundings = ids('funding')
  const [first = ''] = fundings
  const at = sql`${LONG_AGO}::timestamptz`
  const nothing = sql`on conflict do nothing`
  const numbered = (list: string[]) => sql`unnest(${list}::uuid[]) with ordinality as grown (id, i)`
  await sql`insert into support_requests (id, plg_id, kind, addressee, text, created_by, created_at,
      changed_at, client_key)
    select id, ${plg.id}, 'training', 'smz_staff', 'Bruch ' || i, ${lead.id}, ${at}, ${at}, id
    from ${numbered(requests)} ${nothing}`.execute(db())
  await sql`insert into project_calls (id, title, text, kind, state, created_by, created_at,
      published_at, changed_at, client_key)
    select id, 'Bruch ' || i, 'Bruch', 'innovation', 'published', ${staff.id}, ${at}, ${at}, ${at}, id
    from ${numbered(calls)} ${nothing}`.execute(db())
  // All ideas and applications answer the first one.
  await sql`update ideas set call_id = ${calls[0] ?? null} where author_id = ${lead.id}`.execute(
    db(),
  )
  await sql`insert into funding_budgets (year, amount_cents, set_at) values (2026, 100000, ${at})
    ${nothing}`.execute(db())
  await sql`insert into funding_applications (id, plg_id, project_id, school_id, year, state,
      call_id, submitted_at, created_by, created_at, changed_at, client_key)
    select f.id, ${plg.id}, p.id, ${school.id}, 2026, 'queries', ${calls[0] ?? null}, ${at}, ${lead.id}, ${at}, ${at}, f.id
    from unnest(${fundings}::uuid[], ${projects}::uuid[]) as f (id, project_id)
    join projects p on p.id = f.project_id ${nothing}`.execute(db())
  await sql`insert into funding_items (application_id, position, text, quantity, unit_cents)
    select ${first}, i, 'Gerät ' || i, 1, 100 from ${numbered(fundings)} ${nothing}`.execute(db())
  await sql`insert into funding_proofs (id, application_id, text, amount_cents, spent_on, created_at,
      client_key)
    select id, ${first}, 'Beleg', 100, '2026-10-01', ${at}, id from ${numbered(fundings)} ${nothing}`.execute(
    db(),
  )
  await sql`insert into funding_entries (id, application_id, state, at)
    select id, ${first}, 'queries', ${at} from ${numbered(fundings)} ${nothing}`.execute(db())
  const { rows } = await sql<{ request: number; call: number; funding: number }>`select
    (select number from support_requests where id = ${requests[0] ?? ''}) as request,
    (select number from project_calls where id = ${calls[0] ?? ''}) as call,
    (select number from funding_applications where id = ${first}) as funding`.execute(db())
  return rows[0] ?? { request: 0, call: 0, funding: 0 }
}
