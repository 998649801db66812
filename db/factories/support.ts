import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { FundingApplications, ProjectCalls, Projects, SupportRequests } from '#db/types.ts'
import { numbered } from './numbered.ts'
import { anActor } from './person.ts'
import { aMember, aPlg } from './plg.ts'
import { aSchool } from './school.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** An open request to the SMZ. */
export function aSupportRequest(given: { plgId: string } & Partial<Insertable<SupportRequests>>) {
  return db()
    .insertInto('supportRequests')
    .values({
      kind: 'accompaniment',
      addressee: 'smz_staff',
      text: 'Wir brauchen jemanden, der mit uns geht.',
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

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
