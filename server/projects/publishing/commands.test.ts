import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { adoptProject, stopTrying, tryOut } from '../adopting/commands.ts'
import { exportFor } from '../exporting/views.ts'
import { projectFor } from '../reading/views.ts'
import { publishedFor, resultsFor, searchProjects } from '../results/views.ts'
import { projectCards } from '../views.ts'
import { publishProject, sayName, withdrawProject } from './commands.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const WORD = 'Hafenbruch'

async function setting(kind = 'plg', joining = 'open') {
  const plg = await aPlg({ kind, joining, title: 'Geheimname' })
  const author: Actor = await anActor('teacher', { firstName: 'Ada', lastName: 'Autorin' })
  const other: Actor = await anActor('teacher', { firstName: 'Bo', lastName: 'Beteiligt' })
  await aMember({ plgId: plg.id, personId: author.id, role: 'lead' })
  await aMember({ plgId: plg.id, personId: other.id })
  const project = await aProject({ plgId: plg.id, createdBy: author.id, title: WORD })
  await db()
    .insertInto('projectAuthors')
    .values({ projectId: project.id, personId: other.id })
    .execute()
  const reader: Actor = await anActor()
  const ownPlg = await aPlg()
  await aMember({ plgId: ownPlg.id, personId: reader.id })
  return {
    plg,
    author,
    other,
    project,
    reader,
    ownPlg,
    place: { plg: plg.slug, project: project.param },
  }
}

const slugged = ({ number }: { number: number }) => `${number}-${WORD.toLowerCase()}`
const versionOf = async (id: string) =>
  (
    await db()
      .selectFrom('projects')
      .where('id', '=', id)
      .select('version')
      .executeTakeFirstOrThrow()
  ).version

type World = Awaited<ReturnType<typeof setting>>
async function publish(
  { author, project, place }: World,
  visibility: 'network' | 'public' = 'network',
  licence: 'cc0' | 'cc_by' | 'cc_by_sa' | 'all_rights_reserved' = 'cc_by',
) {
  const version = await versionOf(project.id)
  return publishProject(author, place, { visibility, licence, version, isChecked: false })
}

async function work() {
  for (const { reaction, payload } of await takeJobs())
    await queuedReactionNamed(reaction)?.run(payload)
}
const linesOf = (personId: string) =>
  db()
    .selectFrom('notifications')
    .where('personId', '=', personId)
    .orderBy('kind')
    .select(['kind', 'actorId'])
    .execute()

describe('publishing', () => {
  test('asks authors about their name, shows none before, and each decides alone', async () => {
    const world = await setting()
    const { author, other, project, reader } = world
    await publish(world)
    await work()
    expect(await linesOf(other.id)).toMatchObject([{ kind: 'projects.published' }])
    expect(await linesOf(author.id)).toEqual([])
    const shown = async () => (await publishedFor(reader, slugged(project))).authors
    expect(await shown()).toEqual({ named: [], others: 2 })
    await sayName(other, project.param, 'named')
    expect(await shown()).toEqual({ named: ['Bo Beteiligt'], others: 1 })
    await db().deleteFrom('plgMembers').where('personId', '=', other.id).execute()
    await sayName(other, project.param, 'anonymous')
    expect(await shown()).toEqual({ named: [], others: 2 })
    await expect(sayName(reader, project.param, 'named')).rejects.toBeInstanceOf(NotFound)
  })

  test('is refused for drafts, without a summary, from an old form, and with a child’s name', async () => {
    const world = await setting()
    const { author, project, place } = world
    const set = (row: object) =>
      db().updateTable('projects').set(row).where('id', '=', project.id).execute()
    await set({ status: 'draft' })
    await expect(publish(world)).rejects.toBeInstanceOf(Refusal)
    await set({ status: 'planned', summary: '' })
    await expect(publish(world)).rejects.toBeInstanceOf(Refusal)
    await set({ summary: 'Mia S. hat gefaltet.' })
    await expect(publish(world)).rejects.toMatchObject({ field: 'isChecked' })
    const form = { visibility: 'network', licence: 'cc_by', version: 99, isChecked: true } as const
    await expect(publishProject(author, place, form)).rejects.toBeInstanceOf(Refusal)
    await publishProject(author, place, { ...form, version: await versionOf(project.id) })
    expect((await projectFor(author, place)).project.visibility).toBe('network')
  })

  test('a principals’ circle publishes nothing; of a supervision group only its lead does', async () => {
    const circle = await setting('principals_circle', 'closed')
    await expect(publish(circle)).rejects.toBeInstanceOf(Forbidden)
    const supervision = await setting('supervision', 'closed')
    const by = { ...supervision, author: supervision.other }
    await expect(publish(by)).rejects.toBeInstanceOf(Forbidden)
    await publish(supervision)
  })

  test('says nothing of the PLG to people outside, on no page, card or export', async () => {
    const world = await setting('plg', 'closed')
    await publish(world, 'public')
    const { reader, project } = world
    for (const actor of [reader, null]) {
      const seen = [
        await publishedFor(actor, slugged(project)),
        await resultsFor({ actor, network: 't' }, new URLSearchParams(), 1),
        await searchProjects(actor, [WORD], 5),
        await exportFor(actor, project.param, 'json'),
        await exportFor(actor, project.param, 'md'),
      ]
      expect(JSON.stringify(seen)).toContain(WORD)
      expect(JSON.stringify(seen)).not.toMatch(/Geheimname|Autorin|Beteiligt/)
    }
    expect(JSON.stringify(await projectCards(reader, [project.id]))).not.toContain('Geheimname')
  })
})

