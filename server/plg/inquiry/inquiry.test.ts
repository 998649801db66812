import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Conflict, Forbidden, Refusal } from '#server/platform/errors.ts'
import { saveInquiry } from './commands.ts'
import type { InquiryInput } from './inputs.ts'
import { focusFor } from './views.ts'

beforeEach(() => emptyDatabase())

const focus = (given: Partial<InquiryInput> = {}): InquiryInput => ({
  ...{ cycle: 1, version: 0, question: 'Hilft Falten?', shouldLearn: '', knownBy: '' },
  ...{ evidence: '', goal: '', measure: '', outOfScope: '', ...given },
})

async function setting(given: Parameters<typeof aPlg>[0] = {}) {
  const plg = await aPlg(given)
  const member = await anActor('teacher', { firstName: 'Mia', lastName: 'Mit' })
  await aMember({ plgId: plg.id, personId: member.id })
  return { plg, member }
}

describe('the focus', () => {
  test('is written by those who belong to the group', async () => {
    const { plg, member } = await setting()
    await saveInquiry(member, plg.slug, focus({ dueOn: '2027-07-31', dimension: 'teaching' }))
    expect(await focusFor(member, plg.slug, null)).toMatchObject({
      inquiry: { question: 'Hilft Falten?', dueOn: '2027-07-31', dimension: 'teaching' },
      ...{ version: 1, saved: { by: 'Mia Mit' }, can: { write: true } },
    })
    for (const role of ['guest', 'facilitator']) {
      const actor = await anActor()
      await aMember({ plgId: plg.id, personId: actor.id, role })
      await expect(saveInquiry(actor, plg.slug, focus({ version: 1 }))).rejects.toThrow(Forbidden)
      expect(await focusFor(actor, plg.slug, null)).toMatchObject({ can: { write: false } })
    }
    for (const role of ['teacher', 'principal', 'smz_staff', 'operator'])
      await expect(focusFor(await anActor(role), plg.slug, null)).rejects.toThrow(Forbidden)
  })

  test('is not overwritten by somebody who has not read it; the same form twice is once', async () => {
    const { plg, member } = await setting()
    const other = await anActor()
    await aMember({ plgId: plg.id, personId: other.id })
    const results = await Promise.allSettled([
      saveInquiry(member, plg.slug, focus({ question: 'Von der einen?' })),
      saveInquiry(other, plg.slug, focus({ question: 'Von der anderen?' })),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const no = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(no.reason).toBeInstanceOf(Conflict)
    expect((no.reason as Conflict).theirs).toMatch(/Von der/)
    const { inquiry } = await focusFor(member, plg.slug, null)
    await saveInquiry(member, plg.slug, focus({ question: inquiry?.question }))
    expect(await focusFor(member, plg.slug, null)).toMatchObject({ version: 1 })
    await saveInquiry(other, plg.slug, focus({ version: 1, question: 'Zusammen?' }))
    expect(await focusFor(member, plg.slug, null)).toMatchObject({ version: 2 })
  })

  test('of earlier cycles is read, and no longer written', async () => {
    const { plg, member } = await setting()
    await saveInquiry(member, plg.slug, focus())
    await db().updateTable('plgs').set({ cycle: 2 }).execute()
    await expect(saveInquiry(member, plg.slug, focus({ version: 1 }))).rejects.toThrow(Refusal)
    expect(await focusFor(member, plg.slug, null)).toMatchObject({ cycle: 2, inquiry: null })
    expect(await focusFor(member, plg.slug, '1')).toMatchObject({
      ...{ cycle: 1, cycles: [2, 1], can: { write: false } },
      inquiry: { question: 'Hilft Falten?' },
    })
    for (const asked of ['0', '9', '-1', 'x', '1e99', '1.5', ''])
      await expect(focusFor(member, plg.slug, asked)).resolves.toBeDefined()
  })

  test('of a closed group stays as it is', async () => {
    const { plg, member } = await setting({ phase: 'closed' })
    await expect(saveInquiry(member, plg.slug, focus())).rejects.toThrow('abgeschlossen')
  })

  test('shows what the evaluations of its cycle answer, and of no other', async () => {
    const { plg, member } = await setting()
    const answer = async (given: Parameters<typeof aProject>[0], whoDidNot: string) => {
      const project = await aProject(given)
      await db()
        .insertInto('projectEvaluations')
        .values({ projectId: project.id, whoDidNot, changedAt: new Date() })
        .execute()
    }
    await answer({ plgId: plg.id, title: 'Falten' }, 'Zwei üben noch')
    await answer({ plgId: plg.id, cycle: 2 }, 'Später')
    await answer({ plgId: (await aPlg()).id }, 'Woanders')
    await answer({ plgId: plg.id, deletedAt: new Date() }, 'Gelöscht')
    const view = await focusFor(member, plg.slug, null)
    expect(view.answers).toMatchObject([{ title: 'Falten', whoDidNot: 'Zwei üben noch' }])
  })
})
