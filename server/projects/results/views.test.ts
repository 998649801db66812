import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { emptyDatabase } from '#db/testing.ts'
import { exportFor } from '../exporting/views.ts'
import { resultsFor } from './views.ts'

beforeEach(() => emptyDatabase())

const ask = (query: Record<string, string>, page = 1) =>
  resultsFor({ actor: null, network: randomUUID() }, new URLSearchParams(query), page)
const titles = async (query: Record<string, string>) =>
  (await ask(query)).rows.map(({ title }) => title)

async function someResults() {
  const { id: plgId } = await aPlg()
  const out = { plgId, visibility: 'public' as const }
  await aProject({
    ...out,
    title: 'Brüche mit dem iPad vergleichen',
    subjects: ['mathematics'],
    gradeBands: ['5-6'],
    competencies: ['1.2', '4.1'],
  })
  await aProject({ ...out, title: 'Podcasts im Deutschunterricht', summary: 'Hören und sprechen.' })
  const { id } = await aProject({
    ...out,
    title: 'Wetterstation bauen',
    kind: 'innovation',
    planWords: 'Der Microcontroller misst die Temperatur.',
  })
  await db()
    .insertInto('closingReports')
    .values({
      projectId: id,
      oneSentence: 'Es misst.',
      recommendation: 'try_again',
      savedAt: new Date(),
    })
    .execute()
}

describe('the list of published Vorhaben', () => {
  test.each([
    ['bruch', 'Brüche mit dem iPad vergleichen'],
    ['brüche ipads', 'Brüche mit dem iPad vergleichen'],
    ['vergleich und brüche', 'Brüche mit dem iPad vergleichen'],
    ['Podcats', 'Podcasts im Deutschunterricht'],
    ['deutschunterr', 'Podcasts im Deutschunterricht'],
    ['microcontroller', 'Wetterstation bauen'],
    ['hören', 'Podcasts im Deutschunterricht'],
  ])('finds by "%s"', async (q, title) => {
    await someResults()
    expect(await titles({ q })).toEqual([title])
  })

  test.each(['%', '__', "' or 1=1 --", "xq':*|!zq", ':* & (', '\u0000', '\ud800', '!!!', '\\'])(
    'signs of SQL and of searches in "%s" mean themselves',
    async (q) => {
      await someResults()
      const { total, search } = await ask({ q })
      expect(total).toBe(search.q === '' ? 3 : 0)
    },
  )

  test('is narrowed by what is chosen, and says how many there are of each', async () => {
    await someResults()
    expect(await titles({ fach: 'mathematics', mkr: '4.1', jahrgang: '5-6' })).toHaveLength(1)
    expect(await titles({ art: 'innovation' })).toEqual(['Wetterstation bauen'])
    expect(await titles({ empfehlung: 'try_again' })).toEqual(['Wetterstation bauen'])
    expect(await titles({ fach: 'hexerei', mkr: "9.9' --" })).toHaveLength(3)
    const { counts } = await ask({})
    expect(counts).toContainEqual({ facet: 'competency', value: '1.2', count: 1 })
    expect(counts).toContainEqual({ facet: 'kind', value: 'teaching_development', count: 2 })
    expect(counts).toContainEqual({ facet: 'recommendation', value: 'try_again', count: 1 })
  })

  test('has pages, each of them once', async () => {
    const { id: plgId } = await aPlg()
    for (let at = 0; at < 23; at++)
      await aProject({ plgId, visibility: 'public', title: `Vorhaben ${at}` })
    const [one, two, nine] = [await ask({}), await ask({}, 2), await ask({}, 9)]
    expect([one.rows.length, two.rows.length, nine.rows.length]).toEqual([20, 3, 0])
    expect(one.pages).toBe(2)
    expect(new Set([...one.rows, ...two.rows].map(({ id }) => id)).size).toBe(23)
  })
})

test('an export says what the page says, in Markdown that means what was written', async () => {
  const { id: plgId } = await aPlg()
  const person = await anActor('teacher', { firstName: 'Ada', lastName: 'Autorin' })
  const { param } = await aProject({
    plgId,
    visibility: 'public',
    licence: 'cc_by',
    createdBy: person.id,
    title: 'Falten # <b>heute</b> [x](y)',
    summary: '* Eins\n# Zwei',
    competencies: ['1.2'],
    planWords: 'Erst falten.',
  })
  const { text, name } = { ...(await exportFor(null, param, 'md')) }
  expect(name).toMatch(/^\d+-falten-b-heute-b-x-y\.md$/)
  expect(text).toContain('# Falten \\# \\<b\\>heute\\</b\\> \\[x\\](y)')
  expect(text).toContain('1.2 Digitale Werkzeuge')
  expect(text).not.toContain('Autorin')
  const json = (await exportFor(null, param, 'json'))?.text ?? ''
  expect(JSON.parse(json)).toMatchObject({
    type: ['LearningResource'],
    license: { id: 'https://creativecommons.org/licenses/by/4.0/' },
    creator: [],
    teaches: [{ notation: '1.2' }],
    text: 'Erst falten.',
    report: null,
  })
})
