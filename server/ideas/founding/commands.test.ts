import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anIdea, anInterest } from '#db/factories/idea.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { acceptInvitation } from '#server/plg/invitations/commands.ts'
import { foundInput } from '#server/plg/inputs.ts'
import { insideOf } from '#server/plg/views.ts'
import { joinIdea } from '../interests/commands.ts'
import { marketFor } from '../market/views.ts'
import { mergeIdeas, unmergeIdeas } from '../merging/commands.ts'
import { ideaFor } from '../reading/views.ts'
import { searchIdeas } from '../views.ts'
import { foundFromIdea } from './commands.ts'
import { foundingFor } from './views.ts'
import { whyWords } from './words.ts'

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
})

async function work() {
  for (let round = 0; round < 3; round++)
    for (const { reaction, payload } of await takeJobs())
      await queuedReactionNamed(reaction)?.run(payload)
}

async function anAuthor(title = 'Brüche sehen') {
  const actor = await anActor()
  const schoolId = actor.memberships[0]?.schoolId ?? ''
  const idea = await anIdea({ authorId: actor.id, schoolId, title, subjects: ['mathematics'] })
  return { ...idea, actor, param: String(idea.number) }
}

const form = (given: object = {}) =>
  foundInput.parse({
    title: 'Brüche sehen',
    question: 'Was hilft beim Verstehen?',
    joining: 'open',
    clientKey: randomUUID(),
    ...given,
  })

const members = () =>
  db().selectFrom('plgMembers').select(['personId', 'role', 'state']).orderBy('since').execute()

async function outcomeFor(actor: Actor, param: string) {
  const view = await ideaFor(actor, param)
  return view.movedTo === null ? { state: view.idea.state, plg: view.plg } : undefined
}

describe('a PLG of an idea', () => {
  test('is led by who founds it; all who wanted it are asked in, those of merged ideas too', async () => {
    const [idea, like] = [await anAuthor(), await anAuthor('Brüche anfassen')]
    const joined = await anActor()
    await joinIdea(joined, like.param, { note: '' })
    await mergeIdeas(idea.actor, idea.param, like.id)
    const view = await foundingFor(idea.actor, idea.param)
    expect(view).toMatchObject({
      invited: 2,
      isForOthers: false,
      plg: { subjects: ['mathematics'] },
    })
    const slug = await foundFromIdea(idea.actor, idea.param, form({ kind: 'visit_ring' }))
    await work()
    const invited = { role: 'member', state: 'invited' }
    expect(await members()).toEqual(
      expect.arrayContaining([
        { personId: idea.actor.id, role: 'lead', state: 'active' },
        { personId: joined.id, ...invited },
        { personId: like.actor.id, ...invited },
      ]),
    )
    expect(await members()).toHaveLength(3)
    const plg = await db().selectFrom('plgs').selectAll().executeTakeFirst()
    expect(plg).toMatchObject({ slug, kind: 'visit_ring', subjects: [] })
    expect(await outcomeFor(await anActor(), idea.param)).toMatchObject({
      state: 'became_plg',
      plg: { path: `/plg/${slug}` },
    })
    await expect(unmergeIdeas(idea.actor, idea.param, like.id)).rejects.toThrow(/schon eine PLG/)
  })

  test('founded by the SMZ is accompanied by it; the author leads once they accept', async () => {
    const idea = await anAuthor()
    const smz = await anActor('smz_staff')
    const joined = await anActor()
    await joinIdea(joined, idea.param, { note: '' })
    const slug = await foundFromIdea(smz, idea.param, form())
    await work()
    expect(await members()).toContainEqual({
      ...{ personId: smz.id, role: 'facilitator', state: 'active' },
    })
    await acceptInvitation(idea.actor, slug, {})
    await acceptInvitation(joined, slug, {})
    expect(await members()).toEqual(
      expect.arrayContaining([
        { personId: idea.actor.id, role: 'lead', state: 'active' },
        { personId: joined.id, role: 'member', state: 'active' },
      ]),
    )
  })

  test('without anybody who leads the first who accepts does', async () => {
    const authority = await anActor('school_authority_staff')
    const idea = await anIdea({ authorId: authority.id })
    const joined = await anActor()
    await joinIdea(joined, String(idea.number), { note: '' })
    const slug = await foundFromIdea(await anActor('smz_staff'), String(idea.number), form())
    await work()
    await acceptInvitation(authority, slug, {})
    await acceptInvitation(joined, slug, {})
    expect(await members()).toContainEqual({
      ...{ personId: joined.id, role: 'lead', state: 'active' },
    })
  })

  test('comes once: of three at the same moment one founds it', async () => {
    const idea = await anAuthor()
    const [one, smz] = [await anActor(), await anActor('smz_staff')]
    await joinIdea(one, idea.param, { note: '' })
    const all = await Promise.allSettled(
      [idea.actor, one, smz].map((actor) => foundFromIdea(actor, idea.param, form())),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of all)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Refusal)
    expect(await db().selectFrom('plgs').select('id').execute()).toHaveLength(1)
  })

  test('the same form again, at once and later, leads to the same one', async () => {
    const idea = await anAuthor()
    for (const actor of [idea.actor]) {
      const sent = form()
      const both = await Promise.all([
        foundFromIdea(actor, idea.param, sent),
        foundFromIdea(actor, idea.param, sent),
      ])
      expect(both[0]).toBe(both[1])
      expect(await foundFromIdea(actor, idea.param, sent)).toBe(both[0])
    }
    expect(await db().selectFrom('plgs').select('id').execute()).toHaveLength(1)
  })

  test('is not for strangers, nor for heads, nor as a circle of principals', async () => {
    const idea = await anAuthor()
    const principal = await anActor('principal')
    await joinIdea(principal, idea.param, { note: '' })
    for (const actor of [await anActor(), principal, await anActor('operator')]) {
      await expect(foundFromIdea(actor, idea.param, form())).rejects.toThrow(Forbidden)
      await expect(foundingFor(actor, idea.param)).rejects.toThrow(Forbidden)
    }
    await expect(
      foundFromIdea(idea.actor, idea.param, form({ kind: 'principals_circle' })),
    ).rejects.toThrow(Refusal)
    const smz = await anActor('smz_staff')
    await expect(foundFromIdea(smz, idea.param, form({ kind: 'supervision' }))).rejects.toThrow(
      Forbidden,
    )
    expect((await marketFor(principal, {})).ideas.rows[0]?.state).toBe('open')
  })

  test('a closed one is known to nobody outside: no title, no link, no word of it', async () => {
    const idea = await anAuthor()
    const joined = await anActor()
    await joinIdea(joined, idea.param, { note: '' })
    const title = 'Geheime Fallberatung'
    const slug = await foundFromIdea(
      idea.actor,
      idea.param,
      form({ kind: 'supervision', joining: 'open', title }),
    )
    await work()
    expect((await outcomeFor(joined, idea.param))?.plg?.title).toBe(title)
    for (const outsider of [
      await anActor(),
      await anActor('smz_staff'),
      await anActor('operator'),
    ]) {
      const seen = JSON.stringify([
        await ideaFor(outsider, idea.param),
        await marketFor(outsider, { stand: 'vergeben' }),
        await searchIdeas(outsider, ['Brüche'], 9),
      ])
      expect(seen).not.toContain(title)
      expect(seen).not.toContain(slug)
      await expect(insideOf(outsider, { slug })).rejects.toThrow()
    }
  })
})

