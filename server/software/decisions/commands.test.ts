import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { releasesOf as releasesOfUse } from '#db/factories/decision.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { decide, inDays, type Setting, setting, sign, TODAY } from '#server/decision-setting.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import type { Verdict } from '../standing/contract.ts'
import { listUses } from '../products/sql.ts'
import { decideCase, setReleaseMode } from './commands.ts'
import { historyFor } from './history/views.ts'
import { productFor } from '../products/views.ts'
import { proposeDeviation, settleProposal } from './proposals/commands.ts'
import { stepRelease } from './running/commands.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const nothing = { note: '', conditions: [], validUntil: undefined, project: '', schools: [] }
const anywhere = { schoolForms: [], gradeMin: null, gradeMax: null }
const releasesOf = (at: Setting) => releasesOfUse(at.scenario.id)
const nameNow = async (at: Setting) =>
  (await listUses([at.product.id], { today: TODAY, schools: [] })).find(
    ({ id }) => id === at.scenario.id,
  )?.standing

const actions = async () =>
  (await db().selectFrom('auditEntries').orderBy('id').select('action').execute()).map(
    ({ action }) => action,
  )

test.each<[Verdict, string, string | null, string]>([
  ['no_objection', 'release', 'released', 'approved'],
  ['no_personal_data', 'release', 'released', 'approved_no_data'],
  ['no_objection_with_conditions', 'release', 'released', 'approved_with_conditions'],
  ['pilot_only', 'hand_over', null, 'in_review'],
  ['not_assessable', 'hand_over', null, 'in_review'],
  ['objection', 'release', 'objection', 'not_approved'],
])('by the standing rule "%s" leads to %s, %s', async (verdict, event, outcome, name) => {
  const at = await setting()
  expect(await sign(at, verdict)).toMatchObject({ event, outcome })
  expect(await nameNow(at)).toBe(name)
})

test('a pilot in a Vorhaben never runs longer than half a year', async () => {
  const at = await setting()
  expect(await sign(at, 'pilot_only', { withProject: true })).toMatchObject({ outcome: 'pilot' })
  const [pilot] = await releasesOf(at)
  expect(pilot).toMatchObject({ kind: 'pilot', projectId: at.projectId })
  expect((pilot?.validUntil ?? '') < inDays(187)).toBe(true)
  expect(await nameNow(at)).toBe('pilot')
})

test('a new opinion takes the place of the last, an objection ends it at once', async () => {
  const at = await setting()
  await sign(at, 'no_objection')
  await sign(at, 'no_objection_with_conditions')
  await sign(at, 'objection')
  const ended = (await releasesOf(at)).map(({ endedAs }) => endedAs)
  expect(ended).toEqual(['withdrawn', 'superseded'])
  expect(await actions()).toContain('software.release-ended')
})

test('where the Schulträger decides a positive opinion waits, and what it decides is narrower or needs two', async () => {
  const at = await setting()
  await setReleaseMode(at.managers[0], { mode: 'by_authority' })
  const { number, opinionId } = await sign(at, 'no_objection')
  expect(await nameNow(at)).toBe('in_review')
  const asked = { ...nothing, ...anywhere, number, note: '' }
  const refused = [
    { ...asked, decision: 'stricter' as const },
    { ...asked, decision: 'refuse' as const },
    { ...asked, decision: 'pilot' as const },
    { ...asked, decision: 'release' as const, validUntil: inDays(301) },
    { ...asked, decision: 'release' as const, validUntil: inDays(-1) },
  ]
  for (const input of refused)
    await expect(decideCase(at.managers[0], input)).rejects.toBeInstanceOf(Refusal)
  await expect(decideCase(at.dpo, { ...asked, decision: 'release' })).rejects.toBeInstanceOf(
    Forbidden,
  )
  const conditions = ['Nur im Netz der Schule']
  await decideCase(at.managers[0], { ...asked, decision: 'stricter', conditions })
  expect(await nameNow(at)).toBe('approved_with_conditions')
  const stale = { scenarioId: at.scenario.id, opinionId, reason: 'Wir brauchen sie länger.' }
  await expect(
    proposeDeviation(at.managers[0], { ...stale, conditions: [], validUntil: inDays(400) }),
  ).rejects.toBeInstanceOf(Refusal)
})

test('what is refused shows so from then on, until something is released after it', async () => {
  const at = await setting()
  await setReleaseMode(at.managers[0], { mode: 'by_authority' })
  const { number, opinionId } = await sign(at, 'no_objection')
  const longer = { scenarioId: at.scenario.id, opinionId, reason: 'Wir brauchen sie länger.' }
  await proposeDeviation(at.managers[0], { ...longer, conditions: [], validUntil: inDays(400) })
  await decide(at, number, 'refuse')
  const { id: proposalId } = await db()
    .selectFrom('releaseProposals')
    .select('id')
    .executeTakeFirstOrThrow()
  // What was proposed before the no is not confirmed after it.
  await expect(
    settleProposal(at.managers[1], { proposalId, answer: 'confirm' }),
  ).rejects.toBeInstanceOf(Refusal)
  expect(await nameNow(at)).toBe('not_approved')
  const seen = async (actor: Actor | null) => productFor(actor, at.product.slug)
  expect(await seen(at.dpo)).toMatchObject({ best: { endReason: 'Weil.' } })
  expect(JSON.stringify(await seen(null))).not.toMatch(/Weil\.|not_approved/)
  expect(JSON.stringify(await historyFor(null, at.product.slug, 1))).not.toContain('Weil.')
  expect(await historyFor(at.dpo, at.product.slug, 1)).toMatchObject({
    rows: [{ what: 'refusal', reason: 'Weil.', office: 'release_manager' }, { what: 'opinion' }],
  })
  await expect(db().deleteFrom('releaseRefusals').execute()).rejects.toThrow('never deleted')
  const again = await sign(at, 'no_objection')
  expect(await nameNow(at)).toBe('not_approved')
  await decide(at, again.number, 'release')
  expect(await nameNow(at)).toBe('approved')
})

