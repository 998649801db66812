import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { now } from '#server/platform/clock.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { KINDS, PHASES } from '../contract.ts'
import type { GateFacts } from '../cycle/rules.ts'
import { may } from './policy.ts'
import { type Facts, haveSchoolDaysPassed, missingAtGate, signalsOf } from './rules.ts'
import { cockpitFor } from './views.ts'

const DAY = 24 * 60 * 60_000
const daysFromNow = (days: number) => new Date(now().getTime() + days * DAY)

const calm: Facts = {
  kind: 'plg',
  phase: 'trial',
  isPaused: false,
  phaseUntil: '2026-12-20',
  hasNextSession: true,
  lastMet: '2026-11-01',
  consentOpenSince: null,
  today: '2026-11-22',
}
const noGate: GateFacts = {
  agreedSchools: 0,
  norms: 0,
  sessions: 0,
  unknownSoftware: ['Bruchwerk'],
  reports: 0,
  unreported: [],
  withoutSheet: ['GGS Am Hafen'],
}

describe('where a PLG seems to be stuck', () => {
  test.each([
    ['nothing', {}, []],
    ['a date is missing', { hasNextSession: false, lastMet: '2026-09-01' }, ['no_date']],
    ['the holidays do not count', { hasNextSession: false, lastMet: '2026-09-15' }, []],
    ['met lately', { hasNextSession: false }, []],
    ['founded years ago', { hasNextSession: false, lastMet: '2019-01-01' }, ['no_date']],
    ['the phase is over', { phaseUntil: '2026-11-21' }, ['phase_over']],
    ['the phase ends today', { phaseUntil: '2026-11-22' }, []],
    ['no end is set', { phaseUntil: null }, []],
    ['a consent waits', { consentOpenSince: '2026-10-25' }, ['consent_open']],
    ['a consent is new', { consentOpenSince: '2026-10-26' }, []],
    ['nobody consents to walled ones', { kind: 'supervision', consentOpenSince: '2026-01-01' }, []],
    ['a pause is no trouble', { isPaused: true, phaseUntil: '2026-01-01' }, []],
    ['an idea is none', { phase: 'idea', hasNextSession: false, lastMet: '2026-01-01' }, []],
    ['an end is none', { phase: 'closed', phaseUntil: '2026-01-01' }, []],
  ] as [string, Partial<Facts>, string[]][])('%s', (_, given, expected) => {
    expect(signalsOf({ ...calm, ...given }, [])).toEqual(expected)
  })

  test.each(KINDS.flatMap((kind) => PHASES.map((phase) => [kind, phase] as const)))(
    'the gate before %s in the phase %s',
    (kind, phase) => {
      const missing = missingAtGate(kind, phase, noGate).map(({ key }) => key)
      const isWalled = kind === 'supervision' || kind === 'principals_circle'
      const expected: Record<string, string[]> = {
        forming: ['consents', 'norms', 'first_session'],
        design: ['known_software'],
        transfer: ['closing_reports', 'transfer_sheets'],
      }
      expect(missing).toEqual(isWalled ? [] : (expected[phase] ?? []))
    },
  )

  test('days of school are counted without the holidays, from the day after', () => {
    expect(haveSchoolDaysPassed('2026-10-16', '2026-11-01', 1)).toBe(true)
    expect(haveSchoolDaysPassed('2026-10-16', '2026-10-31', 1)).toBe(false)
    expect(haveSchoolDaysPassed('2026-11-22', '2026-11-22', 1)).toBe(false)
  })
})

test.each([...SCHOOL_ROLES, ...NETWORK_ROLES])(
  'the cockpit is for those who accompany: %s',
  (role) => {
    const schoolId = (NETWORK_ROLES as readonly string[]).includes(role) ? null : 'school'
    const who = { id: 'p', sessionId: '', firstName: 'K', lastName: 'M', isWelcomed: true }
    const as = (state: 'confirmed' | 'pending') => ({
      ...who,
      memberships: [{ role, schoolId, state }],
    })
    const isFor = ['facilitator', 'smz_staff', 'media_advisor'].includes(role)
    expect(may.accompany(as('confirmed'), {})).toBe(isFor)
    expect(may.accompany(as('pending'), {})).toBe(false)
  },
)

