import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { aMembership, aPerson, anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { actorOfPerson } from '#server/auth/session.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { DOORS, type Place } from '#server/plg-doors.ts'
import { agreeNorms, saveAgreement } from './agreement/commands.ts'
import { foundPlg } from './commands.ts'
import { movePhase } from './cycle/commands.ts'
import * as directory from './directory/views.ts'
import { acceptInvitation, deliverInvitation, invite } from './invitations/commands.ts'
import { giveUpOrphanedSeats } from './jobs.ts'
import { assignFacilitator } from './leading/commands.ts'
import { aboutFor, workspaceFor } from './members/views.ts'
import { consentsFor } from './seats/views.ts'
import {
  insideOf,
  plgsOfSchool,
  plgThings,
  searchPlgs,
  suggestionsFor,
  waitingFor,
} from './views.ts'

beforeEach(() => emptyDatabase())

const SECRET = 'Geheime Runde'
const about = {
  ...{ title: SECRET, question: 'Worüber sprechen wir?', summary: '', joining: 'open' as const },
  ...{ subjects: [], gradeBands: [], schoolForms: [], seeksMembers: true },
  clientKey: '6d0cfe3c-3c1f-4a5e-9d7a-0b7f5f9d1c11',
}
const KINDS = [
  { kind: 'supervision', founder: 'teacher' },
  { kind: 'principals_circle', founder: 'principal' },
] as const

/** A walled group with something of everything in it, and everybody who might like to know. */
async function walled({ kind, founder }: (typeof KINDS)[number]) {
  const lead = await anActor(founder)
  const { slug } = await foundPlg(lead, { ...about, kind })
  await agreeNorms(lead, slug, { chosen: [`${SECRET} bleibt hier.`], own: '' })
  await saveAgreement(lead, slug, { version: 0, text: SECRET, rhythm: '' })
  await movePhase(lead, slug, { from: 'forming', cycle: 1, note: SECRET, phase: 'focus' })
  const { plg } = await insideOf(lead, { slug })
  const schoolId = lead.memberships[0]?.schoolId ?? ''
  const school = await db()
    .selectFrom('schools')
    .where('id', '=', schoolId)
    .select('slug')
    .executeTakeFirstOrThrow()
  const outsiders: Record<string, Actor> = {
    teacher: await anActor(),
    colleague: await anActor('teacher', { schoolId }),
    ownPrincipal: await anActor('principal', { schoolId }),
    ownDeputy: await anActor('deputy_principal', { schoolId }),
    otherPrincipal: await anActor('principal'),
    digitalOfficer: await anActor('digital_officer', { schoolId }),
    smz: await anActor('smz_staff'),
    facilitator: await anActor('facilitator'),
    operator: await anActor('operator'),
    inspector: await anActor('school_inspector'),
    dpo: await anActor('school_dpo'),
  }
  return { plg, lead, schoolId, school: school.slug, outsiders }
}

describe.each(KINDS)('a $kind', (which) => {
  test('is known to nobody outside, by no door', async () => {
    const { plg, lead, schoolId, outsiders } = await walled(which)
    const norm = await db().selectFrom('plgNorms').select('id').executeTakeFirstOrThrow()
    const seat = await db().selectFrom('plgMembers').select('id').executeTakeFirstOrThrow()
    const place: Place = {
      ...{ slug: plg.slug, id: plg.id, memberId: seat.id, personId: lead.id },
      ...{ invitationId: seat.id, schoolId, normId: norm.id },
    }
    for (const [who, actor] of Object.entries(outsiders))
      for (const [door, knock] of Object.entries(DOORS)) {
        const answer = await knock(actor, place).then(
          () => 'let in',
          (error: unknown) => (error instanceof NotFound ? 'not found' : String(error)),
        )
        expect([who, door, answer]).toEqual([who, door, 'not found'])
      }
  })

  test('is in no list, search, card, school page, or line of what waits', async () => {
    const { plg, schoolId, school, outsiders } = await walled(which)
    for (const [who, actor] of Object.entries(outsiders)) {
      const seen = await Promise.all([
        directory.overviewFor(actor, {}),
        directory.overviewFor(actor, { q: 'geheime', art: which.kind, phase: 'focus' }),
        plgsOfSchool(schoolId, actor),
        suggestionsFor(actor, { subjects: [], gradeBands: [] }),
        searchPlgs(actor, ['geheime'], 10),
        plgThings(actor, [plg.id]),
        waitingFor(actor),
      ])
      expect([who, JSON.stringify(seen).includes('Geheime')]).toEqual([who, false])
    }
    const heads = ['ownPrincipal', 'ownDeputy']
    for (const who of heads)
      expect((await consentsFor(outsiders[who] as Actor, school)).seats).toEqual([])
  })

  test('asks and tells no principal, neither at the beginning nor of a new version', async () => {
    const { outsiders } = await walled(which)
    expect(await db().selectFrom('plgSeats').selectAll().execute()).toEqual([])
    const told = (await takeJobs()).map(({ reaction }) => reaction)
    expect(told).not.toContain('plg.ask-principal')
    const rows = await db().selectFrom('notifications').select('personId').execute()
    const ids = Object.values(outsiders).map(({ id }) => id)
    expect(rows.filter(({ personId }) => ids.includes(personId))).toEqual([])
  })

  test('stands in no protocol by its title', async () => {
    await walled(which)
    const lines = await db().selectFrom('auditEntries').selectAll().execute()
    expect(JSON.stringify(lines)).not.toContain('Geheime')
  })

  test('gets a facilitator from inside; the SMZ does not learn of it before', async () => {
    const { plg, lead, outsiders } = await walled(which)
    const facilitator = outsiders.facilitator as Actor
    await expect(
      assignFacilitator(outsiders.smz as Actor, plg.slug, facilitator.id),
    ).rejects.toThrow(NotFound)
    expect((await aboutFor(lead, plg.slug)).facilitatorChoices).not.toBeNull()
    await assignFacilitator(lead, plg.slug, facilitator.id)
    await expect(insideOf(facilitator, { slug: plg.slug })).resolves.toBeDefined()
    await expect(assignFacilitator(facilitator, plg.slug, lead.id)).rejects.toThrow(Forbidden)
  })
})

describe('into a circle of principals', () => {
  const invitationTo = async (lead: Actor, slug: string, personId: string) => {
    const { email } = await db()
      .selectFrom('persons')
      .where('id', '=', personId)
      .select('email')
      .executeTakeFirstOrThrow()
    await invite(lead, slug, { email, role: 'member', message: '' })
    const { id } = await db()
      .selectFrom('plgInvitations')
      .where('email', '=', email)
      .select('id')
      .executeTakeFirstOrThrow()
    return deliverInvitation(id)
  }

  test('only those come who lead a school; others never learn that they were asked', async () => {
    const { plg, lead } = await walled(KINDS[1])
    for (const role of ['principal', 'deputy_principal']) {
      const head = await anActor(role)
      expect(await invitationTo(lead, plg.slug, head.id)).toBe(true)
      expect(await workspaceFor(head, plg.slug)).toMatchObject({ entry: { kind: 'invited' } })
      await acceptInvitation(head, plg.slug, {})
      await expect(insideOf(head, { slug: plg.slug })).resolves.toBeDefined()
    }
    for (const role of ['teacher', 'digital_officer', 'smz_staff', 'operator']) {
      const other = await anActor(role)
      // No mail goes out either: to the sender it looks the same.
      expect(await invitationTo(lead, plg.slug, other.id)).toBe(true)
      await expect(workspaceFor(other, plg.slug)).rejects.toThrow(NotFound)
      await expect(acceptInvitation(other, plg.slug, {})).rejects.toThrow(NotFound)
    }
  })

  test('who was asked and no longer leads a school cannot accept', async () => {
    const { plg, lead } = await walled(KINDS[1])
    const head = await anActor('principal')
    await invitationTo(lead, plg.slug, head.id)
    const now = { ...head, memberships: [{ ...head.memberships[0]!, role: 'teacher' as const }] }
    await expect(acceptInvitation(now, plg.slug, {})).rejects.toThrow(Forbidden)
  })

  test('who no longer leads the school goes, though they still teach there', async () => {
    const { plg } = await walled(KINDS[1])
    const head = await aPerson()
    const role = await aMembership({ personId: head.id, role: 'principal' })
    await aMembership({ personId: head.id, role: 'teacher', schoolId: role.schoolId ?? '' })
    await aMember({ plgId: plg.id, personId: head.id, schoolId: role.schoolId })
    const open = await aPlg()
    await aMember({ plgId: open.id, personId: head.id, schoolId: role.schoolId })
    const inside = async (id: string) => {
      const actor = await actorOfPerson(head.id)
      return insideOf(actor as Actor, { id }).then(
        () => true,
        () => false,
      )
    }
    await giveUpOrphanedSeats.run(new Date())
    expect([await inside(plg.id), await inside(open.id)]).toEqual([true, true])
    const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60_000)
    await db()
      .updateTable('memberships')
      .set({ state: 'ended', validUntil: twoDaysAgo })
      .where('id', '=', role.id)
      .execute()
    await giveUpOrphanedSeats.run(new Date())
    expect([await inside(plg.id), await inside(open.id)]).toEqual([false, true])
  })
})
