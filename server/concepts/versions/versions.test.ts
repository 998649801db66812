import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aChapter, aConcept, aConceptGoal, aConceptRole } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { append, change, load } from '#server/collab/journal.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, Gone, NotFound, Refusal } from '#server/platform/errors.ts'
import { checkContent } from '#server/rich-text/check.ts'
import type { Content } from '#server/rich-text/contract.ts'
import { changeTo } from '#server/rich-text/yjs.ts'
import { returnConcept, submitConcept } from './approving/commands.ts'
import { approvalFor, waitingFor } from './approving/views.ts'
import { freezeVersion, recordResolution } from './commands.ts'
import { compareFor } from './comparing/views.ts'
import {
  publishDraft,
  publishFrozen,
  restoreVersion,
  withdrawVersion,
} from './publishing/commands.ts'
import { publishingFor } from './publishing/views.ts'
import { currentFor, readerFor } from './reading/views.ts'
import { versionsFor } from './views.ts'

let petra: Actor
let meike: Actor
let school: { id: string; slug: string }
let conceptId: string
let ways: { id: string; documentId: string }
let kit: { id: string; documentId: string }

const p = (words: string): Content => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words }],
})
const doc = (...content: Content[]) => checkContent({ type: 'doc', content })
const write = (chapter: { documentId: string }, ...content: Content[]) =>
  change(chapter.documentId, () => doc(...content))

beforeAll(registerHouse)
beforeEach(async () => {
  await emptyDatabase()
  const concept = await aConcept()
  conceptId = concept.id
  school = await db()
    .selectFrom('schools')
    .where('id', '=', concept.schoolId)
    .select(['id', 'slug'])
    .executeTakeFirstOrThrow()
  petra = await anActor('principal', { schoolId: school.id })
  meike = await anActor('teacher', { schoolId: school.id })
  await aConceptRole({ conceptId, personId: meike.id })
  ways = await aChapter({ conceptId, title: 'Leitbild', position: 0 })
  kit = await aChapter({ conceptId, title: 'Ausstattung', position: 1 })
  await write(ways, p('Wir lernen gemeinsam.'))
  await write(kit, p('30 iPads'))
})

const freeze = (actor: Actor = petra, key: string = randomUUID()) =>
  freezeVersion(actor, school.slug, { clientKey: key, label: 'Stand', changeNote: 'Neu' })

async function publish(given: Record<string, unknown> = {}, actor = petra) {
  const { seen } = await publishingFor(actor, school.slug, null)
  return publishDraft(actor, school.slug, {
    ...{ clientKey: randomUUID(), scope: 'public', changeNote: 'Neu', heldOn: '2026-11-12', seen },
    ...{ visibility: [], ...given },
  })
}
const rows = () =>
  db().selectFrom('conceptVersions').select(['number', 'status']).orderBy('number').execute()

describe('freezing', () => {
  test('copies chapters with what is being typed, goals of the school and marks, without comments', async () => {
    await aConceptGoal({ conceptId, title: 'Unser Ziel', visibility: 'school' })
    await aConceptGoal({ conceptId, title: 'Nur für uns zwei', visibility: 'authors' })
    await write(ways, {
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: 'kommentiert',
          marks: [{ type: 'comment', attrs: { thread: randomUUID() } }],
        },
      ],
    })
    const loaded = await load(kit.documentId)
    const typed = loaded && changeTo(loaded.doc, doc(p('60 iPads')))
    if (typed) await append(kit.documentId, typed)
    await freeze()
    const kept = await db()
      .selectFrom('conceptVersionSections')
      .selectAll()
      .orderBy('position')
      .execute()
    expect(kept.map(({ title, words }) => [title, words])).toEqual([
      ['Leitbild', 'kommentiert'],
      ['Ausstattung', '60 iPads'],
    ])
    expect(kept[0]?.html).toBe('<p>kommentiert</p>')
    const goals = await db()
      .selectFrom('conceptVersionGoals')
      .select(['title', 'visibility'])
      .execute()
    expect(goals).toEqual([{ title: 'Unser Ziel', visibility: 'school' }])
  })

  test('ten at once get the numbers 1 to 10; the same form is the same version', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => freeze()))
    expect(made.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, at) => at + 1))
    const key = randomUUID()
    expect(await Promise.all([freeze(petra, key), freeze(petra, key)])).toEqual([11, 11])
    expect(await rows()).toHaveLength(11)
  })

  test('is for the Schulleitung, and what is frozen is never changed', async () => {
    await expect(freeze(meike)).rejects.toThrow(Forbidden)
    await freeze()
    for (const change of [
      db().updateTable('conceptVersions').set({ changeNote: 'Anders' }),
      db().updateTable('conceptVersionSections').set({ html: '<p>Anders</p>' }),
      db().updateTable('conceptVersionSections').set({ visibility: 'public' }),
    ])
      await expect(change.execute()).rejects.toThrow('never changed')
  })
})

