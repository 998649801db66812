import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aDocument } from '#db/factories/document.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { createDocument } from '#server/documents/commands.ts'
import { registerHouse } from '#server/open.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { projectFor } from '../reading/views.ts'
import { removePlan, takePlan } from './commands.ts'
import { forOthers } from './rules.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

async function setting() {
  const plg = await aPlg()
  const lead: Actor = await anActor()
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  const project = await aProject({ plgId: plg.id, createdBy: lead.id })
  const draft = { clientKey: randomUUID(), title: 'Plan', folder: '', template: 'lesson' }
  const path = await createDocument(lead, { kind: 'plg', slug: plg.slug }, draft)
  const number = Number(/dokumente\/(\d+)/.exec(path)?.[1])
  return { plg, lead, number, place: { plg: plg.slug, project: project.param }, project }
}

test('the text of a document is taken over as it is now, and can be taken out again', async () => {
  const { lead, number, place, project } = await setting()
  const input = { document: number, version: project.version, isChecked: false }
  await takePlan(lead, place, input)
  const view = await projectFor(lead, place)
  expect(view.plan).toContain('<h2')
  await expect(takePlan(lead, place, input)).rejects.toBeInstanceOf(Refusal)
  await removePlan(lead, place, { version: view.project.version })
  expect((await projectFor(lead, place)).plan).toBe('')
})

test('a document that the reader may not read is none, neither is an empty one', async () => {
  const { plg, lead, place, project } = await setting()
  const elsewhere = await aDocument({ plgId: (await aPlg()).id }, 'Geheim')
  const take = (document: number) =>
    takePlan(lead, place, { document, version: project.version, isChecked: false })
  await expect(take(elsewhere.number)).rejects.toBeInstanceOf(NotFound)
  await expect(take(999_999)).rejects.toBeInstanceOf(NotFound)
  const empty = await aDocument({ plgId: plg.id }, '')
  await expect(take(empty.number)).rejects.toBeInstanceOf(Refusal)
  expect(
    (await db().selectFrom('projects').where('id', '=', project.id).selectAll().execute())[0],
  ).toMatchObject({ planHtml: '', version: project.version })
})

test('pictures and names of people stay behind', () => {
  const content = checkContent(
    forOthers({
      type: 'doc',
      content: [
        { type: 'image', attrs: { file: randomUUID(), alt: 'Gefaltete Streifen' } },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Mit ' },
            { type: 'mention', attrs: { kind: 'person', id: randomUUID() } },
          ],
        },
      ],
    }),
  )
  expect(JSON.stringify(content)).toContain('[Bild: Gefaltete Streifen]')
  expect(JSON.stringify(content)).toContain('ein Mitglied der PLG')
  expect(JSON.stringify(content)).not.toMatch(/image|mention/)
})
