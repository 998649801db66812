import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Logger, runOnce } from 'graphile-worker'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, pool } from '#db/client.ts'
import { aConcept, aConceptGoal, aConceptRole, aLesson } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aReference } from '#db/factories/reference.ts'
import { aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed, registerReactions } from '#server/platform/bus.ts'
import { notificationSentence } from '#server/platform/sentences.ts'
import { readableCards } from '#server/platform/things.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { projectChanged } from '#server/projects/events.ts'
import { releaseEnding, standingChanged } from '#server/software/decisions/events.ts'
import { proposeAim, takeBackAim } from './aims/commands.ts'
import { concepts as area } from './area.ts'
import { adoptLesson } from './lessons/adopting/commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernen25-concepts-'))
process.env.DATA_DIR = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(() => {
  registerHouse()
  registerReactions(area.reactions ?? [])
})
beforeEach(async () => {
  await emptyDatabase()
  await pool().query('delete from graphile_worker._private_jobs')
})

/** Runs what the queue holds, as the worker would. */
const workOff = () =>
  runOnce({
    pgPool: pool(),
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: {
      react: async (payload) => {
        const { reaction, payload: inner } = payload as { reaction: string; payload: unknown }
        await queuedReactionNamed(reaction)?.run(inner)
      },
    },
  })

const ENDING = { until: '2027-01-31', isPilot: false }
const publishing = (tell: (publish: Publish) => void) =>
  transaction((publish) => Promise.resolve(tell(publish)))

/** What the bell of this person says, of things they may know of. */
async function bellOf(actor: Actor): Promise<string[]> {
  const rows = await db()
    .selectFrom('notifications')
    .where('personId', '=', actor.id)
    .selectAll()
    .orderBy('at')
    .orderBy('kind')
    .execute()
  const cards = await readableCards(actor, rows)
  return rows.flatMap((row) => {
    const card = cards.get(`${row.thingKind}:${row.thingId}`)
    const details = row.details as Record<string, unknown>
    const told = { actor: null, count: row.count, details }
    return card ? [notificationSentence(row.kind, { ...told, title: card.title })] : []
  })
}

/** A goal with its owner, connected with a thing; whichever of the two points. */
async function connected(thing: { kind: string; id: string }, turned = false) {
  const concept = await aConcept()
  const owner = await anActor('teacher', { schoolId: concept.schoolId })
  const goal = await aConceptGoal({ conceptId: concept.id, title: 'Brüche' })
  await db().insertInto('goalOwners').values({ goalId: goal.id, personId: owner.id }).execute()
  const own = { kind: 'concept-goal', id: goal.id }
  await aReference(...(turned ? ([thing, own] as const) : ([own, thing] as const)), {
    kind: 'relation',
  })
  return { goal, owner }
}

test('owners hear that the release of a connected app changed or ends, of the end once, and of a far one not yet', async () => {
  const { id: productId } = await aProduct({ name: 'GeoSkizze' })
  const { owner } = await connected({ kind: 'software', id: productId })
  const stranger = await anActor()
  const ending = (days: number) =>
    publishing((publish) =>
      publish(releaseEnding({ productId, releaseId: randomUUID(), days, ...ENDING })),
    )
  await ending(90)
  await workOff()
  expect(await bellOf(owner)).toEqual([])
  await ending(30)
  await ending(7)
  await workOff()
  expect(await bellOf(owner)).toEqual([
    'Die Freigabe einer App, die mit Ihrem Ziel „Brüche“ verbunden ist, endet bald.',
  ])
  await publishing((publish) =>
    publish(standingChanged({ productId, actorId: null, change: 'released' })),
  )
  await workOff()
  expect(await bellOf(owner)).toContain(
    'Bei einer App, die mit Ihrem Ziel „Brüche“ verbunden ist, hat sich die Freigabe geändert.',
  )
  expect(await bellOf(stranger)).toEqual([])
})

test('owners hear once that a connected Vorhaben is over, not while it runs, and not of goals that are over', async () => {
  const project = await aProject({ plgId: (await aPlg()).id, status: 'running' })
  const thing = { kind: 'project', id: project.id }
  const { owner } = await connected(thing, true)
  const done = await connected(thing)
  await db()
    .updateTable('conceptGoals')
    .set({ status: 'achieved' })
    .where('id', '=', done.goal.id)
    .execute()
  const change = () =>
    publishing((publish) =>
      publish(projectChanged({ projectId: project.id, plgId: project.plgId })),
    )
  await change()
  await workOff()
  expect(await bellOf(owner)).toEqual([])
  await db().updateTable('projects').set({ status: 'completed' }).execute()
  await change()
  await change()
  await workOff()
  expect(await bellOf(owner)).toEqual([
    'Ein Vorhaben zu Ihrem Ziel „Brüche“ ist zu Ende. Was nehmen Sie mit?',
  ])
  expect(await bellOf(done.owner)).toEqual([])
})

test('authors hear that a school took their lesson, and not which one', async () => {
  const author = await anActor()
  const { id: lessonId, number } = await aLesson({
    ...{ schoolId: (await aConcept()).schoolId, visibility: 'network', licence: 'cc_by' },
    ...{ aim: 'Brüche zeigen', publishedAt: new Date('2026-10-01') },
  })
  await db().insertInto('lessonAuthors').values({ lessonId, personId: author.id }).execute()
  for (let count = 0; count < 2; count += 1) {
    const { id: conceptId, schoolId } = await aConcept()
    const taker = await anActor('teacher', { schoolId })
    await aConceptRole({ conceptId, personId: taker.id })
    await adoptLesson(taker, String(number), { conceptId, clientKey: randomUUID() })
    await workOff()
  }
  expect(await bellOf(author)).toEqual([
    '2 Schulen haben Ihr Unterrichtskonzept „Brüche mit dem Tablet“ übernommen.',
  ])
  const rows = await db().selectFrom('notifications').select(['actorId', 'details']).execute()
  expect(rows).toEqual([{ actorId: null, details: {} }])
})

test('whoever proposed a network goal hears what became of it', async () => {
  const author = await anActor()
  const about = { title: 'Quellen prüfen', body: '', dimension: null, competencies: [] }
  const more = { kind: 'network', serves: null, replaces: null, commentsUntil: null } as const
  const path = await proposeAim(author, { ...about, ...more, clientKey: randomUUID() })
  const smz = await anActor('smz_staff')
  await takeBackAim(smz, path.split('/').at(-1), { decision: 'Doppelt' })
  await workOff()
  expect(await bellOf(author)).toEqual([
    'Ihr Vorschlag „Quellen prüfen“ wird kein Netzwerkziel. Die Begründung steht dort.',
  ])
  expect(await bellOf(smz)).toEqual([])
})