describe('schools that may fit', () => {
  test('are named with reasons, never with persons, and counts only from three on', async () => {
    const idea = await anAuthor()
    const many = await aSchool({ name: 'Schule Viele' })
    const one = await aSchool({ name: 'Schule Eine' })
    await aSchool({ name: 'Schule Keine' })
    for (const schoolId of [many.id, many.id, many.id, one.id])
      await anActor('teacher', { schoolId, subjects: ['mathematics'], lastName: 'Geheim' })
    await anActor('teacher', { schoolId: many.id, subjects: ['art'] })
    const like = await anIdea({ title: 'Brüche sehen und hören' })
    const alike = await anActor('teacher', { subjects: [] })
    const alikeId = alike.memberships[0]?.schoolId ?? ''
    await anInterest({ ideaId: like.id, personId: alike.id, schoolId: alikeId })
    const view = await ideaFor(idea.actor, idea.param)
    if (view.movedTo !== null) throw new Error('moved')
    expect(view.fitting.map(({ name, reasons }) => [name, reasons.map(whyWords)])).toEqual([
      [expect.any(String), ['macht bei einer ähnlichen Idee mit: „Brüche sehen und hören“']],
      ['Schule Viele', ['3 Lehrkräfte haben diese Fächer oder Jahrgänge im Profil']],
      ['Schule Eine', ['mindestens eine Lehrkraft hat diese Fächer oder Jahrgänge im Profil']],
    ])
    expect(JSON.stringify(view.fitting)).not.toContain('Geheim')
    const stranger = await ideaFor(await anActor(), idea.param)
    expect(stranger).toMatchObject({ fitting: [], canSeeFitting: false })
  })

  test('those that want it already are not proposed, nor those of another Schulform', async () => {
    const grammar = await aSchool({ schoolForm: 'grammar' })
    const wrong = await aSchool({ schoolForm: 'primary' })
    const idea = await anIdea({ subjects: ['mathematics'], schoolForms: ['grammar'] })
    const person = { subjects: ['mathematics'] }
    const inside = await anActor('teacher', { schoolId: grammar.id, ...person })
    await anActor('teacher', { schoolId: wrong.id, ...person })
    const smz = await anActor('smz_staff')
    const proposed = async () => {
      const view = await ideaFor(smz, String(idea.number))
      return view.movedTo === null ? view.fitting.map(({ slug }) => slug) : []
    }
    expect(await proposed()).toEqual([grammar.slug])
    await joinIdea(inside, String(idea.number), { note: '' })
    expect(await proposed()).toEqual([])
  })
})
