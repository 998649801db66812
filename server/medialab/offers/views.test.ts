import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anOffer, aResource, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aProduct, aRelease, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { Forbidden, NotFound } from '#server/platform/errors.ts'
import { locateOffer, offerStanding, offerThings, searchOffers } from '../views.ts'
import { replaceOffer } from './editing/commands.ts'
import { editOfferFor } from './editing/views.ts'
import { catalogueFor, offerFor, offerPageFor } from './views.ts'

beforeEach(() => emptyDatabase())

const found = async (asked: Record<string, string>) =>
  (await catalogueFor(null, asked)).offers.rows.map(({ name }) => name)

describe('the catalogue', () => {
  test('shows what is listed, to everybody, rooms before sets', async () => {
    await aSet({ name: 'Koffer' }, { total: 30, reserve: 2, broken: 3 })
    await anOffer({ name: 'Raum', kind: 'room' })
    await anOffer({ name: 'Entwurf', state: 'draft' })
    await anOffer({ name: 'Alt', state: 'retired' })
    expect(await found({})).toEqual(['Raum', 'Koffer'])
    const { offers } = await catalogueFor(null, {})
    expect(offers.rows[1]).toMatchObject({ pieces: 25, needsInstruction: false })
    // Not even the SMZ finds drafts among what is offered.
    expect((await catalogueFor(await anActor('smz_staff'), {})).offers.total).toBe(2)
  })

  test('is narrowed by kind, field, class, Schulform, grade and words', async () => {
    await anOffer({ name: 'Kamera', field: 'visual', class: 'base', summary: 'Bilder rundum' })
    await anOffer({ name: 'Roboter', field: 'coding_flex', gradeMin: 3, gradeMax: 8 })
    await anOffer({ name: 'Stift', schoolForms: ['primary'], kind: 'set' })
    await anOffer({ name: 'Raum', kind: 'room' })
    expect(await found({ art: 'room' })).toEqual(['Raum'])
    expect(await found({ bereich: 'visual' })).toEqual(['Kamera'])
    expect(await found({ klasse: 'base' })).toEqual(['Kamera'])
    // A room has the default class, but only sets are of one.
    expect(await found({ klasse: 'extended' })).toEqual(['Roboter', 'Stift'])
    expect(await found({ schulform: 'grammar' })).toEqual(['Raum', 'Kamera', 'Roboter'])
    expect(await found({ jahrgang: '2' })).toEqual(['Raum', 'Kamera', 'Stift'])
    expect(await found({ q: 'Bild' })).toEqual(['Kamera'])
    expect(await found({ q: 'robo' })).toEqual(['Roboter'])
    expect(await found({ q: 'gibtesnicht' })).toEqual([])
  })

  test.each([
    { art: 'schiff', bereich: "'; drop", klasse: '', schulform: '[]', jahrgang: '-1' },
    { seite: '-3', q: `%_\\'":*&|! ${'x'.repeat(5000)}` },
    { seite: '99999999999', q: '\u0000\ud800' },
    { jahrgang: 'NaN', seite: 'NaN' },
  ])('asked nonsense (%o) it answers all the same', async (asked) => {
    await expect(catalogueFor(null, asked)).resolves.toBeDefined()
  })

  test('comes in pages', async () => {
    for (let at = 0; at < 26; at++) await anOffer()
    const second = await catalogueFor(null, { seite: '2' })
    expect(second.offers).toMatchObject({ page: 2, pages: 2, total: 26 })
    expect(second.offers.rows).toHaveLength(2)
  })
})

