import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aNorm, aSeatedSchool } from '#db/factories/cycle.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { decideConsent } from '../seats/commands.ts'
import { consentsFor } from '../seats/views.ts'
import { agreeNorms, restoreNorm, reviewNorm, saveAgreement, setTimeBudget } from './commands.ts'
import { MOST_NORMS } from './contract.ts'
import { isReviewDue, normsFrom } from './rules.ts'
import { agreementFor } from './views.ts'

beforeEach(() => emptyDatabase())

async function led(given: Parameters<typeof aPlg>[0] = {}) {
  const plg = await aPlg(given)
  const lead = await anActor()
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  return { plg, lead }
}
const text = (words: string, version = 0) => ({ version, text: words, rhythm: '' })
const versions = () =>
  db().selectFrom('plgAgreements').orderBy('version').select(['version', 'text']).execute()
const log = async () =>
  (await db().selectFrom('plgDecisions').orderBy('number').selectAll().execute()).map(
    ({ kind, text: words }) => [kind, words],
  )
const norms = () =>
  db().selectFrom('plgNorms').orderBy('position').select(['text', 'state']).execute()

describe('the agreement', () => {
  test('grows by versions; earlier ones stay as they were', async () => {
    const { plg, lead } = await led()
    await saveAgreement(lead, plg.slug, text('Eins'))
    await saveAgreement(lead, plg.slug, { ...text('Zwei', 1), endsOn: '2027-07-31' })
    expect(await versions()).toEqual([
      { version: 1, text: 'Eins' },
      { version: 2, text: 'Zwei' },
    ])
    const view = await agreementFor(lead, plg.slug)
    expect(view.versions).toMatchObject([{ version: 2, endsOn: '2027-07-31' }, { version: 1 }])
    expect(await log()).toEqual([
      ['agreement', 'Fassung 1'],
      ['agreement', 'Fassung 2'],
    ])
  })

  test('of two who write at once one learns of the other; the same form twice is one version', async () => {
    const { plg, lead } = await led()
    const second = await anActor()
    await aMember({ plgId: plg.id, personId: second.id, role: 'lead' })
    const results = await Promise.allSettled([
      saveAgreement(lead, plg.slug, text('Von der einen')),
      saveAgreement(second, plg.slug, text('Von der anderen')),
    ])
    const no = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(no.reason).toBeInstanceOf(Conflict)
    expect((no.reason as Conflict).theirs).toMatch(/^Von der/)
    const [kept] = await versions()
    await saveAgreement(lead, plg.slug, text(kept?.text ?? ''))
    expect(await versions()).toHaveLength(1)
  })

  test('is written by those who speak for the group, read by everybody inside', async () => {
    const { plg } = await led()
    const { teacher } = await aSeatedSchool(plg.id)
    await expect(saveAgreement(teacher, plg.slug, text('Meins'))).rejects.toThrow(Forbidden)
    expect(await agreementFor(teacher, plg.slug)).toMatchObject({ can: { change: false } })
    for (const role of ['teacher', 'principal', 'smz_staff', 'operator'])
      await expect(agreementFor(await anActor(role), plg.slug)).rejects.toThrow(Forbidden)
  })

  test('of a closed group is read only', async () => {
    const { plg, lead } = await led({ phase: 'closed' })
    const norm = await aNorm(plg.id)
    const acts = [
      () => saveAgreement(lead, plg.slug, text('Neu')),
      () => agreeNorms(lead, plg.slug, { chosen: ['Neu'], own: '' }),
      () => reviewNorm(lead, plg.slug, { normId: norm.id, verdict: 'kept', text: '' }),
    ]
    for (const act of acts) await expect(act()).rejects.toThrow(Refusal)
  })
})

