import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { takeJobs } from '#db/factories/jobs.ts'
import { aPerson, anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { queuedReactionNamed } from '#server/platform/bus.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { acceptInvitation } from '#server/plg/invitations/commands.ts'
import { forgetReviews } from '../jobs.ts'
import { applyGroups, reviewGroups } from './commands.ts'
import { importPageFor } from './views.ts'

let smz: Actor
beforeEach(async () => {
  await emptyDatabase()
  await takeJobs()
  registerHouse()
  smz = await anActor('smz_staff')
  await aSchool({ schoolNumber: '990001', name: 'GGS Am Hafen' })
})

const HEAD =
  'Gruppe;Art;Programm;Frage;Schulnummer;E-Mail;Rolle;Termin;Terminthema;Dokument;Dokument-Link'
const listOf = (...rows: string[]) => [HEAD, ...rows].join('\r\n')
const LIST = listOf(
  'Lesenetz;Netzwerkgruppe;;Was hilft beim Lesen?;990001;kim@schule.example;Sprecher:in;12.01.2027 15:00-16:30;Auftakt;;',
  'Lesenetz;;;;990001;Neu@Schule.example;;;;Protokoll;https://ablage.example/p',
  'Lesenetz;;;;;;;12.01.2027 15:00-16:30;Auftakt;;',
  'Mathe-Team;Fachteam;;;;;;12.03.2027;Werkstatt;Plan;',
)

const reviewed = (text: string | Uint8Array, by = smz, origin = 'Netzliste 2025') =>
  reviewGroups(by, {
    ...{ fileName: 'gruppen.csv', origin },
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  })
const planFor = async (text: string, by = smz) => {
  const { review } = await importPageFor(by, await reviewed(text, by))
  if (!review) throw new Error('no review')
  return review.plan
}

async function work() {
  for (let round = 0; round < 3; round++)
    for (const { reaction, payload } of await takeJobs())
      await queuedReactionNamed(reaction)?.run(payload)
}

const everything = async () => ({
  plgs: await db().selectFrom('plgs').selectAll().orderBy('slug').execute(),
  invitations: await db().selectFrom('plgInvitations').selectAll().orderBy('email').execute(),
  members: await db().selectFrom('plgMembers').selectAll().orderBy('id').execute(),
  sessions: await db().selectFrom('plgSessions').selectAll().orderBy('number').execute(),
  documents: await db().selectFrom('documents').selectAll().orderBy('number').execute(),
  persons: await db().selectFrom('persons').select('id').orderBy('id').execute(),
})

describe('a list of groups', () => {
  test('is shown before it changes anything, then taken over whole', async () => {
    const kim = await anActor('teacher', { email: 'kim@schule.example' })
    const before = await everything()
    const id = await reviewed(LIST)
    const { review } = await importPageFor(smz, id)
    expect(review?.plan.problems).toEqual([])
    expect(review?.plan.groups[0]).toMatchObject({
      ...{ title: 'Lesenetz', kind: 'network_group', plgId: null, schools: ['GGS Am Hafen'] },
      people: [
        { email: 'kim@schule.example', role: 'lead', isNew: true, hasAccount: null },
        { email: 'neu@schule.example', role: 'member', isNew: true, hasAccount: null },
      ],
      sessions: [{ title: 'Auftakt', startsAt: new Date('2027-01-12T14:00:00Z') }],
      documents: [{ title: 'Protokoll', href: 'https://ablage.example/p' }],
    })
    expect(await everything()).toEqual(before)
    const figures = await applyGroups(smz, id)
    expect(figures).toEqual({
      ...{ groups: 2, known: 0, invitations: 2, sessions: 1, documents: 1 },
      left: ['Mathe-Team: 12.03.2027 Werkstatt', 'Mathe-Team: Plan'],
    })
    await work()
    const after = await everything()
    expect(after.persons).toEqual(before.persons)
    expect(after.plgs).toMatchObject([
      {
        ...{ slug: 'lesenetz', kind: 'network_group', importedFrom: 'Netzliste 2025' },
        ...{ question: 'Was hilft beim Lesen?', foundedBy: null, phase: 'forming' },
      },
      { slug: 'mathe-team', kind: 'subject_team' },
    ])
    expect(after.sessions).toMatchObject([
      { plgId: after.plgs[0]?.id, title: 'Auftakt', state: 'planned', createdBy: null },
    ])
    const { html } = await db()
      .selectFrom('documentContents')
      .select('html')
      .executeTakeFirstOrThrow()
    expect(html).toContain('href="https://ablage.example/p"')
    expect(after.documents).toMatchObject([{ title: 'Unterlagen von früher' }])
    expect(after.plgs[0]?.summary).toContain('GGS Am Hafen')
    expect(after.members).toMatchObject([{ personId: kim.id, role: 'lead', state: 'invited' }])
    await acceptInvitation(kim, 'lesenetz', {})
    expect((await everything()).members).toMatchObject([{ role: 'lead', state: 'active' }])
    const audit = await db().selectFrom('auditEntries').selectAll().execute()
    expect(audit.map(({ action }) => action)).toEqual(['ideas.groups-imported'])
    expect(JSON.stringify(audit)).not.toContain('schule.example')
  })

  test('the second time changes nothing, also when somebody said no meanwhile', async () => {
    const kim = await anActor('teacher', { email: 'kim@schule.example' })
    await applyGroups(smz, await reviewed(LIST))
    await work()
    await acceptInvitation(kim, 'lesenetz', {})
    await db().updateTable('plgMembers').set({ state: 'left', until: new Date() }).execute()
    const before = await everything()
    expect(await applyGroups(smz, await reviewed(LIST))).toEqual({
      ...{ groups: 0, known: 2, invitations: 0, sessions: 0, documents: 0, left: [] },
    })
    await work()
    expect(await everything()).toEqual(before)
  })

  test('a new address in a known group is invited, the group stays as it is', async () => {
    await applyGroups(smz, await reviewed(LIST))
    const { plgs } = await everything()
    const more = `${LIST}\r\nLesenetz;;;Andere Frage?;;dritte@schule.example;Gast;;;;`
    expect(await applyGroups(smz, await reviewed(more))).toMatchObject({ known: 2, invitations: 1 })
    expect((await everything()).plgs).toEqual(plgs)
  })

  test('pressed twice at once it happens once', async () => {
    const id = await reviewed(LIST)
    const both = await Promise.all([applyGroups(smz, id), applyGroups(smz, id)])
    expect(both[0]).toEqual(both[1])
    expect((await everything()).plgs).toHaveLength(2)
  })

  test('two of the same at once are one', async () => {
    const ids = [await reviewed(LIST), await reviewed(LIST)]
    const both = await Promise.all(ids.map((id) => applyGroups(smz, id)))
    expect(both.map(({ groups }) => groups).sort()).toEqual([0, 2])
  })

  test.each([
    ['unknown school', 'Lesenetz;;;;123456;;;;;;', /Schule mit der Nummer 123456/],
    ['unknown kind', 'Lesenetz;Klub;;;;;;;;;', /Die Art „Klub“ ist unbekannt/],
    ['unknown programme', 'Lesenetz;;Digi;;;;;;;;', /Programm „Digi“ ist unbekannt/],
    ['no address', 'Lesenetz;;;;;kim at schule;;;;;', /keine E-Mail-Adresse/],
    ['unknown role', 'Lesenetz;;;;;kim@schule.example;Chef;;;;', /Rolle „Chef“ ist unbekannt/],
    ['a role of nobody', 'Lesenetz;;;;;;Gast;;;;', /fehlt die E-Mail-Adresse/],
    ['a strange link', 'Lesenetz;;;;;;;;;x;javascript:alert(1)', /muss mit https/],
    ['a strange date', 'Lesenetz;;;;;;;31.02.2027 15:00;x;;', /kein Termin/],
    ['a nameless group', ';;;;;kim@schule.example;;;;;', /3 bis 120 Zeichen/],
    ['a long question', `Lesenetz;;;${'x'.repeat(301)};;;;;;;`, /mehr als 300 Zeichen/],
  ])('with %s nothing is taken over', async (_what, row, sentence) => {
    const id = await reviewed(`${LIST}\r\n${row}`)
    const { review } = await importPageFor(smz, id)
    expect(review?.plan.problems.join(' ')).toMatch(sentence)
    expect(review?.plan.problems[0]).toMatch(/^Zeile 6: /)
    const before = await everything()
    await expect(applyGroups(smz, id)).rejects.toThrow(Refusal)
    expect(await everything()).toEqual(before)
  })

  test.each([
    ['empty', '', /leer/],
    ['a heading alone', HEAD, /keine Zeile/],
    ['no such column', 'a;b\r\n1;2', /Spalte „Gruppe“ fehlt/],
    ['a formula', listOf('=SUMME(A1:A9);;;;;;;;;;'), /Zeile 2.*Formel/],
    ['another formula', listOf('+49 Netz;;;;;;;;;;'), /Formel/],
    ['one more', listOf('@SUM(A1);;;;;;;;;;'), /Formel/],
    ['a negative one', listOf('-2+3;;;;;;;;;;'), /Formel/],
    ['markup', listOf('<b>Netz</b>;;;;;;;;;;'), /HTML/],
    ['a zip', 'PK\u0003\u0004', /CSV/],
    ['too few cells', listOf('Lesenetz;;'), /Felder/],
    ['too many rows', listOf(...Array<string>(2_001).fill('Netz;;;;;;;;;;')), /2.000/],
  ])('%s is refused with a sentence', async (_what, text, sentence) => {
    await expect(reviewed(text)).rejects.toThrow(sentence)
    expect(await db().selectFrom('groupImports').select('id').execute()).toEqual([])
  })

  test('may come from Excel: code page of Windows, a mark at the beginning, semicolons or commas', async () => {
    const latin = Uint8Array.from(
      Buffer.from('Gruppe;Frage\r\nÜbergänge für alle;Was trägt?', 'latin1'),
    )
    const { review } = await importPageFor(smz, await reviewed(latin))
    expect(review?.plan.groups).toMatchObject([
      { title: 'Übergänge für alle', question: 'Was trägt?' },
    ])
    const marked = await planFor('\ufeffGruppe,Art\nÜbergänge,Fachteam\n')
    expect(marked.groups).toMatchObject([{ title: 'Übergänge', kind: 'subject_team' }])
  })

  test('is for the SMZ and operators; only operators read who has an account', async () => {
    await aPerson({ email: 'kim@schule.example' })
    for (const role of ['teacher', 'principal', 'facilitator', 'school_authority_staff']) {
      const actor = await anActor(role)
      await expect(reviewed(LIST, actor)).rejects.toThrow(Forbidden)
      await expect(importPageFor(actor, null)).rejects.toThrow(Forbidden)
      await expect(applyGroups(actor, await reviewed(LIST))).rejects.toThrow(Forbidden)
    }
    const { groups } = await planFor(LIST, await anActor('operator'))
    expect(groups[0]?.people.map(({ hasAccount }) => hasAccount)).toEqual([true, false])
  })

  test('one of the same title from elsewhere is pointed at, unless it is closed', async () => {
    await aPlg({ title: 'Lesenetz' })
    await aPlg({ title: 'Mathe-Team', joining: 'closed' })
    const { hints, problems } = await planFor(LIST)
    expect(problems).toEqual([])
    expect(hints).toHaveLength(1)
    expect(hints[0]).toContain('Lesenetz')
  })

  test('is forgotten after a day, and its addresses as soon as it is applied', async () => {
    const [left, applied] = [await reviewed(LIST), await reviewed(LIST)]
    await applyGroups(smz, applied)
    await forgetReviews.run(new Date(Date.now() + 25 * 3_600_000))
    const rows = await db().selectFrom('groupImports').selectAll().execute()
    expect(rows.map(({ id }) => id)).toEqual([applied])
    expect(JSON.stringify(rows)).not.toContain('schule.example')
    await expect(applyGroups(smz, left)).rejects.toThrow(/gibt es nicht mehr/)
    expect(await importPageFor(smz, "x' or 1=1")).toMatchObject({ review: null, isGone: true })
  })
})

describe('groups that are closed to others', () => {
  const WALLED = listOf(
    'Runde Süd;Supervisionsgruppe;;;990001;kim@schule.example;Sprecher:in;12.01.2027 15:00-16:30;Fall;Notiz;https://ablage.example/p',
    'Runde Süd;;;;;geheim@schule.example;Mitglied;;;;',
    'Runde Süd;;;;;;;12.03.2027;Werkstatt;Plan;',
  )

  test.each(['Supervisionsgruppe', 'Schulleitungsrunde'])(
    'a %s is brought into being and its leads asked in; nothing else goes in, and the list says so',
    async (kind) => {
      const text = WALLED.replace('Supervisionsgruppe', kind)
      const id = await reviewed(text)
      const { review } = await importPageFor(smz, id)
      expect(review?.plan).toMatchObject({
        problems: [],
        groups: [
          { people: [{ email: 'kim@schule.example' }], sessions: [], documents: [], left: [] },
        ],
      })
      expect(review?.plan.hints.join(' ')).toContain('nur die Personen mit der Rolle Sprecher:in')
      expect(await applyGroups(smz, id)).toMatchObject({ groups: 1, invitations: 1, left: [] })
      const { plgs, invitations, sessions, documents } = await everything()
      expect(plgs).toMatchObject([{ joining: 'closed' }])
      expect(plgs[0]?.summary).not.toContain('GGS')
      expect(invitations.map(({ email }) => email)).toEqual(['kim@schule.example'])
      expect([sessions, documents]).toEqual([[], []])
    },
  )

  test('without somebody who leads it nothing is taken over', async () => {
    const id = await reviewed(listOf('Runde Süd;Supervisionsgruppe;;;;kim@schule.example;Gast;;;;'))
    expect((await importPageFor(smz, id)).review?.plan.problems[0]).toContain('Bitte nennen Sie')
    await expect(applyGroups(smz, id)).rejects.toThrow(Refusal)
    expect((await everything()).plgs).toEqual([])
  })

  test('the same list again says nothing of who is in by now, and fills nothing, under whatever kind', async () => {
    const kim = await anActor('teacher', { email: 'kim@schule.example' })
    const operator = await anActor('operator')
    await applyGroups(smz, await reviewed(WALLED))
    await work()
    const { slug } = (await everything()).plgs[0] ?? { slug: '' }
    await acceptInvitation(kim, slug, {})
    const before = await everything()
    for (const kind of ['Supervisionsgruppe', 'Netzwerkgruppe', ''])
      for (const actor of [smz, operator]) {
        const text = WALLED.replace('Supervisionsgruppe', kind)
        const { groups, hints } = await planFor(text, actor)
        expect(groups).toMatchObject([{ people: [], sessions: [], documents: [], left: [] }])
        expect(hints.join(' ')).toContain('inzwischen geschlossen')
        expect(await applyGroups(actor, await reviewed(text, actor))).toEqual({
          ...{ groups: 0, known: 1, invitations: 0, sessions: 0, documents: 0, left: [] },
        })
      }
    await work()
    expect(await everything()).toEqual(before)
  })

  test('a group that its leads have closed since is as closed to the list', async () => {
    await applyGroups(smz, await reviewed(LIST))
    await db().updateTable('plgs').set({ joining: 'closed' }).execute()
    const { groups } = await planFor(`${LIST}\r\nLesenetz;;;;;dritte@schule.example;Gast;;;;`)
    for (const group of groups) expect(group).toMatchObject({ people: [], isClosed: true })
  })
})