describe('the page of an offer', () => {
  test('is for everybody when it is listed, for the SMZ in any state', async () => {
    const smz = await anActor('smz_staff')
    const teacher = await anActor()
    for (const state of ['draft', 'listed', 'retired']) {
      const { slug } = await anOffer({ state })
      const read = (actor: typeof teacher | null) => offerFor(actor, slug)
      expect((await read(smz)).can.manage).toBe(true)
      if (state === 'listed') {
        expect((await read(null)).backLinks).toBe(null)
        expect((await read(teacher)).can.manage).toBe(false)
      } else {
        await expect(read(null)).rejects.toThrow(NotFound)
        await expect(read(teacher)).rejects.toThrow(NotFound)
      }
    }
    await expect(offerFor(null, 'gibt-es-nicht')).rejects.toThrow(NotFound)
    await expect(offerPageFor(null, 'gibt-es-nicht')).rejects.toThrow(NotFound)
    await expect(offerFor(null, "' or 1=1")).rejects.toThrow(NotFound)
  })

  test('offered no more it says so and what there is instead; drafts are nobody’s', async () => {
    const gone = await anOffer({ state: 'retired', name: 'Podcast-Koffer alt', field: 'audio' })
    const near = await anOffer({ name: 'Podcast-Koffer neu', field: 'audio' })
    await anOffer({ name: 'Podcast-Koffer geheim', field: 'audio', state: 'draft' })
    await anOffer({ name: 'Roboter', field: 'coding_flex' })
    await anOffer({ name: 'Studio', kind: 'room' })
    for (const who of [null, await anActor()]) {
      const page = await offerPageFor(who, gone.slug)
      expect(page.view).toBe(null)
      expect(page.gone?.instead.map(({ name }) => name)).toEqual([near.name, 'Roboter'])
    }
    expect((await offerPageFor(await anActor('smz_staff'), gone.slug)).view?.offer.name).toBe(
      gone.name,
    )
    const chosen = await anOffer({ name: 'Tonberatung', kind: 'advice' })
    const smz = await anActor('smz_staff')
    const { version } = (await editOfferFor(smz, gone.slug)).offer
    const input = { version, successor: chosen.id }
    await expect(replaceOffer(await anActor(), gone.slug, input)).rejects.toThrow(Forbidden)
    await expect(replaceOffer(smz, gone.slug, { version, successor: gone.id })).rejects.toThrow(
      'Katalog',
    )
    await replaceOffer(smz, gone.slug, input)
    expect((await offerPageFor(null, gone.slug)).gone?.instead).toMatchObject([
      { name: 'Tonberatung' },
    ])
    const { slug } = await anOffer({ state: 'draft' })
    await expect(offerPageFor(null, slug)).rejects.toThrow(NotFound)
  })

  test('says the rules in plain German', async () => {
    const { slug } = await anOffer({ maxOpenPerSchool: 1, cooldownDays: 14, isInLab: false })
    expect((await offerFor(null, slug)).rules).toEqual([
      'Ausleihe bis 14 Schultage, 1 × verlängern, Abholung selbst.',
      'Schulferien zählen nicht mit.',
      'Mindestens 1 Tag vorher buchen.',
      'Danach 14 Tage für andere Schulen.',
      'Sofort gebucht.',
      'Höchstens 180 Tage im Voraus.',
      'Je Schule 1 offene Buchung.',
    ])
  })

  test('counts what can be given away, and says what lies in a room', async () => {
    const room = await anOffer({ kind: 'room', name: 'Raum', places: 20 })
    const zone = await anOffer({ kind: 'zone', name: 'Ecke', roomId: room.id })
    await anOffer({ kind: 'zone', name: 'Entwurf', roomId: room.id, state: 'draft' })
    const set = await aSet({}, {})
    await aResource({ offerId: set.id, state: 'repair' })
    expect((await offerFor(null, set.slug)).offer).toMatchObject({ pieces: 1 })
    expect((await offerFor(null, room.slug)).offer.inside).toMatchObject([{ name: 'Ecke' }])
    expect((await offerFor(null, zone.slug)).offer.room).toMatchObject({ name: 'Raum' })
  })

  test('says which apps it needs, as it stands for the reader’s Schulform', async () => {
    const app = await aProduct({ name: 'GeoSkizze' })
    const { id: scenarioId } = await aScenario({ productId: app.id })
    await aRelease({ scenarioId, schoolForms: ['grammar'], validUntil: '2099-07-31' })
    const { id: offerId, slug } = await anOffer()
    await db().insertInto('labOfferSoftware').values({ offerId, productId: app.id }).execute()
    const read = async (schoolForm: string) => {
      const { id: schoolId } = await aSchool({ schoolForm })
      return (await offerFor(await anActor('teacher', { schoolId }), slug)).apps
    }
    expect(await read('grammar')).toMatchObject([
      { title: 'GeoSkizze', context: expect.stringContaining('reigegeben') as string },
    ])
    expect(await read('primary')).toMatchObject([{ context: 'Noch nicht geprüft' }])
  })

  test('says whether the reader has been instructed: the proof that holds longest counts', async () => {
    const { id: offerId, slug } = await anOffer()
    const reader = await anActor()
    const { id: instructionId } = await db()
      .insertInto('labInstructions')
      .values({ name: 'Lasercutter', kind: 'safety', validMonths: 12 })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db().insertInto('labOfferInstructions').values({ offerId, instructionId }).execute()
    const given = async () => (await offerFor(reader, slug)).instructions[0]?.given
    const prove = (givenOn: string, validUntil: string, revokedAt: Date | null = null) =>
      db()
        .insertInto('labInstructed')
        .values({
          ...{ personId: reader.id, instructionId, givenOn, validUntil, revokedAt },
          createdAt: new Date(),
        })
        .execute()
    expect(await given()).toBe(null)
    await prove('2020-01-01', '2021-01-01')
    expect(await given()).toMatchObject({ isValid: false, until: '2021-01-01' })
    await prove('2020-02-01', '2099-01-01', new Date())
    expect(await given()).toMatchObject({ isValid: false })
    await prove('2020-03-01', '2098-01-01')
    expect(await given()).toMatchObject({ isValid: true, until: '2098-01-01' })
    expect((await offerFor(await anActor(), slug)).instructions[0]?.given).toBe(null)
    expect((await offerFor(null, slug)).instructions[0]?.given).toBe(null)
  })
})

describe('an offer as a thing', () => {
  test('has a card, a place and a standing for whom it may be seen', async () => {
    const [smz, teacher] = [await anActor('smz_staff'), await anActor()]
    const listed = await anOffer({ name: 'Koffer am Hafen' })
    const draft = await anOffer({ name: 'Geheimer Koffer', state: 'draft' })
    const ids = [listed.id, draft.id]
    expect(await offerThings(null, ids)).toMatchObject([{ title: 'Koffer am Hafen' }])
    expect(await offerThings(smz, ids)).toHaveLength(2)
    expect(await locateOffer(`/medialab/angebote/${draft.slug}`)).toBe(draft.id)
    expect(await locateOffer('/medialab/angebote/../x')).toBeUndefined()
    expect(await offerStanding(teacher, draft.id)).toMatchObject({ canRead: false })
    expect(await offerStanding(teacher, listed.id)).toMatchObject({
      ...{ canRead: true, canChange: false },
    })
    expect(await offerStanding(smz, draft.id)).toMatchObject({ canRead: true, canChange: true })
    expect(await searchOffers(null, ['koffer'], 9)).toMatchObject([{ title: 'Koffer am Hafen' }])
    expect(await searchOffers(null, [], 9)).toEqual([])
  })
})
