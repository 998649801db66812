import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import {
  aNorm,
  aReport,
  aSeatedSchool,
  aSession,
  aSheet,
  aSoftware,
  openFirstGate,
  openLastGate,
} from '#db/factories/cycle.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Phase } from '../contract.ts'
import { beginNextCycle, closePlg, movePhase, pausePlg, resumePlg } from './commands.ts'
import { cycleFor } from './views.ts'

beforeEach(() => emptyDatabase())

async function led(given: Parameters<typeof aPlg>[0] = {}) {
  const plg = await aPlg(given)
  const lead = await anActor('teacher', { firstName: 'Lea', lastName: 'Leitend' })
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  return { plg, lead }
}
const at = (from: Phase, cycle = 1) => ({ from, cycle, note: '' })
const to = (from: Phase, phase: Exclude<Phase, 'closed'>, cycle = 1) => ({
  ...at(from, cycle),
  phase,
})
const rowOf = (id: string) =>
  db().selectFrom('plgs').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
const log = () =>
  db()
    .selectFrom('plgDecisions')
    .orderBy('number')
    .select(['kind', 'fromPhase', 'toPhase', 'cycle', 'text', 'decidedBy'])
    .execute()

describe('the first gate', () => {
  test('asks for two consents, norms and a date, and opens when all are there', async () => {
    const { plg, lead } = await led()
    const focus = () => movePhase(lead, plg.slug, to('forming', 'focus'))
    await expect(focus()).rejects.toThrow(/2 Schulleitungen.*Absprachen.*Termin/)
    await aSeatedSchool(plg.id)
    await aSeatedSchool(plg.id, 'refused')
    await expect(focus()).rejects.toThrow('bisher 1 von 2')
    await aSeatedSchool(plg.id)
    await expect(focus()).rejects.toMatchObject({ field: 'phase' })
    await aNorm(plg.id)
    await aSession(plg.id, { state: 'cancelled' })
    await expect(focus()).rejects.toThrow('Termin')
    await aSession(plg.id)
    await focus()
    expect(await rowOf(plg.id)).toMatchObject({ phase: 'focus' })
    expect(await log()).toMatchObject([
      { kind: 'phase', fromPhase: 'forming', toPhase: 'focus', cycle: 1, decidedBy: lead.id },
    ])
  })

  test('asks again after going back, for what is there then', async () => {
    const { plg, lead } = await led()
    await openFirstGate(plg.id)
    await movePhase(lead, plg.slug, to('forming', 'design'))
    await movePhase(lead, plg.slug, to('design', 'idea'))
    await db().updateTable('plgNorms').set({ state: 'dropped' }).execute()
    await expect(movePhase(lead, plg.slug, to('idea', 'focus'))).rejects.toThrow('Absprachen')
  })

  test('a school whose last teacher has gone does not count', async () => {
    const { plg, lead } = await led()
    await openFirstGate(plg.id)
    const { teacher } = await aSeatedSchool(plg.id)
    await db().updateTable('plgSeats').set({ consent: 'open' }).execute()
    await db().updateTable('plgSeats').set({ consent: 'granted' }).execute()
    await db()
      .updateTable('plgMembers')
      .set({ state: 'left' })
      .where('personId', '<>', teacher.id)
      .where('personId', '<>', lead.id)
      .execute()
    await expect(movePhase(lead, plg.slug, to('forming', 'focus'))).rejects.toThrow('bisher 1')
  })
})

