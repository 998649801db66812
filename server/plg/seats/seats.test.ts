import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { changeRole, removeMember, restoreMember } from '../leading/commands.ts'
import { comeBack, giveUpSeats, joinPlg, leavePlg } from '../members/commands.ts'
import { workspaceFor } from '../members/views.ts'
import { decideConsent } from './commands.ts'
import { consentsFor } from './views.ts'

beforeEach(() => emptyDatabase())

const seats = () => db().selectFrom('plgSeats').selectAll().execute()

async function setting() {
  const plg = await aPlg()
  const lead = await anActor()
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  const school = await aSchool()
  const teacher = await anActor('teacher', { schoolId: school.id })
  const principal = await anActor('principal', { schoolId: school.id })
  await joinPlg(teacher, plg.slug, {})
  return { plg, lead, school, teacher, principal }
}

describe('consent', () => {
  const granted = { consent: 'granted' as const, reason: '' }
  const refused = { consent: 'refused' as const, reason: 'Zu wenig Stunden' }

  test('is the principal’s or the deputy’s, and nobody else’s', async () => {
    const { plg, school, teacher } = await setting()
    const others = [teacher, await anActor('digital_officer', { schoolId: school.id })]
    others.push(await anActor('principal'), await anActor('smz_staff'), await anActor('operator'))
    for (const other of others) {
      const act = decideConsent(other, school.slug, { plgId: plg.id, ...granted })
      await expect(act).rejects.toThrow(Forbidden)
      await expect(consentsFor(other, school.slug)).rejects.toThrow(Forbidden)
    }
    const deputy = await anActor('deputy_principal', { schoolId: school.id })
    await decideConsent(deputy, school.slug, { plgId: plg.id, ...granted })
    expect(await seats()).toMatchObject([{ consent: 'granted', decidedBy: deputy.id }])
  })

  test('refused, the person stays and the school does not count', async () => {
    const { plg, school, teacher, principal } = await setting()
    await decideConsent(principal, school.slug, { plgId: plg.id, ...refused })
    const view = await workspaceFor(teacher, plg.slug)
    expect(view).toMatchObject({ can: { enter: true }, plg: { members: 2, schools: [] } })
  })

  test('needs a reason when refused, keeps none when granted, and can be changed', async () => {
    const { plg, school, principal } = await setting()
    const decide = (input: { consent: 'granted' | 'refused'; reason: string }) =>
      decideConsent(principal, school.slug, { plgId: plg.id, ...input })
    await expect(decide({ consent: 'refused', reason: '' })).rejects.toMatchObject({
      field: 'reason',
    })
    await decide(refused)
    await decide({ consent: 'granted', reason: 'bleibt nicht' })
    expect(await seats()).toMatchObject([{ consent: 'granted', reason: '' }])
    const lines = await db().selectFrom('auditEntries').select('details').execute()
    expect(lines.map(({ details }) => details)).toMatchObject([
      { consent: 'refused', schoolId: school.id },
      { consent: 'granted', schoolId: school.id },
    ])
  })

  test('of a PLG without anybody of the school is not found', async () => {
    const { school, principal } = await setting()
    const elsewhere = await aPlg({ joining: 'closed' })
    const act = decideConsent(principal, school.slug, { plgId: elsewhere.id, ...granted })
    await expect(act).rejects.toThrow(NotFound)
  })

  test('outlives leaving and coming again, so that a refusal cannot be washed away', async () => {
    const { plg, school, teacher, principal } = await setting()
    await decideConsent(principal, school.slug, { plgId: plg.id, ...refused })
    await leavePlg(teacher, plg.slug)
    expect((await consentsFor(principal, school.slug)).seats).toEqual([])
    await joinPlg(teacher, plg.slug, {})
    expect(await seats()).toMatchObject([{ consent: 'refused', reason: 'Zu wenig Stunden' }])
  })
})

test('whoever comes and goes: every school with a teacher inside has a seat, no other waits for one', async () => {
  // Joining and going often, so that most runs empty a school again.
  const going = ['leave', 'remove', 'move', 'leave'] as const
  const rare = ['return', 'restore', 'decide', 'lead'] as const
  const act = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom('join', 'join', 'join', ...going, ...rare),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 16 }), async (acts) => {
      await emptyDatabase()
      const world = await aWorld()
      for (const { who, what } of acts) {
        // Refused acts are part of the game; only what they leave behind counts.
        await world.run(what, who).catch(() => undefined)
        await expectSettled()
      }
    }),
    { numRuns: 15 },
  )
}, 120_000)

/** Three teachers of two schools, somebody who leads, and everything that can happen to a seat. */
async function aWorld() {
  const plg = await aPlg()
  const lead = await anActor()
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  const schools = [await aSchool(), await aSchool()]
  const principals = await Promise.all(
    schools.map((school) => anActor('principal', { schoolId: school.id })),
  )
  const teachers = await Promise.all(
    Array.from({ length: 3 }, (_, at) => anActor('teacher', { schoolId: schools[at % 2]?.id })),
  )
  const seatOf = (personId: string) =>
    db()
      .selectFrom('plgMembers')
      .where('personId', '=', personId)
      .orderBy('since', 'desc')
      .select('id')
      .executeTakeFirstOrThrow()
  const run = async (what: string, who: number) => {
    const teacher = teachers[who] as (typeof teachers)[number]
    const school = schools[who % 2] as (typeof schools)[number]
    if (what === 'join') return joinPlg(teacher, plg.slug, {})
    if (what === 'leave') return leavePlg(teacher, plg.slug)
    if (what === 'return') return comeBack(teacher, plg.slug)
    if (what === 'move') return movedAway(teacher.id, school.id)
    if (what === 'decide')
      return decideConsent(principals[who % 2] as typeof lead, school.slug, {
        plgId: plg.id,
        consent: who === 0 ? 'granted' : 'refused',
        reason: 'Weil',
      })
    const { id: memberId } = await seatOf(teacher.id)
    if (what === 'remove') return removeMember(lead, plg.slug, memberId)
    if (what === 'restore') return restoreMember(lead, plg.slug, memberId)
    return changeRole(lead, plg.slug, { memberId, role: 'lead' })
  }
  return { run }
}

async function movedAway(personId: string, schoolId: string) {
  await db()
    .updateTable('memberships')
    .set({ state: 'ended' })
    .where('personId', '=', personId)
    .execute()
  await giveUpSeats(personId, schoolId)
}

async function expectSettled() {
  const live = await db()
    .selectFrom('plgMembers')
    .where('state', '=', 'active')
    .where('schoolId', 'is not', null)
    .select('schoolId')
    .distinct()
    .execute()
  const inside = new Set(live.map(({ schoolId }) => schoolId))
  const kept = await seats()
  expect(new Set(kept.map(({ schoolId }) => schoolId))).toEqual(
    new Set([...inside, ...kept.filter((seat) => seat.consent !== 'open').map((s) => s.schoolId)]),
  )
}
