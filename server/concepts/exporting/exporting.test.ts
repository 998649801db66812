import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aChapter, aConcept, aConceptGoal } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { change } from '#server/collab/journal.ts'
import { registerHouse } from '#server/open.ts'
import { checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { fromDocx } from '#server/rich-text/docx-in.ts'
import { nodesOf, wordsOf } from '#server/rich-text/text.ts'
import { freezeVersion } from '../versions/commands.ts'
import { exportFor } from './views.ts'

const text = (words: string): Content[] => [{ type: 'text', text: words }]
const p = (words: string): Content => ({ type: 'paragraph', content: text(words) })
const cell = (type: string, words: string): Content => ({ type, content: [p(words)] })

test('a version as a Word file, read again, has its headings, the head of its table and its goals', async () => {
  registerHouse()
  await emptyDatabase()
  const { id: conceptId, schoolId } = await aConcept()
  const school = await db()
    .selectFrom('schools')
    .where('id', '=', schoolId)
    .select(['slug', 'name'])
    .executeTakeFirstOrThrow()
  const petra = await anActor('principal', { schoolId })
  const chapter = await aChapter({ conceptId, title: 'Ausstattung' })
  await aConceptGoal({ conceptId, title: 'Alle drehen ein Video' })
  await change(chapter.documentId, () =>
    checkContent({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: text('Geräte') },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [cell('tableHeader', 'Raum'), cell('tableHeader', 'iPads')],
            },
            { type: 'tableRow', content: [cell('tableCell', '101'), cell('tableCell', '30')] },
          ],
        },
      ],
    }),
  )
  await freezeVersion(petra, school.slug, {
    ...{ clientKey: randomUUID(), label: 'Stand', changeNote: 'Neu' },
  })
  const by = { actor: petra, network: 'test' }
  const { name, bytes } = await exportFor(by, school.slug, 1, 'docx')
  expect(name).toMatch(/-version-1\.docx$/)
  const { content } = await fromDocx(bytes)
  const nodes = [...nodesOf(content)]
  const headings = nodes.filter(({ type }) => type === 'heading')
  const said = (node: Content) => (node.content ?? []).map((one) => one.text ?? '').join('')
  expect(headings.map((one) => [said(one), one.attrs?.level])).toEqual([
    ['Inhalt', 2],
    ['Ausstattung', 2],
    ['Geräte', 3],
    ['Ziele', 2],
  ])
  const heads = nodes.filter(({ type }) => type === 'tableHeader')
  expect(heads.map((one) => said(one.content?.[0] ?? one))).toEqual(['Raum', 'iPads'])
  expect(wordsOf(content)).toContain('Alle drehen ein Video')
  const markdown = await exportFor(by, school.slug, 1, 'md')
  expect(Buffer.from(markdown.bytes).toString()).toContain(`${school.name} · Version 1 vom`)
})