describe('the second gate', () => {
  test('waits for every software that a live Vorhaben names', async () => {
    const { plg, lead } = await led({ phase: 'design' })
    const project = await aProject({ plgId: plg.id, status: 'planned' })
    await aSoftware(project.id, 'released', 0)
    await aSoftware(project.id, 'unknown', 1)
    const trial = () => movePhase(lead, plg.slug, to('design', 'trial'))
    await expect(trial()).rejects.toThrow('Werkzeug 2')
    await db().updateTable('projectSoftware').set({ status: 'no_personal_data' }).execute()
    await trial()
    expect(await rowOf(plg.id)).toMatchObject({ phase: 'trial' })
  })

  test('does not wait for what was stopped, deleted, or is of others', async () => {
    const { plg, lead } = await led({ phase: 'design' })
    const elsewhere = await aPlg()
    await aSoftware((await aProject({ plgId: plg.id, status: 'stopped' })).id)
    await aSoftware((await aProject({ plgId: plg.id, deletedAt: new Date() })).id)
    await aSoftware((await aProject({ plgId: elsewhere.id })).id)
    await movePhase(lead, plg.slug, to('design', 'evaluate'))
    expect(await rowOf(plg.id)).toMatchObject({ phase: 'evaluate' })
  })

  test('jumping from forming to trial passes both gates', async () => {
    const { plg, lead } = await led()
    const project = await aProject({ plgId: plg.id })
    await aSoftware(project.id)
    const jump = () => movePhase(lead, plg.slug, to('forming', 'trial'))
    await expect(jump()).rejects.toThrow(/Schulleitungen.*Werkzeug 1/)
    await openFirstGate(plg.id)
    await expect(jump()).rejects.toThrow('Werkzeug 1')
    await db().updateTable('projectSoftware').set({ status: 'pilot_release' }).execute()
    await jump()
  })
})

describe('the third gate', () => {
  const close = (from: Phase) => ({ ...at(from), isSure: true as const })

  test('waits for a report of every Vorhaben and a sheet of every school', async () => {
    const { plg, lead } = await led({ phase: 'transfer' })
    const [school, ...others] = await openFirstGate(plg.id)
    const shut = () => closePlg(lead, plg.slug, close('transfer'))
    const again = () => beginNextCycle(lead, plg.slug, at('transfer'))
    for (const act of [shut, again]) await expect(act()).rejects.toThrow(/noch kein Bericht/)
    const running = await aProject({ plgId: plg.id, status: 'running', title: 'Falten' })
    await openLastGate(plg.id, others)
    for (const act of [shut, again]) await expect(act()).rejects.toThrow(/Falten.*Schule /)
    await aReport(running.id)
    for (const act of [shut, again]) await expect(act()).rejects.toThrow(/Transferbogen/)
    await aSheet(plg.id, school ?? '')
    await shut()
    expect(await rowOf(plg.id)).toMatchObject({ phase: 'closed', isPaused: false })
    expect(await log()).toMatchObject([{ kind: 'closed', fromPhase: 'transfer' }])
  })

  test('a sheet must say something, or why not', async () => {
    const { plg, lead } = await led({ phase: 'transfer' })
    const schools = await openFirstGate(plg.id)
    await openLastGate(plg.id, schools)
    await db().updateTable('transferSheets').set({ take: '' }).execute()
    const shut = () => closePlg(lead, plg.slug, close('transfer'))
    await expect(shut()).rejects.toThrow('Transferbogen')
    await db()
      .updateTable('transferSheets')
      .set({ state: 'not_adopted', reason: 'Kein Bedarf' })
      .execute()
    await shut()
  })

  test('a new cycle begins at the beginning, and its gates ask for its own things', async () => {
    const { plg, lead } = await led({ phase: 'transfer' })
    await openLastGate(plg.id, await openFirstGate(plg.id))
    await beginNextCycle(lead, plg.slug, at('transfer'))
    expect(await rowOf(plg.id)).toMatchObject({ phase: 'forming', cycle: 2 })
    expect(await log()).toMatchObject([{ kind: 'next_cycle', cycle: 2 }])
    const focus = () => movePhase(lead, plg.slug, to('forming', 'focus', 2))
    await expect(focus()).rejects.toThrow('Termin')
    await aSession(plg.id, { cycle: 2 })
    await focus()
    const end = beginNextCycle(lead, plg.slug, at('focus', 2))
    await expect(end).rejects.toThrow('noch kein Bericht')
  })

  test('who has never begun dissolves; who has gone back does not', async () => {
    const { plg, lead } = await led()
    await openFirstGate(plg.id)
    await movePhase(lead, plg.slug, to('forming', 'focus'))
    await movePhase(lead, plg.slug, to('focus', 'forming'))
    await expect(closePlg(lead, plg.slug, close('forming'))).rejects.toThrow('Bericht')
    const fresh = await led()
    await closePlg(fresh.lead, fresh.plg.slug, close('forming'))
    expect(await rowOf(fresh.plg.id)).toMatchObject({ phase: 'closed' })
  })
})