describe('the principal', () => {
  async function asked() {
    const { plg, lead } = await led()
    const { schoolId } = await aSeatedSchool(plg.id, 'open')
    const principal = await anActor('principal', { schoolId })
    const { slug } = await db()
      .selectFrom('schools')
      .where('id', '=', schoolId)
      .select('slug')
      .executeTakeFirstOrThrow()
    const seat = () => db().selectFrom('plgSeats').selectAll().executeTakeFirstOrThrow()
    return { plg, lead, principal, slug, schoolId, seat }
  }

  test('reads what the school agrees to, and agrees to this version', async () => {
    const { plg, lead, principal, slug, schoolId, seat } = await asked()
    await saveAgreement(lead, plg.slug, { ...text('Was wir tun'), rhythm: 'monatlich' })
    await setTimeBudget(lead, plg.slug, { schoolId, timeBudget: 'Zwei Nachmittage', version: 1 })
    const view = await consentsFor(principal, slug)
    expect(view.seats).toMatchObject([
      { agreement: 'Was wir tun', rhythm: 'monatlich', version: 1, timeBudget: 'Zwei Nachmittage' },
    ])
    await decideConsent(principal, slug, {
      ...{ plgId: plg.id, consent: 'granted', reason: '', agreedVersion: 1 },
      timeBudget: 'Eine Entlastungsstunde',
      version: 2,
    })
    expect(await seat()).toMatchObject({ agreedVersion: 1, timeBudget: 'Eine Entlastungsstunde' })
  })

  test('does not agree to a version that came meanwhile; the consent stays with what was read', async () => {
    const { plg, lead, principal, slug, seat } = await asked()
    const agree = (agreedVersion?: number) =>
      decideConsent(principal, slug, {
        ...{ plgId: plg.id, consent: 'granted' as const, reason: '', agreedVersion },
      })
    await agree()
    expect(await seat()).toMatchObject({ consent: 'granted', agreedVersion: null })
    await saveAgreement(lead, plg.slug, text('Eins'))
    await expect(agree()).rejects.toThrow('neue Fassung')
    await agree(1)
    await saveAgreement(lead, plg.slug, text('Zwei', 1))
    expect(await seat()).toMatchObject({ consent: 'granted', agreedVersion: 1 })
    await expect(agree(1)).rejects.toThrow('neue Fassung')
    await expect(agree(7)).rejects.toThrow('neue Fassung')
    expect((await consentsFor(principal, slug)).seats).toMatchObject([{ version: 2 }])
  })

  test('sees nothing of norms and decisions', async () => {
    const { plg, lead, principal, slug } = await asked()
    await agreeNorms(lead, plg.slug, { chosen: ['Was hier gesagt wird, bleibt hier.'], own: '' })
    expect(JSON.stringify(await consentsFor(principal, slug))).not.toContain('bleibt hier')
  })
})