describe('trying and adopting', () => {
  test('tells authors a name only where it may be shown, and once per person', async () => {
    const world = await setting()
    const { author, reader, project } = world
    await publish(world)
    await Promise.all([
      tryOut(reader, project.param, { showsName: false }),
      tryOut(reader, project.param, { showsName: false }),
    ])
    await takeJobs().then(async (jobs) => {
      for (const { reaction, payload } of jobs) await queuedReactionNamed(reaction)?.run(payload)
    })
    expect((await linesOf(author.id)).filter(({ kind }) => kind === 'projects.tried')).toEqual([
      { kind: 'projects.tried', actorId: null },
    ])
    const { echo } = await publishedFor(author, slugged(project))
    expect(echo).toMatchObject({ persons: 1, schools: 1, names: [] })
    await tryOut(reader, project.param, { showsName: true })
    expect((await publishedFor(author, slugged(project))).echo.names).toHaveLength(1)
    await stopTrying(reader, project.param)
    expect((await publishedFor(author, slugged(project))).echo.persons).toBe(0)
    const foreign = { showsName: false, schoolId: randomUUID() }
    await expect(tryOut(reader, project.param, foreign)).rejects.toBeInstanceOf(Refusal)
  })

  test('a PLG gets one copy, however many press the button at once', async () => {
    const world = await setting()
    const { reader, project, ownPlg } = world
    await publish(world)
    const second: Actor = await anActor()
    await aMember({ plgId: ownPlg.id, personId: second.id })
    const key = randomUUID()
    const results = await Promise.allSettled([
      adoptProject(reader, project.param, { plgId: ownPlg.id, clientKey: key }),
      adoptProject(reader, project.param, { plgId: ownPlg.id, clientKey: key }),
      adoptProject(second, project.param, { plgId: ownPlg.id, clientKey: randomUUID() }),
    ])
    const copies = await db()
      .selectFrom('projects')
      .where('adoptedFrom', '=', project.id)
      .selectAll()
      .execute()
    expect(copies).toHaveLength(1)
    expect(copies[0]).toMatchObject({ title: WORD, status: 'draft', visibility: 'plg' })
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Refusal)
  })

  test('while somebody withdraws it, a copy is made before or not at all', async () => {
    for (let round = 0; round < 5; round++) {
      const world = await setting()
      const { author, reader, project, ownPlg, place } = world
      await publish(world)
      const [, adopted] = await Promise.allSettled([
        withdrawProject(author, place),
        adoptProject(reader, project.param, { plgId: ownPlg.id, clientKey: randomUUID() }),
      ])
      if (adopted.status === 'rejected') expect(adopted.reason).toBeInstanceOf(NotFound)
    }
  })

  test('a copy keeps a note, not the title, when its original is withdrawn; share alike stays', async () => {
    const world = await setting()
    const { author, reader, project, ownPlg, place } = world
    await publish(world, 'network', 'cc_by_sa')
    const clientKey = randomUUID()
    const path = await adoptProject(reader, project.param, { plgId: ownPlg.id, clientKey })
    const copy = { plg: ownPlg.slug, project: path.split('/').at(-1) ?? '' }
    expect((await projectFor(reader, copy)).original).toMatchObject({ title: WORD })
    await withdrawProject(author, place)
    const view = await projectFor(reader, copy)
    expect(view.original).toMatchObject({ isWithdrawn: true, title: '', path: '' })
    await db()
      .updateTable('projects')
      .set({ status: 'planned' })
      .where('id', '=', view.project.id)
      .execute()
    const form = { visibility: 'public', version: view.project.version, isChecked: true } as const
    await expect(publishProject(reader, copy, { ...form, licence: 'cc_by' })).rejects.toMatchObject(
      { field: 'licence' },
    )
    await publishProject(reader, copy, { ...form, licence: 'cc_by_sa' })
  })

  test('nobody copies what is all rights reserved, or into a PLG of others', async () => {
    const world = await setting()
    const { reader, project, ownPlg, plg } = world
    await publish(world, 'network', 'all_rights_reserved')
    const into = (plgId: string) =>
      adoptProject(reader, project.param, { plgId, clientKey: randomUUID() })
    await expect(into(ownPlg.id)).rejects.toBeInstanceOf(Forbidden)
    await publish(world)
    await expect(into(plg.id)).rejects.toBeInstanceOf(Refusal)
  })
})
