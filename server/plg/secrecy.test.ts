import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { DOORS, forgottenDoors, type Place } from '#server/plg-doors.ts'
import * as directory from './directory/views.ts'
import * as memberViews from './members/views.ts'
import * as seatViews from './seats/views.ts'
import * as views from './views.ts'

beforeEach(() => emptyDatabase())

test('no door was forgotten', () => {
  expect(forgottenDoors()).toEqual([])
})

/** A closed PLG with everything in it, and people of every kind who do not belong to it. */
async function closedPlg() {
  const plg = await aPlg({ joining: 'closed', title: 'Geheime Runde', question: 'Worüber?' })
  const lead = await anActor()
  const schoolId = lead.memberships[0]?.schoolId ?? ''
  const seat = await aMember({ plgId: plg.id, personId: lead.id, role: 'lead', schoolId })
  await db().insertInto('plgSeats').values({ plgId: plg.id, schoolId, since: new Date() }).execute()
  const invitation = await db()
    .insertInto('plgInvitations')
    .values({ plgId: plg.id, email: 'y@schule.example', role: 'member', at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const norm = await db()
    .insertInto('plgNorms')
    .values({ plgId: plg.id, text: 'Geheim bleibt geheim.', position: 0, agreedAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const place: Place = {
    slug: plg.slug,
    id: plg.id,
    memberId: seat.id,
    personId: lead.id,
    invitationId: invitation.id,
    schoolId,
    normId: norm.id,
  }
  return { plg, place, schoolId, outsiders: await outsidersOf(plg.id, schoolId) }
}

async function outsidersOf(plgId: string, schoolId: string): Promise<Record<string, Actor>> {
  const former = await anActor()
  const removed = await anActor()
  const declined = await anActor()
  const longAgo = new Date('2026-01-01T08:00:00Z')
  await aMember({ plgId, personId: former.id, state: 'left', until: longAgo })
  await aMember({ plgId, personId: removed.id, state: 'removed', until: longAgo })
  await aMember({ plgId, personId: declined.id, state: 'declined', until: longAgo })
  return {
    stranger: await anActor(),
    colleague: await anActor('teacher', { schoolId }),
    principal: await anActor('principal', { schoolId }),
    digitalOfficer: await anActor('digital_officer', { schoolId }),
    former,
    removed,
    declined,
    smz: await anActor('smz_staff'),
    facilitator: await anActor('facilitator'),
    operator: await anActor('operator'),
    dpo: await anActor('school_dpo'),
    authority: await anActor('release_manager'),
    inspector: await anActor('school_inspector'),
    pending: await anActor('teacher', { state: 'pending' }),
  }
}

const snapshot = () =>
  Promise.all([
    db().selectFrom('plgs').selectAll().execute(),
    db().selectFrom('plgMembers').selectAll().orderBy('id').execute(),
    db().selectFrom('plgSeats').selectAll().execute(),
    db().selectFrom('plgInvitations').selectAll().execute(),
    db().selectFrom('plgNorms').selectAll().execute(),
    db().selectFrom('plgAgreements').selectAll().execute(),
    db().selectFrom('plgDecisions').selectAll().execute(),
    db().selectFrom('plgInquiries').selectAll().execute(),
    db().selectFrom('auditEntries').selectAll().execute(),
  ])

/** How a "no" sounds: the same for a PLG that is hidden and for one that does not exist. */
async function answerOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'let in'
  } catch (error) {
    if (error instanceof NotFound) return 'not found'
    return error instanceof Forbidden ? `forbidden: ${error.message}` : String(error)
  }
}

describe('a closed PLG', () => {
  test('does not exist for anybody outside, whichever door they try', async () => {
    const { place, outsiders } = await closedPlg()
    const nowhere: Place = {
      slug: 'gibt-es-nicht',
      id: randomUUID(),
      memberId: randomUUID(),
      personId: randomUUID(),
      invitationId: randomUUID(),
      schoolId: randomUUID(),
      normId: randomUUID(),
    }
    const before = await snapshot()
    for (const [who, actor] of Object.entries(outsiders))
      for (const [door, knock] of Object.entries(DOORS)) {
        const answer = await answerOf(knock(actor, place))
        expect([who, door, answer]).toEqual([who, door, await answerOf(knock(actor, nowhere))])
        if (who !== 'pending') expect([who, door, answer]).toEqual([who, door, 'not found'])
      }
    expect(await snapshot()).toEqual(before)
  })

  test('is in no list, count, search, suggestion or line of anybody outside', async () => {
    const { plg, schoolId, outsiders } = await closedPlg()
    for (const [who, actor] of Object.entries(outsiders)) {
      const seen = await Promise.all([
        directory.overviewFor(actor, {}),
        directory.overviewFor(actor, { q: 'geheime', phase: 'forming' }),
        views.myPlgs(actor),
        views.plgsOfSchool(schoolId, actor),
        views.suggestionsFor(actor, { subjects: [], gradeBands: [] }),
        views.searchPlgs(actor, ['geheime'], 10),
        views.plgThings(actor, [plg.id]),
      ])
      expect([who, JSON.stringify(seen).includes('Geheim')]).toEqual([who, false])
      expect([who, seen[0].others.total, seen[6]]).toEqual([who, 0, []])
    }
  })

  test('tells the principal of a school in it the title, the question and the own people, no more', async () => {
    const { plg, schoolId, outsiders } = await closedPlg()
    const other = await anActor('teacher', { firstName: 'Fremde', lastName: 'Person' })
    await aMember({
      plgId: plg.id,
      personId: other.id,
      schoolId: other.memberships[0]?.schoolId,
    })
    const slug = await db()
      .selectFrom('schools')
      .where('id', '=', schoolId)
      .select('slug')
      .executeTakeFirstOrThrow()
    const principal = outsiders.principal as Actor
    const view = await seatViews.consentsFor(principal, slug.slug)
    expect(view.seats).toMatchObject([{ title: 'Geheime Runde', slug: null, consent: 'open' }])
    expect(view.seats[0]?.delegates).toHaveLength(1)
    expect(JSON.stringify(view)).not.toContain('Fremde')
    expect(JSON.stringify(await views.waitingFor(principal))).toContain('Geheime Runde')
  })

  test('is there for its members and the invited', async () => {
    const { plg, place } = await closedPlg()
    const invited = await anActor()
    await aMember({ plgId: plg.id, personId: invited.id, state: 'invited' })
    const outer = await memberViews.workspaceFor(invited, place.slug)
    expect(outer).toMatchObject({ entry: { kind: 'invited' }, can: { enter: false } })
    await expect(memberViews.membersFor(invited, place.slug)).rejects.toThrow(Forbidden)
    expect(await views.searchPlgs(invited, ['geheime'], 5)).toHaveLength(1)
  })
})

describe('an open PLG', () => {
  test('shows its outer page and nothing inside', async () => {
    const plg = await aPlg()
    const lead = await anActor('teacher', { firstName: 'Lea', lastName: 'Leitend' })
    const member = await anActor('teacher', { firstName: 'Mia', lastName: 'Mitglied' })
    await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
    await aMember({ plgId: plg.id, personId: member.id })
    for (const role of ['teacher', 'principal', 'smz_staff', 'operator', 'school_dpo']) {
      const outsider = await anActor(role)
      const outer = JSON.stringify([
        await memberViews.workspaceFor(outsider, plg.slug),
        await memberViews.aboutFor(outsider, plg.slug),
      ])
      expect(outer).toContain('Leitend')
      expect(outer).not.toContain('Mitglied"')
      expect(outer).not.toContain('@')
      await expect(memberViews.membersFor(outsider, plg.slug)).rejects.toThrow(Forbidden)
      await expect(views.settingsFor(outsider, plg.slug)).rejects.toThrow(Forbidden)
    }
  })

  test('is nothing to visitors and to people nobody has confirmed', async () => {
    const plg = await aPlg()
    const teacher = await anActor()
    const schoolId = teacher.memberships[0]?.schoolId ?? ''
    await aMember({ plgId: plg.id, personId: teacher.id, schoolId })
    const pending = await anActor('teacher', { state: 'pending' })
    expect(await views.plgsOfSchool(schoolId, null)).toEqual([])
    expect(await views.plgsOfSchool(schoolId, pending)).toEqual([])
    expect(await views.searchPlgs(null, ['plg'], 5)).toEqual([])
    expect(await views.searchPlgs(pending, ['plg'], 5)).toEqual([])
    expect(await directory.overviewFor(pending, {})).toMatchObject({
      isConfirmed: false,
      others: { total: 0 },
    })
    await expect(memberViews.workspaceFor(pending, plg.slug)).rejects.toThrow(/bestätigt/)
  })
})
