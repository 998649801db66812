import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anIdea, anInterest } from '#db/factories/idea.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { aMembership, anActor } from '#db/factories/person.ts'
import { aCall } from '#db/factories/support.ts'
import { emptyDatabase } from '#db/testing.ts'
import { bellFor } from '#server/notifications/views.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Conflict, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { archiveIdea, createIdea, editIdea, restoreIdea } from './commands.ts'
import { createInput, editInput } from './inputs.ts'
import { joinIdea, withdrawInterest } from './interests/commands.ts'
import { marketFor } from './market/views.ts'
import { ideaFor } from './reading/views.ts'
import { ideaThings, newIdeaFor, searchIdeas, standingTo } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
})

const about = {
  title: 'Brüche mit dem iPad sichtbar machen',
  problem: 'Viele rechnen mit Brüchen, ohne sich etwas vorzustellen.',
  learnersNeed: 'Bilder, die sie selbst verändern können.',
}
const written = (given: object = {}) =>
  createInput.parse({ ...about, clientKey: randomUUID(), ...given })
const kept = (given: object = {}) => {
  const { clientKey: _key, schoolId: _school, ...rest } = written(given)
  return rest
}
const paramOf = (path: string) => path.split('/').at(-1) ?? ''
const stored = () => db().selectFrom('ideas').selectAll().execute()

/** Runs the durable reactions that wait in the queue. */
async function react() {
  for (const { reaction, payload } of await takeJobs())
    await queuedReactionNamed(reaction)?.run(payload)
}
const sentencesOf = async (actor: Parameters<typeof bellFor>[0]) =>
  (await bellFor(actor, null)).groups.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))

async function shown(actor: Parameters<typeof ideaFor>[0], path: string) {
  const view = await ideaFor(actor, paramOf(path))
  if (view.movedTo !== null) throw new Error(`moved to ${view.movedTo}`)
  return view
}

describe('answering a call', () => {
  test('the idea keeps it and says so; its form says which one', async () => {
    const call = await aCall({ title: 'VR-Koffer' })
    const author = await anActor()
    const form = await newIdeaFor(author, 'VR-Koffer', `${call.number}`)
    expect(form).toMatchObject({ call: { number: call.number, title: 'VR-Koffer' } })
    expect(form.isCallOver).toBe(false)
    const path = await createIdea(author, written({ call: String(call.number) }))
    expect((await stored())[0]?.callId).toBe(call.id)
    expect((await shown(await anActor(), path)).call?.title).toBe('VR-Koffer')
    await editIdea(author, paramOf(path), { ...editInput.parse({ ...kept(), version: 1 }) })
    expect((await stored())[0]?.callId).toBe(call.id)
  })

  test('one that is over, a draft or none is refused; the same form again is the same idea', async () => {
    const author = await anActor()
    const over = await aCall({ closesOn: '2026-01-01' })
    const draft = await aCall({ state: 'draft' })
    for (const number of [over.number, draft.number, 999_999]) {
      await expect(createIdea(author, written({ call: number }))).rejects.toThrow(Refusal)
      expect((await newIdeaFor(author, 'Titel', String(number))).isCallOver).toBe(true)
    }
    expect(await stored()).toEqual([])
    const open = await aCall()
    const form = written({ call: open.number })
    const path = await createIdea(author, form)
    await db().updateTable('projectCalls').set({ state: 'withdrawn' }).execute()
    expect(await createIdea(author, form)).toBe(path)
    expect((await shown(await anActor(), path)).call).toBeNull()
  })

  test.each(['', 'x', '-1', '1e9', '99999999999', "1' or 1=1"])('"%s" is no call', async (word) => {
    expect((await newIdeaFor(await anActor(), 'Titel', word)).call).toBeNull()
  })
})

