import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aDocument } from '#db/factories/document.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aTopic } from '#db/factories/plg.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { change } from '#server/collab/journal.ts'
import { registerHouse } from '#server/open.ts'
import { NotFound } from '#server/platform/errors.ts'
import { checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import type { Place } from '../views.ts'
import { CHANGES_PER_PAGE, type VersionMark, VERSIONS_PER_PAGE } from './contract.ts'
import { compareFor, versionFor, versionsFor } from './views.ts'

let meike: Actor
let plg: { id: string }
let place: Place
let id: string

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  const home = await aPlg({ title: 'Bruchrechnen' })
  plg = home
  meike = await anActor('teacher', { firstName: 'Meike', lastName: 'Thomas' })
  await aMember({ plgId: home.id, personId: meike.id })
  const document = await aDocument({ plgId: home.id })
  id = document.id
  place = { home: { kind: 'plg', slug: home.slug }, document: String(document.number) }
})

const p = (...content: Content[]): Content => ({ type: 'paragraph', content })
const text = (words: string): Content => ({ type: 'text', text: words })
const doc = (...content: Content[]) => checkContent({ type: 'doc', content })

let made = 0
async function aVersion(name: string, content: Content, given: { createdBy?: string } = {}) {
  made += 1
  const { count } = await db()
    .selectFrom('documentVersions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('documentVersions')
    .values({
      ...{ documentId: id, number: count + 1, kind: 'named', name },
      content: JSON.stringify(content),
      createdAt: new Date(Date.UTC(2026, 9, 1, 0, made)),
      clientKey: randomUUID(),
      ...given,
    })
    .execute()
}
const compare = (from: VersionMark, to: VersionMark, layout: 'inline' | 'side' = 'inline') =>
  compareFor(meike, place, { from, to, layout })

describe('the list', () => {
  test('begins with the youngest and says who kept it, a page at a time', async () => {
    for (let at = 1; at <= VERSIONS_PER_PAGE + 2; at++)
      await aVersion(`Stand ${at}`, doc(p(text('x'))), at % 2 ? { createdBy: meike.id } : {})
    const first = await versionsFor(meike, place, 1)
    expect(first.rows).toHaveLength(VERSIONS_PER_PAGE)
    expect(first).toMatchObject({ page: 1, pages: 2, total: VERSIONS_PER_PAGE + 2 })
    expect(first.rows[0]).toMatchObject({
      number: 22,
      name: 'Stand 22',
      author: 'Ehemaliges Mitglied',
    })
    expect(first.rows[1]?.author).toBe('Meike Thomas')
    const second = await versionsFor(meike, place, 2)
    expect(second.rows.map(({ number }) => number)).toEqual([2, 1])
    expect((await versionsFor(meike, place, 99)).rows).toEqual([])
  })
})

describe('a version', () => {
  test('is read without its comments, with names as they are today', async () => {
    const topic = await aTopic({ plgId: plg.id, title: 'Falten' })
    const elsewhere = await aPlg({ joining: 'closed' })
    const hidden = await aTopic({ plgId: elsewhere.id, title: 'Verborgen' })
    const mark = { type: 'comment', attrs: { thread: randomUUID() } }
    const mention = (thing: string): Content => ({
      type: 'mention',
      attrs: { kind: 'topic', id: thing },
    })
    const words = { ...text('Wir falten '), marks: [mark] }
    await aVersion('Stand', doc(p(words, mention(topic.id), mention(hidden.id))))
    const { html, version } = await versionFor(meike, place, 1)
    expect(version).toMatchObject({ number: 1, name: 'Stand' })
    expect(version.path).toMatch(/\/versionen\/1$/)
    expect(html).not.toContain('kommentar')
    expect(html).toContain('Falten')
    expect(html).not.toContain('Verborgen')
    expect(html).toContain('Verweis, den Sie nicht öffnen können')
  })

  test('that is none, or of another document, is not found', async () => {
    await aVersion('Stand', doc(p(text('x'))))
    const other = await aDocument({ plgId: plg.id })
    const there = { ...place, document: String(other.number) }
    await expect(versionFor(meike, place, 2)).rejects.toThrow(NotFound)
    await expect(versionFor(meike, there, 1)).rejects.toThrow(NotFound)
    await expect(
      compareFor(meike, there, { from: 1, to: 'jetzt', layout: 'inline' }),
    ).rejects.toThrow(NotFound)
  })
})

describe('comparing', () => {
  test('two versions, and a version with what is typed at this moment', async () => {
    await aVersion('Entwurf 1', doc(p(text('30 min'))))
    await aVersion('Nach Probe in 6b', doc(p(text('60 min'))))
    await change(id, () => doc(p(text('60 min')), p(text('Neu'))))
    const { from, to, found } = await compare(1, 2)
    expect([from?.name, to?.name]).toEqual(['Entwurf 1', 'Nach Probe in 6b'])
    expect(found?.counts).toMatchObject({ changed: 1 })
    const [section] = found?.rows ?? []
    expect(section && 'html' in section && section.html).toContain('<ins>')
    const now = await compare(2, 'jetzt', 'side')
    expect(now.to).toBeNull()
    expect(now.found?.counts).toMatchObject({ changed: 0, added: 1 })
    const last = now.found?.rows.at(-1)
    expect(last && 'after' in last && [last.before, last.after.includes('Neu')]).toEqual(['', true])
  })

  test('names of what may not be read stay hidden on both sides', async () => {
    const elsewhere = await aPlg({ joining: 'closed' })
    const hidden = await aTopic({ plgId: elsewhere.id, title: 'Verborgen' })
    const topic = await aTopic({ plgId: plg.id, title: 'Falten' })
    const mention = (thing: string): Content => ({
      type: 'mention',
      attrs: { kind: 'topic', id: thing },
    })
    await aVersion('eins', doc(p(text('Siehe '), mention(hidden.id))))
    await aVersion('zwei', doc(p(text('Siehe '), mention(topic.id))))
    for (const layout of ['inline', 'side'] as const) {
      const shown = JSON.stringify((await compare(1, 2, layout)).found)
      expect(shown).not.toContain('Verborgen')
      expect(shown).not.toContain('l25-verweis')
      expect(shown).toContain('Falten')
    }
  })

  test('a page at a time, with what stayed around the changes', async () => {
    const lines = (word: string) =>
      Array.from({ length: CHANGES_PER_PAGE + 5 }, (_, at) => [
        p(text(`Absatz ${at} ${word} steht hier für alle`)),
        p(text(`Zeile ${at} bleibt wie sie war`)),
      ]).flat()
    await aVersion('eins', doc(...lines('alt')))
    await aVersion('zwei', doc(...lines('neu')))
    const page = async (number: number) => {
      const asked = { from: 1, to: 2, layout: 'inline', page: number } as const
      return (await compareFor(meike, place, asked)).found?.rows ?? []
    }
    expect((await compare(1, 2)).found).toMatchObject({ pages: 2, total: CHANGES_PER_PAGE + 5 })
    expect(await page(1)).toHaveLength(2 * CHANGES_PER_PAGE)
    expect(await page(2)).toHaveLength(10)
    expect((await page(2))[0]).toMatchObject({ kind: 'changed', at: CHANGES_PER_PAGE + 1 })
    expect(await page(3)).toEqual([])
  })

  test('what cannot be read any more is said to be so', async () => {
    await aVersion('alt', { type: 'doc', content: [{ type: 'marquee' }] })
    await aVersion('neu', doc(p(text('x'))))
    expect((await compare(1, 2)).found).toBeNull()
  })
})