test('what a school gives is written by two sides: neither sweeps the other’s words away', async () => {
  const { plg, lead } = await led()
  const { schoolId } = await aSeatedSchool(plg.id, 'open')
  const principal = await anActor('principal', { schoolId })
  const { slug } = await db()
    .selectFrom('schools')
    .where('id', '=', schoolId)
    .select('slug')
    .executeTakeFirstOrThrow()
  const set = (timeBudget: string, version: number) =>
    setTimeBudget(lead, plg.slug, { schoolId, timeBudget, version })
  const agree = (timeBudget: string, version?: number) =>
    decideConsent(principal, slug, {
      ...{ plgId: plg.id, consent: 'granted' as const, reason: '', timeBudget, version },
    })
  await set('Ein Nachmittag', 1)
  await set('Ein Nachmittag', 1)
  await expect(set('Zwei Nachmittage', 1)).rejects.toMatchObject({ theirs: 'Ein Nachmittag' })
  await expect(agree('', 1)).rejects.toMatchObject({ field: 'timeBudget' })
  await expect(agree('Nichts')).rejects.toMatchObject({ field: 'timeBudget' })
  await agree('Eine Entlastungsstunde', 2)
  await expect(set('Zwei Nachmittage', 2)).rejects.toBeInstanceOf(Conflict)
  const both = await Promise.allSettled([set('A', 3), agree('B', 3)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const seat = await db().selectFrom('plgSeats').selectAll().executeTakeFirstOrThrow()
  expect(seat).toMatchObject({ version: 4, consent: 'granted' })
})

test('the time a school gives is set for schools of this PLG only', async () => {
  const { plg, lead } = await led()
  const elsewhere = await aSeatedSchool((await aPlg()).id)
  const set = setTimeBudget(lead, plg.slug, {
    ...{ schoolId: elsewhere.schoolId, timeBudget: 'Viel', version: 1 },
  })
  await expect(set).rejects.toThrow(NotFound)
})

describe('norms', () => {
  test('lines are cleaned and taken once', () => {
    expect(normsFrom(['A', ' A '], '- B\n\n•  C  D\nA')).toEqual(['A', 'B', 'C D'])
  })

  test('are agreed, and again they are not doubled', async () => {
    const { plg, lead } = await led()
    const agree = () => agreeNorms(lead, plg.slug, { chosen: ['Pünktlich'], own: 'Vertraulich' })
    await Promise.all([agree(), agree()])
    expect(await norms()).toEqual([
      { text: 'Pünktlich', state: 'active' },
      { text: 'Vertraulich', state: 'active' },
    ])
    expect(await log()).toEqual([['norms', 'Pünktlich\nVertraulich']])
  })

  test('are few and short', async () => {
    const { plg, lead } = await led()
    const many = Array.from({ length: MOST_NORMS + 1 }, (_, at) => `Absprache ${at}`).join('\n')
    for (const own of [many, 'x'.repeat(301), ' \n '])
      await expect(agreeNorms(lead, plg.slug, { chosen: [], own })).rejects.toMatchObject({
        field: 'own',
      })
    expect(await norms()).toEqual([])
  })

  test('are kept, changed and dropped; dropping is taken back', async () => {
    const { plg, lead } = await led({ cycle: 2 })
    const norm = await aNorm(plg.id, 'Pünktlich')
    const other = await aNorm(plg.id, 'Vertraulich')
    const review = (normId: string, verdict: 'kept' | 'changed' | 'dropped', words = '') =>
      reviewNorm(lead, plg.slug, { normId, verdict, text: words })
    const due = async () => (await agreementFor(lead, plg.slug)).norms.map(({ isDue }) => isDue)
    expect(await due()).toEqual([true, true])
    await review(norm.id, 'kept')
    await expect(review(other.id, 'changed')).rejects.toMatchObject({ field: 'text' })
    await expect(review(other.id, 'changed', 'pünktlich')).rejects.toThrow('gibt es schon')
    await review(other.id, 'changed', 'Streng vertraulich')
    await expect(review(other.id, 'dropped')).rejects.toThrow('inzwischen')
    expect(await due()).toEqual([false, false])
    await review(norm.id, 'dropped')
    expect((await agreementFor(lead, plg.slug)).dropped).toMatchObject([{ text: 'Pünktlich' }])
    await restoreNorm(lead, plg.slug, norm.id)
    await restoreNorm(lead, plg.slug, norm.id)
    await expect(restoreNorm(lead, plg.slug, other.id)).rejects.toThrow(Refusal)
    expect((await norms()).filter(({ state }) => state === 'active')).toHaveLength(2)
    expect((await log()).map(([, words]) => words)).toEqual([
      'Geändert: Streng vertraulich',
      'Gestrichen: Pünktlich',
      'Wieder aufgenommen: Pünktlich',
    ])
  })

  test('of other groups do not exist here', async () => {
    const { plg, lead } = await led()
    const norm = await aNorm((await aPlg()).id)
    const step = reviewNorm(lead, plg.slug, { normId: norm.id, verdict: 'dropped', text: '' })
    await expect(step).rejects.toThrow(NotFound)
  })

  test.each([
    [{ reviewedCycle: null }, { cycle: 1, phase: 'design' }, false],
    [{ reviewedCycle: null }, { cycle: 1, phase: 'evaluate' }, true],
    [{ reviewedCycle: 1 }, { cycle: 1, phase: 'transfer' }, false],
    [{ reviewedCycle: 1 }, { cycle: 2, phase: 'forming' }, true],
    [{ reviewedCycle: 2 }, { cycle: 2, phase: 'transfer' }, false],
    [{ reviewedCycle: null }, { cycle: 3, phase: 'closed' }, false],
  ] as const)('once per cycle: %o in %o: %s', (norm, plg, isDue) => {
    expect(isReviewDue(norm, plg)).toBe(isDue)
  })
})