describe('writing', () => {
  test('the same form twice, at once, is one idea', async () => {
    const author = await anActor()
    const form = written()
    const both = await Promise.all([createIdea(author, form), createIdea(author, form)])
    expect(both[0]).toBe(both[1])
    expect(both[0]).toMatch(/^\/ideen\/\d+-brueche-mit-dem-ipad/)
    expect(await stored()).toHaveLength(1)
  })

  test('who teaches at two schools says for which one; not for one of others', async () => {
    const author = await anActor()
    const second = await aMembership({ personId: author.id })
    const actor = {
      ...author,
      memberships: [
        ...author.memberships,
        { role: 'teacher' as const, schoolId: second.schoolId, state: 'confirmed' as const },
      ],
    }
    await expect(createIdea(actor, written())).rejects.toThrow(Refusal)
    await expect(createIdea(actor, written({ schoolId: randomUUID() }))).rejects.toThrow(Forbidden)
    await createIdea(actor, written({ schoolId: second.schoolId }))
    expect((await stored())[0]?.schoolId).toBe(second.schoolId)
  })

  test('the school authority writes for no school; who waits or audits writes nothing', async () => {
    await createIdea(await anActor('school_authority_staff'), written())
    expect((await stored())[0]?.schoolId).toBeNull()
    for (const actor of [await anActor('teacher', { state: 'pending' }), await anActor('operator')])
      await expect(createIdea(actor, written())).rejects.toThrow(Forbidden)
  })

  test('ideas like it are shown before it is written, with a slip of the finger too', async () => {
    const author = await anActor()
    await createIdea(author, written())
    await anIdea({ title: 'Lesen mit Ton' })
    const { similar, isTitled } = await newIdeaFor(await anActor(), 'Brühe mit dem iPad sichtbr')
    expect(isTitled).toBe(true)
    expect(similar.map(({ title }) => title)).toEqual([about.title])
  })

  test.each(['', 'x', "'; drop table ideas; --", '%_\\', '\u0000\u202e', '🙂'.repeat(60)])(
    'a title of %j breaks nothing',
    async (title) => {
      const actor = await anActor()
      expect((await newIdeaFor(actor, title)).similar).toEqual([])
      expect((await marketFor(actor, { q: title, fach: title, seite: title })).ideas.rows).toEqual(
        [],
      )
    },
  )
})

