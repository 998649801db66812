import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { onQuery } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import { joinPlg } from '../members/commands.ts'
import { membersFor, workspaceFor } from '../members/views.ts'
import { suggestionsFor, waitingFor } from '../views.ts'
import { overviewFor } from './views.ts'

beforeEach(() => emptyDatabase())
afterEach(() => onQuery(undefined))

const titles = (rows: { title: string }[]) => rows.map(({ title }) => title).sort()

/** Somebody who is in a PLG already, so that nothing is suggested apart from the list. */
async function aBusyActor() {
  const actor = await anActor()
  const own = await aPlg({ title: 'Eigene', joining: 'closed' })
  await aMember({ plgId: own.id, personId: actor.id })
  return actor
}

async function found(asked: Record<string, string>, actor?: Awaited<ReturnType<typeof anActor>>) {
  return titles((await overviewFor(actor ?? (await aBusyActor()), asked)).others.rows)
}

describe('discovering', () => {
  test('shows what others do, and what is mine apart from it', async () => {
    const actor = await anActor()
    const mine = await aPlg({ title: 'Meine' })
    const asked = await aPlg({ title: 'Angefragt', joining: 'by_request' })
    await aPlg({ title: 'Andere' })
    await aMember({ plgId: mine.id, personId: actor.id })
    await aMember({ plgId: asked.id, personId: actor.id, state: 'requested' })
    const view = await overviewFor(actor, {})
    expect(titles(view.mine)).toEqual(['Meine'])
    expect(titles(view.waiting)).toEqual(['Angefragt'])
    expect(titles(view.others.rows)).toEqual(['Andere'])
  })

  test('finds every word anywhere, without minding accents, and no signs of LIKE', async () => {
    await aPlg({ title: 'Übergänge gestalten', question: 'Wie?', summary: 'Von 4 nach 5' })
    await aPlg({ title: 'Anderes' })
    expect(await found({ q: 'ubergange nach' })).toEqual(['Übergänge gestalten'])
    expect(await found({ q: 'Übergänge Physik' })).toEqual([])
    expect(await found({ q: '%' })).toEqual([])
    expect(await found({ q: 'a_d' })).toEqual([])
    expect(await found({ q: '\\' })).toEqual([])
    expect(await found({ q: '\u0000\ud800 nach' })).toEqual(['Übergänge gestalten'])
  })

  test('a PLG that names no subject is for every subject', async () => {
    await aPlg({ title: 'Mathe', subjects: ['mathematics'], gradeBands: ['5-6'] })
    await aPlg({ title: 'Kunst', subjects: ['art'], schoolForms: ['primary'] })
    await aPlg({ title: 'Alle' })
    expect(await found({ fach: 'mathematics' })).toEqual(['Alle', 'Mathe'])
    expect(await found({ jahrgang: '7-8' })).toEqual(['Alle', 'Kunst'])
    expect(await found({ schulform: 'grammar' })).toEqual(['Alle', 'Mathe'])
    expect(await found({ fach: 'unfug', jahrgang: '', seite: '-3' })).toHaveLength(3)
  })

  test('finished ones come only when asked for', async () => {
    await aPlg({ title: 'Fertig', phase: 'closed' })
    await aPlg({ title: 'Läuft', phase: 'trial', seeksMembers: false })
    expect(await found({})).toEqual(['Läuft'])
    expect(await found({ phase: 'closed' })).toEqual(['Fertig'])
    expect(await found({ sucht: '1' })).toEqual([])
  })

  test('goes on over pages without gap or double', async () => {
    for (let count = 0; count < 15; count++) await aPlg()
    const actor = await aBusyActor()
    const [first, second] = [await found({}, actor), await found({ seite: '2' }, actor)]
    expect([first.length, second.length]).toEqual([12, 3])
    expect(new Set([...first, ...second]).size).toBe(15)
    expect(await found({ seite: '99' }, actor)).toEqual([])
  })
})