describe('what stands on the page', () => {
  beforeEach(() => emptyDatabase())

  test('only the own PLGs, also walled ones, and none that is over', async () => {
    const facilitator = await anActor('facilitator')
    const smz = await anActor('smz_staff')
    const circle = await aPlg({
      title: 'Runde der Leitungen',
      kind: 'principals_circle',
      joining: 'closed',
    })
    const over = await aPlg({ phase: 'closed' })
    const member = await aPlg()
    const left = await aPlg()
    for (const plg of [circle, over])
      await aMember({ plgId: plg.id, personId: facilitator.id, role: 'facilitator' })
    await aMember({ plgId: member.id, personId: facilitator.id, role: 'member' })
    await aMember({
      plgId: left.id,
      personId: facilitator.id,
      role: 'facilitator',
      state: 'left',
      until: now(),
    })
    const { plgs } = await cockpitFor(facilitator, 1)
    expect(plgs.rows.map(({ title }) => title)).toEqual(['Runde der Leitungen'])
    expect((await cockpitFor(smz, 1)).plgs.rows).toEqual([])
    for (const role of ['teacher', 'principal', 'operator'])
      await expect(cockpitFor(await anActor(role), 1)).rejects.toThrow(Forbidden)
  })

  test('phase, next date, open tasks as a number, signals with one verb; nothing about a person', async () => {
    const facilitator = await anActor('facilitator')
    const school = await aSchool()
    const lead = await anActor('teacher', { schoolId: school.id, firstName: 'Unverwechselbar' })
    const plg = await aPlg({
      phase: 'trial',
      phaseUntil: daysFromNow(-3).toISOString().slice(0, 10),
      foundedAt: daysFromNow(-60),
    })
    await aMember({ plgId: plg.id, personId: facilitator.id, role: 'facilitator' })
    await aMember({ plgId: plg.id, personId: lead.id, role: 'lead', schoolId: school.id })
    await db()
      .insertInto('plgSeats')
      .values({ plgId: plg.id, schoolId: school.id, consent: 'open', since: daysFromNow(-40) })
      .execute()
    const session = (days: number, state = 'planned') => ({
      plgId: plg.id,
      title: 'Treffen',
      startsAt: daysFromNow(days),
      endsAt: new Date(daysFromNow(days).getTime() + 60_000),
      mode: 'presence',
      state,
      createdAt: now(),
      changedAt: now(),
      clientKey: randomUUID(),
    })
    await db()
      .insertInto('plgSessions')
      .values([session(9), session(4, 'cancelled'), session(6)])
      .execute()
    const task = (doneAt: Date | null) => ({
      ...{ plgId: plg.id, text: 'Material', createdAt: now(), clientKey: randomUUID() },
      ...{ doneAt, assigneeId: lead.id, createdBy: lead.id },
    })
    await db()
      .insertInto('plgTasks')
      .values([task(null), task(null), task(now())])
      .execute()
    const view = await cockpitFor(facilitator, 1)
    const [row] = view.plgs.rows
    expect(row).toMatchObject({ phase: 'trial', openTasks: 2, nextSession: daysFromNowAbout(6) })
    expect(row?.signals.map(({ key }) => key)).toEqual(['phase_over', 'consent_open'])
    expect(row?.signals.every(({ action }) => action.to.startsWith(`/plg/${plg.slug}/`))).toBe(true)
    expect(JSON.stringify(view)).not.toContain('Unverwechselbar')
  })
})

const daysFromNowAbout = (days: number) => ({
  asymmetricMatch: (at: Date) => Math.abs(at.getTime() - daysFromNow(days).getTime()) < 60_000,
})
