import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, pool } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { rightsChanged } from '#server/auth/events.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed, live, registerReactions } from '#server/platform/bus.ts'
import { keptMails } from '#server/platform/mailbox.ts'
import { notificationSentence } from '#server/platform/sentences.ts'
import { readableCards } from '#server/platform/things.ts'
import { plg as area } from './area.ts'
import { saveAgreement } from './agreement/commands.ts'
import { movePhase, pausePlg } from './cycle/commands.ts'
import { declineInvitation, invite } from './invitations/commands.ts'
import {
  acceptRequest,
  assignFacilitator,
  changeRole,
  declineRequest,
  removeMember,
  restoreMember,
} from './leading/commands.ts'
import { giveUpOrphanedSeats } from './jobs.ts'
import { joinPlg, leavePlg, requestToJoin } from './members/commands.ts'
import { decideConsent } from './seats/commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernen25-plg-'))
process.env.DATA_DIR = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const judgedAnew: string[] = []

beforeAll(() => {
  registerHouse()
  registerReactions([
    ...(area.reactions ?? []),
    live(rightsChanged, ({ personIds }) => void judgedAnew.push(...personIds)),
  ])
})
beforeEach(async () => {
  await emptyDatabase()
  await pool().query('delete from graphile_worker._private_jobs')
  judgedAnew.length = 0
})

const quiet = new Logger(() => () => undefined)

/** Runs what the queue holds, as the worker would. */
async function workOff(): Promise<void> {
  await runOnce({
    pgPool: pool(),
    noHandleSignals: true,
    logger: quiet,
    taskList: {
      react: async (payload) => {
        const { reaction, payload: inner } = payload as { reaction: string; payload: unknown }
        await queuedReactionNamed(reaction)?.run(inner)
      },
    },
  })
}

/** What the bell of this person says, of things they may know of. */
async function bellOf(actor: Actor): Promise<string[]> {
  const rows = await db()
    .selectFrom('notifications')
    .leftJoin('persons', 'persons.id', 'notifications.actorId')
    .where('personId', '=', actor.id)
    .selectAll('notifications')
    .select('persons.lastName')
    .orderBy('at')
    .execute()
  const cards = await readableCards(actor, rows)
  return rows.flatMap((row) => {
    const card = cards.get(`${row.thingKind}:${row.thingId}`)
    if (!card) return []
    const details = row.details as Record<string, unknown>
    const facts = { actor: row.lastName, title: card.title, count: row.count, details }
    return [notificationSentence(row.kind, facts)]
  })
}

async function setting(given: Parameters<typeof aPlg>[0] = {}) {
  const plg = await aPlg({ title: 'Lesen', ...given })
  const lead = await anActor('teacher', { lastName: 'Leitung' })
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  return { plg, lead }
}
const seatOf = (actor: Actor) =>
  db()
    .selectFrom('plgMembers')
    .where('personId', '=', actor.id)
    .select('id')
    .executeTakeFirstOrThrow()

test('a request rings at the leads, the answer at who asked', async () => {
  const { plg, lead } = await setting({ joining: 'by_request' })
  const [yes, no] = [await anActor('teacher', { lastName: 'Ja' }), await anActor()]
  await requestToJoin(yes, plg.slug, { message: '' })
  await workOff()
  expect(await bellOf(lead)).toEqual(['Ja möchte in „Lesen“ mitarbeiten.'])
  await requestToJoin(no, plg.slug, { message: '' })
  await acceptRequest(lead, plg.slug, (await seatOf(yes)).id)
  await declineRequest(lead, plg.slug, (await seatOf(no)).id)
  await workOff()
  expect(await bellOf(lead)).toEqual(['2 Anfragen zum Beitritt in „Lesen“'])
  expect(await bellOf(yes)).toEqual(['Ihre Anfrage ist angenommen: „Lesen“.'])
  expect(await bellOf(no)).toEqual(['Ihre Anfrage an „Lesen“ wurde abgelehnt.'])
})

test('who is removed is told by the title of that day, unless it was taken back', async () => {
  const { plg, lead } = await setting({ joining: 'closed' })
  const member = await anActor()
  const { id } = await aMember({ plgId: plg.id, personId: member.id })
  await removeMember(lead, plg.slug, id)
  await workOff()
  await db().updateTable('plgs').set({ title: 'Neuer Titel' }).execute()
  expect(await bellOf(member)).toEqual(['Sie sind nicht mehr Mitglied der PLG „Lesen“.'])
  await restoreMember(lead, plg.slug, id)
  expect(await bellOf(member)).toEqual([])
})

test('the invited are told, and the leads of a no', async () => {
  const { plg, lead } = await setting({ joining: 'closed' })
  const person = await anActor('teacher', { email: 'neu@schule.example', lastName: 'Neu' })
  await invite(lead, plg.slug, { email: 'neu@schule.example', role: 'member', message: '' })
  await workOff()
  expect(await bellOf(person)).toEqual(['Leitung lädt Sie in die PLG „Lesen“ ein.'])
  await declineInvitation(person, plg.slug)
  await workOff()
  expect(await bellOf(person)).toEqual([])
  expect(await bellOf(lead)).toEqual(['Neu hat die Einladung in „Lesen“ abgelehnt.'])
})