describe('suggestions', () => {
  test('three open ones, the most fitting first, never full or finished ones', async () => {
    const actor = await anActor()
    await aPlg({ title: 'Fach', subjects: ['mathematics'] })
    await aPlg({ title: 'Fach und Jahrgang', subjects: ['mathematics'], gradeBands: ['5-6'] })
    await aPlg({ title: 'Anderes', subjects: ['art'] })
    await aPlg({ title: 'Auf Anfrage', subjects: ['mathematics'], joining: 'by_request' })
    await aPlg({ title: 'Voll', subjects: ['mathematics'], seeksMembers: false })
    await aPlg({ title: 'Pause', subjects: ['mathematics'], isPaused: true })
    await aPlg({ title: 'Fertig', subjects: ['mathematics'], phase: 'closed' })
    const interests = { subjects: ['mathematics'], gradeBands: ['5-6'] }
    const rows = await suggestionsFor(actor, interests)
    expect(rows.map(({ title, fits }) => [title, fits])).toEqual([
      ['Fach und Jahrgang', true],
      ['Fach', true],
      ['Anderes', false],
    ])
  })

  test('come on the list of somebody who is in none, by what they teach', async () => {
    const actor = await anActor('teacher', { subjects: ['art'] })
    await aPlg({ title: 'Kunst', subjects: ['art'] })
    const view = await overviewFor(actor, {})
    expect(view.suggestions).toMatchObject([{ title: 'Kunst', fits: true }])
    expect(view.others.total).toBe(0)
  })

  test('stand apart from the list on every page of it, so that none is missing or double', async () => {
    const actor = await anActor()
    for (let count = 0; count < 17; count++) await aPlg()
    const pages = [await overviewFor(actor, {}), await overviewFor(actor, { seite: '2' })]
    const listed = pages.flatMap((view) => titles(view.others.rows))
    const all = [...listed, ...titles(pages[0]?.suggestions ?? [])]
    expect([listed.length, new Set(all).size]).toEqual([14, 17])
  })
})

test('schools and members are counted as they are', async () => {
  const plg = await aPlg()
  const first = await anActor()
  const schoolId = first.memberships[0]?.schoolId ?? ''
  await joinPlg(first, plg.slug, {})
  await joinPlg(await anActor('teacher', { schoolId }), plg.slug, {})
  await joinPlg(await anActor(), plg.slug, {})
  await aMember({ plgId: plg.id, personId: (await anActor()).id, state: 'requested' })
  const { others } = await overviewFor(await aBusyActor(), {})
  expect(others.rows[0]).toMatchObject({ members: 3 })
  expect(others.rows[0]?.schools).toHaveLength(2)
})

test('who works in one PLG already is told so before the second', async () => {
  const teacher = await anActor()
  const [one, two] = [await aPlg(), await aPlg()]
  expect(await workspaceFor(teacher, two.slug)).toMatchObject({ entry: { isSecond: false } })
  await joinPlg(teacher, one.slug, {})
  expect(await workspaceFor(teacher, two.slug)).toMatchObject({ entry: { isSecond: true } })
})

test('what waits: requests for those who lead, invitations for the invited, consents for the principal', async () => {
  const plg = await aPlg({ title: 'Lesen', joining: 'by_request' })
  const lead = await anActor()
  const member = await anActor()
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  await aMember({ plgId: plg.id, personId: member.id })
  for (let count = 0; count < 2; count++)
    await aMember({ plgId: plg.id, personId: (await anActor()).id, state: 'requested' })
  const invited = await anActor()
  await aMember({ plgId: plg.id, personId: invited.id, state: 'invited' })
  expect(await waitingFor(lead)).toMatchObject([{ text: '2 Anfragen an „Lesen“' }])
  expect(await waitingFor(member)).toEqual([])
  expect(await waitingFor(invited)).toMatchObject([{ action: { to: `/plg/${plg.slug}` } }])
})

test('the number of queries does not grow with what there is to show', async () => {
  const teacher = await anActor()
  const count = async () => {
    let queries = 0
    onQuery(() => queries++)
    await overviewFor(teacher, { q: 'plg' })
    const list = queries
    await membersFor(teacher, plg.slug)
    onQuery(undefined)
    return { list, members: queries - list }
  }
  const plg = await aPlg()
  await aMember({ plgId: plg.id, personId: teacher.id, role: 'lead' })
  const before = await count()
  for (let more = 0; more < 6; more++) {
    await aPlg()
    await aMember({ plgId: plg.id, personId: (await anActor()).id })
  }
  expect(await count()).toEqual(before)
  expect(before.list).toBeLessThanOrEqual(5)
  expect(before.members).toBeLessThanOrEqual(4)
})
