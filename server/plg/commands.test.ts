import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProgramme } from '#db/factories/programme.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { editPlg, foundPlg } from './commands.ts'
import type { FoundInput } from './inputs.ts'

beforeEach(() => emptyDatabase())

const about = {
  title: 'Lesen mit Ton',
  question: 'Lesen Kinder flüssiger?',
  summary: '',
  joining: 'open' as const,
  subjects: [],
  gradeBands: [],
  schoolForms: [],
  seeksMembers: true,
}
const founding = (given: Partial<FoundInput> = {}): FoundInput => ({
  ...about,
  clientKey: randomUUID(),
  ...given,
})
const plgs = () => db().selectFrom('plgs').selectAll().execute()

describe('founding', () => {
  test('makes the founder the lead, and opens the seat of the school', async () => {
    const teacher = await anActor()
    const { slug } = await foundPlg(teacher, founding())
    expect(slug).toBe('lesen-mit-ton')
    const members = await db().selectFrom('plgMembers').selectAll().execute()
    const schoolId = teacher.memberships[0]?.schoolId
    expect(members).toMatchObject([
      { personId: teacher.id, role: 'lead', state: 'active', schoolId },
    ])
    const seats = await db().selectFrom('plgSeats').selectAll().execute()
    expect(seats).toMatchObject([{ schoolId, consent: 'open' }])
  })

  test('the same form ten times at once founds one', async () => {
    const teacher = await anActor()
    const input = founding()
    const results = await Promise.all(Array.from({ length: 10 }, () => foundPlg(teacher, input)))
    expect(new Set(results.map(({ slug }) => slug)).size).toBe(1)
    expect(await plgs()).toHaveLength(1)
  })

  test('the same title at the same moment gets different addresses', async () => {
    const teachers = await Promise.all([anActor(), anActor(), anActor()])
    const results = await Promise.all(teachers.map((teacher) => foundPlg(teacher, founding())))
    expect(results.map(({ slug }) => slug).sort()).toEqual([
      'lesen-mit-ton',
      'lesen-mit-ton-2',
      'lesen-mit-ton-3',
    ])
  })

  test('a closed one leaves no trace in the address of the next of its title', async () => {
    await foundPlg(await anActor(), founding({ joining: 'closed' }))
    expect(await foundPlg(await anActor(), founding())).toMatchObject({ slug: 'lesen-mit-ton' })
  })

  test.each(['principal', 'smz_staff', 'operator', 'school_dpo'])('is not for %s', async (role) => {
    await expect(foundPlg(await anActor(role), founding())).rejects.toThrow(Forbidden)
  })

  test('is not for a school of others, nor before one is confirmed', async () => {
    const elsewhere = await aSchool()
    const input = founding({ schoolId: elsewhere.id })
    await expect(foundPlg(await anActor(), input)).rejects.toThrow(Forbidden)
    const pending = await anActor('teacher', { state: 'pending' })
    await expect(foundPlg(pending, founding())).rejects.toThrow(Forbidden)
    expect(await plgs()).toEqual([])
  })
})

describe('settings', () => {
  async function led(given: Parameters<typeof aPlg>[0] = {}) {
    const plg = await aPlg(given)
    const lead = await anActor()
    await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
    return { plg, lead }
  }

  test('are changed by those who speak for it, and by nobody else', async () => {
    const { plg, lead } = await led()
    const member = await anActor()
    await aMember({ plgId: plg.id, personId: member.id })
    for (const other of [member, await anActor(), await anActor('smz_staff')]) {
      await expect(editPlg(other, plg.slug, about)).rejects.toThrow(Forbidden)
    }
    expect(await plgs()).toMatchObject([{ title: plg.title, phase: 'forming' }])
    await editPlg(lead, plg.slug, about)
    expect(await plgs()).toMatchObject([{ title: 'Lesen mit Ton', slug: plg.slug }])
  })

  test('cannot close the door before those who knocked', async () => {
    const { plg, lead } = await led({ joining: 'by_request' })
    await aMember({ plgId: plg.id, personId: (await anActor()).id, state: 'requested' })
    const edit = editPlg(lead, plg.slug, { ...about, joining: 'closed' })
    await expect(edit).rejects.toMatchObject({ field: 'joining' })
  })

  test('a changed door is in the protocol, without the title', async () => {
    const { plg, lead } = await led()
    await editPlg(lead, plg.slug, { ...about, joining: 'closed' })
    const lines = await db().selectFrom('auditEntries').selectAll().execute()
    expect(lines).toMatchObject([
      { action: 'plg.joining-changed', thingId: plg.id, details: { from: 'open', to: 'closed' } },
    ])
    expect(JSON.stringify(lines)).not.toContain(plg.title)
  })

  test('of a closed door nobody outside learns that it is there', async () => {
    const { plg } = await led({ joining: 'closed' })
    await expect(editPlg(await anActor(), plg.slug, about)).rejects.toThrow(NotFound)
  })
})

describe('kinds of groups', () => {
  const seats = () => db().selectFrom('plgSeats').selectAll().execute()

  test('the programme it comes from is kept; one that has ended takes no more', async () => {
    const programme = await aProgramme({ name: 'DigitalFit' })
    const ended = await aProgramme({ isOpen: false })
    await foundPlg(await anActor(), founding({ kind: 'visit_ring', programmeId: programme.id }))
    expect(await plgs()).toMatchObject([{ kind: 'visit_ring', programmeId: programme.id }])
    for (const programmeId of [ended.id, randomUUID()])
      await expect(foundPlg(await anActor(), founding({ programmeId }))).rejects.toMatchObject({
        field: 'programmeId',
      })
  })

  test('supervision is closed whatever was sent, and asks no principal', async () => {
    const teacher = await anActor()
    const { slug } = await foundPlg(teacher, founding({ kind: 'supervision', joining: 'open' }))
    expect(await plgs()).toMatchObject([{ kind: 'supervision', joining: 'closed' }])
    expect(await seats()).toEqual([])
    await editPlg(teacher, slug, { ...about, joining: 'open' })
    expect(await plgs()).toMatchObject([{ joining: 'closed' }])
  })

  test('a circle of principals is founded by those who lead schools, and by nobody else', async () => {
    const input = () => founding({ kind: 'principals_circle', joining: 'open' })
    for (const role of ['teacher', 'digital_officer', 'smz_staff', 'operator'])
      await expect(foundPlg(await anActor(role), input())).rejects.toThrow(Forbidden)
    for (const role of ['principal', 'deputy_principal'])
      await foundPlg(await anActor(role), input())
    expect(await plgs()).toMatchObject([{ joining: 'closed' }, { joining: 'closed' }])
    expect(await seats()).toEqual([])
  })

  test('the database itself keeps walled groups closed', async () => {
    for (const kind of ['supervision', 'principals_circle'])
      await expect(aPlg({ kind, joining: 'open' })).rejects.toThrow('plgs_walled')
  })
})