describe('to the Schulleitung and back', () => {
  test('it waits there, is given back with a note, and publishing ends it', async () => {
    await submitConcept(meike, school.slug, { note: 'Bitte bis Freitag' })
    expect(await waitingFor(petra)).toMatchObject([
      { action: { to: expect.stringContaining('freigabe') as string } },
    ])
    expect(await waitingFor(meike)).toEqual([])
    await expect(submitConcept(meike, school.slug, { note: '' })).rejects.toThrow(Refusal)
    await expect(returnConcept(meike, school.slug, { note: 'Nein' })).rejects.toThrow(Forbidden)
    await returnConcept(petra, school.slug, { note: 'Bilder fehlen' })
    expect((await approvalFor(meike, school.slug)).concept.returnedNote).toBe('Bilder fehlen')
    await submitConcept(meike, school.slug, { note: '' })
    await publish()
    expect(await waitingFor(petra)).toEqual([])
  })
})

describe('publishing', () => {
  test('lets out what was chosen, with the decision', async () => {
    await publish({ visibility: [`${kit.id}:school`, `${ways.id}:public`] })
    const seen = await currentFor(null, school.slug)
    expect(seen.draft === null && seen.sections.map(({ title }) => title)).toEqual(['Leitbild'])
    expect(seen.draft === null && seen.version.resolutions).toMatchObject([
      { heldOn: '2026-11-12' },
    ])
    expect((await readerFor(petra, school.slug, 1)).sections).toHaveLength(2)
    const told = await db().selectFrom('auditEntries').select('action').execute()
    expect(told.map(({ action }) => action)).toContain('concepts.version-published')
  })

  test('two at once: exactly one, the other is told; so is who saw an older draft', async () => {
    const deputy = await anActor('deputy_principal', { schoolId: school.id })
    const both = await Promise.allSettled([publish(), publish({}, deputy)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rows()).toEqual([{ number: 1, status: 'published' }])
    const { seen } = await publishingFor(petra, school.slug, null)
    await write(kit, p('Inzwischen anders'))
    await expect(publish({ seen })).rejects.toThrow('Der Entwurf hat sich inzwischen geändert')
    expect(await rows()).toHaveLength(1)
  })

  test('a name of a child needs a tick, a picture without description stops it, in what leaves', async () => {
    await write(kit, p('Der Koffer wurde von Mia S. gepackt.'))
    const { findings } = await publishingFor(petra, school.slug, null)
    expect(findings).toMatchObject([{ kind: 'child', place: 'Ausstattung', excerpt: 'Mia S.' }])
    await expect(publish()).rejects.toThrow('Mia S.')
    await publish({ visibility: [`${kit.id}:school`] })
    await publish({ visibility: [`${kit.id}:network`], isChecked: 'on' })
    await write(kit, { type: 'image', attrs: { file: randomUUID(), alt: '' } })
    await expect(publish({ isChecked: 'on' })).rejects.toThrow('Bilder ohne Beschreibung')
    expect(await rows()).toHaveLength(2)
  })

  test('is refused for a day to come, for others, and where nothing leaves', async () => {
    await expect(publish({ heldOn: '2999-01-01' })).rejects.toThrow('Zukunft')
    await expect(publishingFor(meike, school.slug, null)).rejects.toThrow(NotFound)
    const both = [`${kit.id}:school`, `${ways.id}:school`]
    await expect(publish({ visibility: both })).rejects.toThrow('bleiben in der Schule')
    expect(await rows()).toEqual([])
  })

  test('a version that was frozen before goes out as it was then', async () => {
    await freeze()
    await recordResolution(petra, school.slug, 1, {
      ...{ body: 'teachers_conference', heldOn: '2026-11-03', result: 'adopted', note: '' },
    })
    await write(kit, p('Später'))
    await publishFrozen(petra, school.slug, { number: 1, scope: 'public', heldOn: '2026-11-12' })
    const seen = await readerFor(null, school.slug, 1).catch((error: unknown) => error)
    expect(seen).toMatchObject({ sections: [] })
    const network = await anActor()
    expect((await readerFor(network, school.slug, 1)).sections.map(({ html }) => html)).toContain(
      '<p>30 iPads</p>',
    )
  })

  test('withdrawn it is gone for others, the one before is current again, and back it is as before', async () => {
    await publish()
    await write(kit, p('60 iPads'))
    await publish()
    expect((await readerFor(null, school.slug, 1)).newer).toBe(2)
    await withdrawVersion(petra, school.slug, { number: 2, reason: 'Fehler' })
    await expect(readerFor(null, school.slug, 2)).rejects.toThrow(Gone)
    expect(await currentFor(null, school.slug)).toMatchObject({ version: { number: 1 } })
    expect((await readerFor(meike, school.slug, 2)).version.withdrawnReason).toBe('Fehler')
    await restoreVersion(petra, school.slug, { number: 2 })
    expect(await currentFor(null, school.slug)).toMatchObject({ version: { number: 2 } })
    await withdrawVersion(petra, school.slug, { number: 2, reason: 'x' })
    await withdrawVersion(petra, school.slug, { number: 1, reason: 'x' })
    await expect(currentFor(null, school.slug)).rejects.toThrow(NotFound)
    expect(await currentFor(meike, school.slug)).toMatchObject({
      draft: expect.any(String) as string,
    })
  })
})

describe('comparing', () => {
  test('counts by chapter, weaves the words, and knows no chapter that is not read', async () => {
    await aConceptGoal({ conceptId, title: 'Ein Ziel' })
    await publish({ visibility: [`${ways.id}:school`] })
    await write(kit, p('60 iPads'))
    await write(ways, p('Wir lernen anders.'))
    const fresh = await aChapter({ conceptId, title: 'Fortbildung', position: 2 })
    await write(fresh, p('Ein pädagogischer Tag'))
    await publish({ visibility: [`${ways.id}:school`] })
    const by = (actor: Actor | null) => ({ actor, network: 'test' })
    const asked = { from: 1, to: 2, layout: 'inline', chapter: null } as const
    const inside = await compareFor(by(meike), school.slug, asked)
    expect(inside.counts).toEqual({ changed: 2, added: 1, removed: 0, moved: 0 })
    expect(inside.chapters.map(({ title, change }) => [title, change])).toEqual([
      ['Leitbild', 'changed'],
      ['Ausstattung', 'changed'],
      ['Fortbildung', 'added'],
    ])
    const network = await anActor()
    const outside = await compareFor(by(network), school.slug, asked)
    expect(outside.counts).toEqual({ changed: 1, added: 1, removed: 0, moved: 0 })
    expect(JSON.stringify(outside)).not.toContain('Leitbild')
    expect(JSON.stringify(outside.open)).toContain('<ins>')
    const draft = { ...asked, to: 'entwurf' } as const
    expect((await compareFor(by(meike), school.slug, draft)).chapters).toHaveLength(3)
    await expect(compareFor(by(network), school.slug, draft)).rejects.toThrow(NotFound)
    expect((await versionsFor(null, school.slug, String)).rows).toHaveLength(2)
  })
})