describe('changing', () => {
  test('of two who change the same version one is told what stands there now', async () => {
    const author = await anActor()
    const param = paramOf(await createIdea(author, written()))
    const both = await Promise.allSettled([
      editIdea(author, param, { ...kept({ title: 'Erste' }), version: 1 }),
      editIdea(author, param, { ...kept({ title: 'Zweite' }), version: 1 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(lost.reason).toBeInstanceOf(Conflict)
    const [row] = await stored()
    expect((lost.reason as Conflict).theirs).toContain(row?.title)
    expect(row?.version).toBe(2)
  })

  test('archived, it is gone for strangers everywhere, and comes back', async () => {
    const [author, stranger, smz] = [await anActor(), await anActor(), await anActor('smz_staff')]
    const path = await createIdea(author, written())
    await archiveIdea(author, paramOf(path))
    const [row] = await stored()
    await expect(ideaFor(stranger, paramOf(path))).rejects.toThrow(NotFound)
    expect(await ideaThings(stranger, [row?.id ?? ''])).toEqual([])
    expect(await searchIdeas(author, ['Brüche'], 9)).toEqual([])
    expect((await standingTo(stranger, row?.id ?? '')).canRead).toBe(false)
    expect((await shown(smz, path)).can.restore).toBe(true)
    await expect(restoreIdea(stranger, paramOf(path))).rejects.toThrow(NotFound)
    await restoreIdea(author, paramOf(path))
    expect((await shown(stranger, path)).idea.state).toBe('open')
    const audit = await db().selectFrom('auditEntries').select('action').execute()
    expect(audit).toEqual([])
  })

  test('the SMZ archives what does not belong there, and that is in the protocol', async () => {
    const { number } = await anIdea({ authorId: (await anActor()).id })
    await archiveIdea(await anActor('smz_staff'), String(number))
    const audit = await db().selectFrom('auditEntries').select('action').execute()
    expect(audit).toEqual([{ action: 'ideas.archived' }])
  })
})

describe('joining', () => {
  test('each school counts once, the author with theirs; the author hears of it', async () => {
    const author = await anActor()
    const path = await createIdea(author, written())
    const one = await anActor()
    const schoolId = one.memberships[0]?.schoolId ?? ''
    const colleague = await anActor('teacher', { schoolId })
    await joinIdea(one, paramOf(path), { note: 'Mit der 5b.' })
    await joinIdea(one, paramOf(path), { note: 'Mit der 5c.' })
    await joinIdea(colleague, paramOf(path), { note: '' })
    const view = await shown(author, path)
    expect(view.idea.schools).toBe(2)
    expect(view.interested).toHaveLength(1)
    expect(view.interested[0]?.people.map(({ note }) => note)).toEqual(['Mit der 5c.', ''])
    await react()
    expect(await sentencesOf(author)).toEqual([`2 weitere machen bei „${about.title}“ mit.`])
    await withdrawInterest(one, paramOf(path))
    await withdrawInterest(one, paramOf(path))
    expect((await shown(author, path)).idea.schools).toBe(2)
    await withdrawInterest(colleague, paramOf(path))
    expect((await shown(author, path)).idea.schools).toBe(1)
  })

  test('nobody joins for a school of others, their own idea, or one that is over', async () => {
    const author = await anActor()
    const path = await createIdea(author, written())
    const one = await anActor()
    const note = ''
    await expect(joinIdea(one, paramOf(path), { note, schoolId: randomUUID() })).rejects.toThrow(
      Forbidden,
    )
    await expect(joinIdea(author, paramOf(path), { note })).rejects.toThrow(Forbidden)
    await expect(joinIdea(await anActor('smz_staff'), paramOf(path), { note })).rejects.toThrow(
      Refusal,
    )
    await expect(
      joinIdea(await anActor('teacher', { state: 'pending' }), paramOf(path), { note }),
    ).rejects.toThrow(Forbidden)
    await archiveIdea(author, paramOf(path))
    await expect(joinIdea(one, paramOf(path), { note })).rejects.toThrow(NotFound)
  })
})

describe('the market', () => {
  test('finds by roots, slips and choices, and says what each choice would leave', async () => {
    const actor = await anActor()
    await anIdea({ title: 'Brüche sehen', subjects: ['mathematics'], gradeBands: ['5-6'] })
    await anIdea({ title: 'Lesen mit Ton', subjects: ['german'], topics: ['audio_and_video'] })
    await anIdea({ title: 'Geräte von den Eltern', topics: ['parent_funding', 'one_to_one'] })
    const titles = async (asked: Record<string, string>) =>
      (await marketFor(actor, asked)).ideas.rows.map(({ title }) => title).sort()
    expect(await titles({ q: 'Bruch' })).toEqual(['Brüche sehen'])
    expect(await titles({ q: 'Gerste Eltern' })).toEqual([])
    expect(await titles({ q: 'Geräte der Elten' })).toEqual(['Geräte von den Eltern'])
    expect(await titles({ thema: 'parent_funding' })).toEqual(['Geräte von den Eltern'])
    // What names no subject is for all of them.
    expect(await titles({ fach: 'german' })).toEqual(['Geräte von den Eltern', 'Lesen mit Ton'])
    const { facets } = await marketFor(actor, { fach: 'german' })
    const counted = Object.fromEntries(facets.subject.map(({ value, count }) => [value, count]))
    expect(counted).toMatchObject({ german: 2, mathematics: 2, english: 1 })
    expect(facets.topic).toContainEqual({ value: 'audio_and_video', count: 1 })
  })

  test('every count is what choosing it shows', async () => {
    const actor = await anActor()
    await anIdea({ subjects: ['mathematics', 'german'], topics: ['inclusion'] })
    await anIdea({ subjects: ['german'], competencies: ['1.2', '4.1'], topics: ['inclusion'] })
    await anIdea({ schoolForms: ['primary'], gradeBands: ['1-2'], competencies: ['1.2'] })
    const names = {
      fach: 'subject',
      thema: 'topic',
      mkr: 'competency',
      jahrgang: 'gradeBand',
    } as const
    for (const already of [{}, { fach: 'german' }, { thema: 'inclusion', mkr: '1.2' }]) {
      const { facets } = await marketFor(actor, already)
      for (const [asked, facet] of Object.entries(names))
        for (const { value, count } of facets[facet]) {
          const { ideas } = await marketFor(actor, { ...already, [asked]: value })
          expect(ideas.total, `${asked}=${value}`).toBe(count)
        }
    }
  })

  test('has a shelf for one’s own, in every state', async () => {
    const actor = await anActor()
    const schoolId = actor.memberships[0]?.schoolId ?? ''
    await anIdea({ authorId: actor.id, state: 'archived' })
    const joined = await anIdea()
    await anInterest({ ideaId: joined.id, personId: actor.id, schoolId })
    await anIdea()
    expect((await marketFor(actor, { stand: 'meine' })).ideas.total).toBe(2)
    expect((await marketFor(actor, {})).ideas.total).toBe(2)
  })
})
