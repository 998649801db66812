import '#db/testing.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { saveSheet } from './commands.ts'
import { schoolTransferFor, transferFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const sheet = (take: string, version = 0) => ({
  ...{ take, toWhom: '', how: '', dueOn: null, need: '', result: '', reason: '' },
  ...{ state: 'open' as const, version },
})

async function setting(kind = 'plg') {
  const plg = await aPlg({ kind, joining: 'closed', cycle: 2 })
  const [one, two]: Actor[] = [await anActor(), await anActor()]
  const schoolOf = (actor: Actor | undefined) => actor?.memberships[0]?.schoolId ?? ''
  await aMember({ plgId: plg.id, personId: one?.id ?? '', schoolId: schoolOf(one), role: 'lead' })
  await aMember({ plgId: plg.id, personId: two?.id ?? '', schoolId: schoolOf(two) })
  const { slug } = await db()
    .selectFrom('schools')
    .where('id', '=', schoolOf(one))
    .select('slug')
    .executeTakeFirstOrThrow()
  const principal: Actor = await anActor('principal', { schoolId: schoolOf(one) })
  return { plg, one: one as Actor, two: two as Actor, principal, slug }
}

describe('a transfer sheet', () => {
  test('is that of the own school, in the running cycle; of two who begin it one is first', async () => {
    const { plg, one, two } = await setting()
    const results = await Promise.allSettled([
      saveSheet(one, plg.slug, sheet('Falten')),
      saveSheet(one, plg.slug, sheet('Zeichnen')),
      saveSheet(two, plg.slug, sheet('Vergleichen')),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
    ])
    await expect(saveSheet(two, plg.slug, sheet('Alt', 7))).rejects.toBeInstanceOf(Refusal)
    await saveSheet(two, plg.slug, sheet('Neu', 1))
    const view = await transferFor(one, plg.slug, null)
    expect(view).toMatchObject({ cycle: 2, missing: [] })
    expect(view.sheets.map(({ take }) => take)).toContain('Neu')
    expect((await transferFor(one, plg.slug, 1)).sheets).toEqual([])
  })

  test('is read by the principal of its school, with nothing else of the PLG', async () => {
    const { plg, one, two, principal, slug } = await setting()
    await saveSheet(one, plg.slug, sheet('Falten'))
    await saveSheet(two, plg.slug, sheet('Geheimes'))
    const view = await schoolTransferFor(principal, slug)
    expect(view.sheets.map(({ take }) => take)).toEqual(['Falten'])
    expect(JSON.stringify(view)).not.toContain('Geheimes')
    await expect(transferFor(principal, plg.slug, null)).rejects.toBeInstanceOf(NotFound)
    await expect(saveSheet(principal, plg.slug, sheet('x'))).rejects.toBeInstanceOf(NotFound)
    for (const role of ['teacher', 'smz_staff', 'operator', 'school_dpo', 'principal'])
      await expect(schoolTransferFor(await anActor(role), slug)).rejects.toBeInstanceOf(Forbidden)
  })

  test.each(['supervision', 'principals_circle'])('is not written in a %s', async (kind) => {
    const { plg, one, principal, slug } = await setting(kind)
    await expect(saveSheet(one, plg.slug, sheet('x'))).rejects.toBeInstanceOf(Refusal)
    expect((await schoolTransferFor(principal, slug)).sheets).toEqual([])
  })
})