test('an address without an account gets a mail that names no PLG', async () => {
  const { plg, lead } = await setting({ joining: 'closed', title: 'Geheime Runde' })
  await invite(lead, plg.slug, { email: 'fremd@schule.example', role: 'member', message: 'Hallo' })
  await workOff()
  expect(keptMails()).toMatchObject([{ to: 'fremd@schule.example' }])
  expect(JSON.stringify(keptMails())).not.toContain('Geheim')
})

test('the first teacher of a school has its principal asked, the second has not', async () => {
  const { plg, lead } = await setting({ joining: 'open' })
  const school = await aSchool({ name: 'GGS Am Hafen' })
  const principal = await anActor('principal', { schoolId: school.id })
  await joinPlg(await anActor('teacher', { schoolId: school.id }), plg.slug, {})
  await joinPlg(await anActor('teacher', { schoolId: school.id }), plg.slug, {})
  await workOff()
  expect(await bellOf(principal)).toEqual(['Die PLG „Lesen“ braucht Ihre Zustimmung: GGS Am Hafen'])
  await decideConsent(principal, school.slug, { plgId: plg.id, consent: 'granted', reason: '' })
  await workOff()
  expect(await bellOf(lead)).toContain('Die Schulleitung hat „Lesen“ zugestimmt: GGS Am Hafen.')
})

test('everybody inside is told who accompanies them, a new lead of being one', async () => {
  const { plg, lead } = await setting()
  const member = await anActor()
  const { id } = await aMember({ plgId: plg.id, personId: member.id })
  const person = await anActor('facilitator', { firstName: 'Sabine', lastName: 'Klar' })
  await assignFacilitator(await anActor('smz_staff'), plg.slug, person.id)
  await changeRole(lead, plg.slug, { memberId: id, role: 'lead' })
  await workOff()
  expect(await bellOf(lead)).toEqual(['Sabine Klar begleitet jetzt die PLG „Lesen“.'])
  expect((await bellOf(member)).sort()).toEqual([
    'Sabine Klar begleitet jetzt die PLG „Lesen“.',
    'Sie sprechen jetzt für die PLG „Lesen“.',
  ])
})

test('whoever comes, goes, or gets another part is judged anew on open connections', async () => {
  const { plg, lead } = await setting()
  const [first, second] = [await anActor(), await anActor()]
  await joinPlg(first, plg.slug, {})
  await joinPlg(second, plg.slug, {})
  await leavePlg(first, plg.slug)
  await changeRole(lead, plg.slug, { memberId: (await seatOf(second)).id, role: 'lead' })
  await removeMember(lead, plg.slug, (await seatOf(second)).id)
  const expected = [first.id, second.id, first.id, second.id, second.id]
  await expect.poll(() => judgedAnew).toEqual(expected)
})

test('who left their school a day ago gives the seat up; the eldest member takes the lead over', async () => {
  const plg = await aPlg()
  const lead = await anActor()
  const eldest = await anActor()
  const schoolId = lead.memberships[0]?.schoolId ?? ''
  await joinPlg(lead, plg.slug, {})
  await db().updateTable('plgMembers').set({ role: 'lead' }).execute()
  await joinPlg(eldest, plg.slug, {})
  await joinPlg(await anActor(), plg.slug, {})
  const endedAt = new Date('2026-11-20T08:00:00Z')
  await db()
    .updateTable('memberships')
    .set({ state: 'ended', validUntil: endedAt })
    .where('personId', '=', lead.id)
    .execute()
  await giveUpOrphanedSeats.run(new Date(endedAt.getTime() + 60 * 60_000))
  expect(await activeIn(plg.id)).toHaveLength(3)
  await giveUpOrphanedSeats.run(new Date(endedAt.getTime() + 25 * 60 * 60_000))
  expect(await activeIn(plg.id)).toMatchObject([
    { personId: eldest.id, role: 'lead' },
    { role: 'member' },
  ])
  const seats = await db().selectFrom('plgSeats').select('schoolId').execute()
  expect(seats.map((seat) => seat.schoolId)).not.toContain(schoolId)
})

const activeIn = (plgId: string) =>
  db()
    .selectFrom('plgMembers')
    .where('plgId', '=', plgId)
    .where('state', '=', 'active')
    .orderBy('role')
    .select(['personId', 'role'])
    .execute()

test('everybody inside learns what the group has decided, principals of a new agreement', async () => {
  const { plg, lead } = await setting()
  const teacher = await anActor()
  await joinPlg(teacher, plg.slug, {})
  const schoolId = teacher.memberships[0]?.schoolId ?? ''
  const principal = await anActor('principal', { schoolId })
  const elsewhere = await anActor('principal')
  const seen = { cycle: 1, note: '' }
  await movePhase(lead, plg.slug, { ...seen, from: 'forming', phase: 'idea' })
  await workOff()
  expect(await bellOf(teacher)).toContain('„Lesen“: Sie sind jetzt in der Phase „Idee“.')
  await pausePlg(lead, plg.slug, { ...seen, from: 'idea' })
  await saveAgreement(lead, plg.slug, { version: 0, text: 'Neu', rhythm: '' })
  await workOff()
  expect(await bellOf(teacher)).toContain('2 Entscheidungen in „Lesen“')
  expect(await bellOf(lead)).not.toContain('2 Entscheidungen in „Lesen“')
  expect((await bellOf(principal)).join()).toContain(
    'Die Vereinbarung der PLG „Lesen“ hat eine neue Fassung',
  )
  expect(await bellOf(elsewhere)).toEqual([])
})