test('for single schools, by name or number, and in any running Vorhaben', async () => {
  const at = await setting()
  await setReleaseMode(at.managers[0], { mode: 'by_authority' })
  const [own, , twin] = [
    await aSchool({ name: 'Realschule Ost' }),
    ...[await aSchool({ name: 'Grundschule Au' }), await aSchool({ name: 'Grundschule Au' })],
  ]
  const { number } = await sign(at, 'no_objection')
  const asked = { ...nothing, ...anywhere, number, note: '', decision: 'stricter' as const }
  for (const schools of [['Gymnasium Nirgends'], ['Grundschule Au']])
    await expect(decideCase(at.managers[0], { ...asked, schools })).rejects.toMatchObject({
      field: 'schools',
    })
  const project = await aProject({ plgId: (await aPlg()).id, status: 'running' })
  const walled = await aProject({
    ...{ plgId: (await aPlg({ kind: 'supervision', joining: 'closed' })).id, status: 'running' },
  })
  const pilot = { ...asked, decision: 'pilot' as const, schools: ['realschule ost'] }
  for (const name of ['', 'vielleicht', `/plg/x/vorhaben/${walled.number}-titel`])
    await expect(decideCase(at.managers[0], { ...pilot, project: name })).rejects.toMatchObject({
      field: 'project',
    })
  const address = `https://plg.example/plg/x/vorhaben/${project.number}-titel`
  await decideCase(at.managers[0], { ...pilot, project: address })
  expect((await releasesOf(at))[0]).toMatchObject({
    ...{ kind: 'pilot', schoolIds: [own?.id], projectId: project.id },
  })
  const uses = (schools: string[]) => listUses([at.product.id], { today: TODAY, schools })
  expect(await uses([own?.id ?? ''])).toMatchObject([{ standing: 'pilot', isElsewhere: false }])
  expect(await uses([twin?.id ?? ''])).toMatchObject([
    { standing: 'not_reviewed', isElsewhere: true },
  ])
})

test('against the opinion: a reason, two persons, and the newest opinion only', async () => {
  const at = await setting()
  const { opinionId } = await sign(at, 'objection')
  const [first, second] = at.managers
  const proposal = { scenarioId: at.scenario.id, opinionId, reason: 'Die Prüfung ist überholt.' }
  const input = { ...proposal, conditions: ['Nur bis zum Halbjahr'], validUntil: inDays(60) }
  await expect(proposeDeviation(at.dpo, input)).rejects.toBeInstanceOf(Forbidden)
  await proposeDeviation(first, input)
  await expect(proposeDeviation(second, input)).rejects.toBeInstanceOf(Refusal)
  const { id: proposalId } = await db()
    .selectFrom('releaseProposals')
    .select('id')
    .executeTakeFirstOrThrow()
  const confirm = { proposalId, answer: 'confirm' as const }
  await expect(settleProposal(first, confirm)).rejects.toBeInstanceOf(Forbidden)
  expect(await nameNow(at)).toBe('not_approved')
  await settleProposal(second, confirm)
  expect(await nameNow(at)).toBe('approved_with_conditions')
  expect((await releasesOf(at))[0]).toMatchObject({
    ...{ deviates: true, decidedBy: first.id, secondBy: second.id },
    deviationReason: proposal.reason,
  })
  await expect(settleProposal(second, confirm)).rejects.toBeInstanceOf(Refusal)
  expect(await actions()).toContain('software.deviation-confirmed')
})

test('of two release managers one decides; whoever suspends meanwhile acts before or after', async () => {
  const at = await setting()
  await setReleaseMode(at.managers[0], { mode: 'by_authority' })
  const { number } = await sign(at, 'no_objection')
  const results = await Promise.allSettled([
    decide(at, number, 'release', 0),
    decide(at, number, 'refuse', 1),
  ])
  const [refused] = results.filter((result) => result.status === 'rejected')
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(String(refused?.reason)).toContain('inzwischen')
})

test('signing and suspending at once: whatever comes first, one release stands or none', async () => {
  const at = await setting()
  await sign(at, 'no_objection')
  const [{ id: releaseId } = { id: '' }] = await releasesOf(at)
  const step = { releaseId, step: 'suspend' as const, reason: 'Ein Vorfall' }
  const results = await Promise.allSettled([
    sign(at, 'no_objection_with_conditions'),
    stepRelease(at.managers[0], step),
    stepRelease(at.managers[1], step),
  ])
  expect(results[0]?.status).toBe('fulfilled')
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Refusal)
  expect(results.slice(1).some(({ status }) => status === 'rejected')).toBe(true)
  expect((await releasesOf(at)).filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
  expect(await nameNow(at)).toBe('approved_with_conditions')
})
