import { beforeEach, expect, test, vi } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import { aProduct, aReviewCase, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { roomKind, roomOf } from '#server/platform/rooms.ts'
import { demand } from '../proposing/commands.ts'
import { saveAnswers } from './checks/commands.ts'
import { seenOf } from './checks/rules.ts'
import { DESK_ROOM } from './contract.ts'
import { saveDraft } from './opinions/commands.ts'
import { chooseUses, setPriority, startCase } from './triage/commands.ts'

const told = vi.hoisted(() => [] as { rooms: string[]; news: unknown }[])
vi.mock('#server/realtime/emit.ts', async (original) => ({
  ...(await original<object>()),
  tell: (room: string | string[], news: unknown) => told.push({ rooms: [room].flat(), news }),
}))

const VERSION = '2026-1'
beforeEach(async () => {
  await emptyDatabase(['review_catalogues', 'review_criteria', 'condition_blocks'])
  registerHouse()
  told.length = 0
})

async function setting(state: 'triage' | 'in_review') {
  const product = await aProduct()
  const scenario = await aScenario({ productId: product.id })
  const row = await aReviewCase({
    ...{ productId: product.id, scenarioIds: [scenario.id], state },
    ...{ catalogueVersion: VERSION, requestedBy: null },
  })
  return { ...row, scenario, officer: await anActor('school_dpo') }
}

const draftOf = (scenarioId: string) => ({
  ...{ version: 1, internalNote: '' },
  draft: {
    ...{ verdicts: [{ scenarioId, verdict: 'no_objection' as const }], blocks: [] },
    ...{ ownConditions: '', validUntil: '2028-07-31', riskLevel: 'low' as const },
    ...{ dpia: 'not_needed' as const, reasoning: 'GEHEIM', alternative: '', graceText: '' },
  },
})

test('every act on a case is heard at the desk and on its page, and says nothing of what stands in it', async () => {
  const early = await setting('triage')
  const late = await setting('in_review')
  const { officer, number, scenario } = late
  const teacher = await anActor()
  const does = async (of: { id: string }, act: () => Promise<unknown>) => {
    told.length = 0
    await act()
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(0))
    for (const one of told) {
      const desk = roomOf(DESK_ROOM.kind, DESK_ROOM.id)
      expect(one.rooms.toSorted()).toEqual([roomOf('review-case', of.id), desk].toSorted())
      expect(JSON.stringify(one.news)).not.toMatch(/GEHEIM|Freigeben|yes/)
    }
  }
  await does(early, () => chooseUses(early.officer, early.number, [early.scenario.id]))
  await does(early, () => setPriority(early.officer, early.number, 'high'))
  await does(early, () => demand(teacher, early.number))
  await does(early, () => startCase(early.officer, early.number, { way: 'start', note: 'GEHEIM' }))
  const answer = { id: 'C04', answer: 'yes' as const, comment: 'GEHEIM', seen: seenOf(null, '') }
  await does(late, () => saveAnswers(officer, number, [answer]))
  await does(late, () => saveDraft(officer, number, draftOf(scenario.id)))
})

test('what changes nothing tells nothing', async () => {
  const { officer, number } = await setting('in_review')
  await saveAnswers(officer, number, [
    { id: 'C04', answer: 'yes', comment: '', seen: seenOf('yes', '') },
  ])
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(told).toEqual([])
})

test.each([
  ['school_dpo', true],
  ['smz_staff', true],
  ['media_advisor', true],
  ['release_manager', true],
  ['operator', false],
  ['principal', false],
  ['teacher', false],
])('%s may listen at the desk: %s', async (role, may) => {
  const actor = await anActor(role)
  const { id } = await setting('in_review')
  expect(await roomKind('review-case')?.mayListen(actor, id)).toBe(may)
  expect(await roomKind(DESK_ROOM.kind)?.mayListen(actor, DESK_ROOM.id)).toBe(may)
  expect(await roomKind(DESK_ROOM.kind)?.mayListen(actor, id)).toBe(false)
})