describe('two who decide at once', () => {
  async function twoLeads(given: Parameters<typeof aPlg>[0] = {}) {
    const { plg, lead } = await led(given)
    const second = await anActor()
    await aMember({ plgId: plg.id, personId: second.id, role: 'lead' })
    return { plg, lead, second }
  }

  test('one decision each: the second reads what the first has decided', async () => {
    const { plg, lead, second } = await twoLeads({ phase: 'trial' })
    const results = await Promise.allSettled([
      movePhase(lead, plg.slug, to('trial', 'evaluate')),
      movePhase(second, plg.slug, to('trial', 'transfer')),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const no = results.find((result) => result.status === 'rejected')
    expect(String(no?.reason)).toMatch(/Inzwischen.*Von „Erprobung“ zu/)
    expect(await log()).toHaveLength(1)
  })

  test.each(['pause', 'close', 'nextCycle'] as const)('%s happens once', async (act) => {
    const { plg, lead, second } = await twoLeads({ phase: 'transfer' })
    await openLastGate(plg.id, await openFirstGate(plg.id))
    const decide = (actor: typeof lead) =>
      act === 'pause'
        ? pausePlg(actor, plg.slug, at('transfer'))
        : act === 'close'
          ? closePlg(actor, plg.slug, { ...at('transfer'), isSure: true })
          : beginNextCycle(actor, plg.slug, at('transfer'))
    const results = await Promise.allSettled([decide(lead), decide(second)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await log()).toHaveLength(1)
    expect((await rowOf(plg.id)).cycle).toBe(act === 'nextCycle' ? 2 : 1)
  })

  test('the same form twice is one decision, and no refusal', async () => {
    const { plg, lead } = await twoLeads({ phase: 'transfer' })
    const again = <T>(act: () => Promise<T>) => Promise.all([act(), act(), act()])
    await again(() => movePhase(lead, plg.slug, to('transfer', 'design')))
    await again(() => pausePlg(lead, plg.slug, at('design')))
    await again(() => resumePlg(lead, plg.slug, at('design')))
    expect((await log()).map(({ kind }) => kind)).toEqual(['phase', 'pause', 'resume'])
  })
})

test('the same phase again only sets its date', async () => {
  const { plg, lead } = await led()
  await movePhase(lead, plg.slug, { ...to('forming', 'forming'), until: '2027-01-31' })
  expect(await rowOf(plg.id)).toMatchObject({ phase: 'forming', phaseUntil: '2027-01-31' })
  await movePhase(lead, plg.slug, { ...to('forming', 'idea'), until: '2027-02-28' })
  expect(await rowOf(plg.id)).toMatchObject({ phase: 'idea', phaseUntil: '2027-02-28' })
  expect(await log()).toHaveLength(1)
})

test('the page says what is missing, what was decided and by whom', async () => {
  const { plg, lead } = await led()
  await aNorm(plg.id)
  await movePhase(lead, plg.slug, { ...to('forming', 'idea'), note: 'Noch einmal von vorn' })
  const view = await cycleFor(lead, plg.slug, null)
  expect(view.checks.map(({ key, isMet }) => [key, isMet])).toEqual([
    ['consents', false],
    ['norms', true],
    ['first_session', false],
  ])
  expect(view.decisions.rows).toMatchObject([
    { from: 'forming', to: 'idea', by: 'Lea Leitend', text: 'Noch einmal von vorn' },
  ])
  expect(view).toMatchObject({ canEnd: { close: true, nextCycle: false }, can: { decide: true } })
})

test('walled groups go where they want', async () => {
  const { plg, lead } = await led({ kind: 'supervision', joining: 'closed' })
  await movePhase(lead, plg.slug, to('forming', 'transfer'))
  await closePlg(lead, plg.slug, { ...at('transfer'), isSure: true })
  expect(await rowOf(plg.id)).toMatchObject({ phase: 'closed' })
})
