import { beforeEach, describe, expect, test } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerSearch, type SearchGroup } from '#server/platform/search.ts'
import { wordsOf } from './rules.ts'
import { resultsFor } from './views.ts'

const asked: { person: string | null; words: string[]; limit: number }[] = []
const group = (kind: string, hits: number): SearchGroup => ({
  kind,
  title: kind,
  find: (actor, words, limit) => {
    asked.push({ person: actor?.id ?? null, words, limit })
    const all = Array.from({ length: hits }, (_, i) => ({
      id: String(i),
      title: `Treffer ${i}`,
      context: '',
      path: '/',
      secret: 'not for the page',
    }))
    return Promise.resolve(all.slice(0, limit))
  },
})

beforeEach(() => {
  asked.length = 0
})

describe('what was typed becomes words', () => {
  test.each([
    ['  Bruchrechnen,  iPad ', ['Bruchrechnen', 'iPad']],
    ['a b c', []],
    ['', []],
    ['iPad iPad', ['iPad']],
    ['eins zwei drei vier fünf sechs sieben', ['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs']],
    ['100% _x_', ['100%', '_x_']],
  ])('%j', (typed, words) => expect(wordsOf(typed)).toEqual(words))
})

describe('results', () => {
  test('are grouped; empty groups are left out; more than ten are announced', async () => {
    registerSearch([group('few', 2), group('none', 0), group('many', 40)])
    const { groups } = await resultsFor({ actor: null, network: 'a' }, 'iPad')
    expect(groups.map(({ kind, cards, hasMore }) => [kind, cards.length, hasMore])).toEqual([
      ['few', 2, false],
      ['many', 10, true],
    ])
    expect(JSON.stringify(groups)).not.toContain('not for the page')
  })

  test('every area is asked for the very person, or for a visitor', async () => {
    await emptyDatabase()
    const actor = await anActor()
    registerSearch([group('one', 1)])
    await resultsFor({ actor, network: 'b' }, 'iPad')
    await resultsFor({ actor: null, network: 'b' }, 'iPad')
    expect(asked.map(({ person }) => person)).toEqual([actor.id, null])
  })

  test('nothing is asked without a word', async () => {
    registerSearch([group('one', 1)])
    expect(await resultsFor({ actor: null, network: 'c' }, ' \u0000 a ')).toMatchObject({
      q: 'a',
      groups: [],
    })
    expect(asked).toEqual([])
  })

  test('stop after 60 in a minute from one network', async () => {
    registerSearch([])
    for (let i = 0; i < 60; i++) await resultsFor({ actor: null, network: 'd' }, 'iPad')
    await expect(resultsFor({ actor: null, network: 'd' }, 'iPad')).rejects.toMatchObject({
      name: 'TooMany',
    })
    await resultsFor({ actor: null, network: 'e' }, 'iPad')
  })
})
