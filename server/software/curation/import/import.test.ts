import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aProduct } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, Refusal } from '#server/platform/errors.ts'
import { directoryFor } from '../../directory/views.ts'
import { applyApps, reviewApps } from './commands.ts'
import { forgetImports } from './jobs.ts'
import { importPageFor } from './views.ts'

let smz: Actor
beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  smz = await anActor('smz_staff')
})

const HEAD = 'Name;Anbieter;Adresse;Beschreibung;Plattform;Kosten;Fächer;App-Store-Nummer'
const LIST = [
  HEAD,
  'Übino;Lernhafen GmbH;https://uebino.example;Vokabeln;Im Browser;Kostenlos;Englisch, Französisch;',
  'Formenfuchs;lernhafen gmbh;kein Link;;ios;frei;Mathematik;id123456789',
  'Formenfuchs;;;;;;;',
  'Klangwerk;;;;;;;',
].join('\r\n')
const reviewed = (text: string | Uint8Array, by = smz) =>
  reviewApps(by, {
    fileName: 'apps.csv',
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  })
const products = () => db().selectFrom('softwareProducts').selectAll().orderBy('number').execute()

test('a list is shown with what is there already, then comes in as entries that nobody has reviewed', async () => {
  await aProduct({ name: 'Klangwerk', slug: 'klangwerk' })
  await aProduct({ name: 'Übino 2', slug: 'uebino' })
  const id = await reviewed(LIST)
  const { review } = await importPageFor(smz, id)
  expect(review?.plan).toMatchObject([
    { line: 2, name: 'Übino', known: { slug: 'uebino', isSame: false }, isRepeated: false },
    { line: 3, name: 'Formenfuchs', known: null, isRepeated: false },
    { line: 4, isRepeated: true },
    { line: 5, known: { slug: 'klangwerk', isSame: true } },
  ])
  expect(await products()).toHaveLength(2)
  expect(await applyApps(smz, id)).toEqual({ created: 2, skipped: 2 })
  const rows = await products()
  expect(rows.slice(2)).toMatchObject([
    {
      ...{ name: 'Übino', slug: 'uebino-2', origin: 'import', state: 'listed', kind: 'web' },
      ...{ website: 'https://uebino.example', costModel: 'free', subjects: ['english', 'french'] },
    },
    {
      name: 'Formenfuchs',
      website: '',
      kind: 'ios',
      appStoreId: '123456789',
      costModel: 'unknown',
    },
  ])
  expect(rows[2]?.vendorId).toBe(rows[3]?.vendorId)
  const { products: shown } = await directoryFor(null, { q: 'Formenfuchs' })
  expect(shown.rows).toMatchObject([
    { standing: { name: 'not_reviewed' }, vendor: 'Lernhafen GmbH' },
  ])
  const audit = await db().selectFrom('auditEntries').select('action').execute()
  expect(audit).toEqual([{ action: 'software.imported' }])
})

test('pressed twice at once it comes in once, and the same list again brings nothing', async () => {
  const id = await reviewed(LIST)
  const both = await Promise.all([applyApps(smz, id), applyApps(smz, id)])
  expect(both[0]).toEqual(both[1])
  expect(await applyApps(smz, await reviewed(LIST))).toEqual({ created: 0, skipped: 4 })
  expect(await products()).toHaveLength(3)
})

test('may come from Excel: code page of Windows, tabs, commas', async () => {
  const latin = Uint8Array.from(Buffer.from('Name;Fächer\r\nÜbergänge;Französisch', 'latin1'))
  await applyApps(smz, await reviewed(latin))
  await applyApps(smz, await reviewed('Name\tBeschreibung\r\nTafel\tGut; auch "so"\r\n'))
  await applyApps(smz, await reviewed('Name,Anbieter\nKreis,"A, B"\n'))
  expect(await products()).toMatchObject([
    { name: 'Übergänge', subjects: ['french'] },
    { name: 'Tafel', description: 'Gut; auch "so"' },
    { name: 'Kreis' },
  ])
})

test('an app that is called like a page of ours gets another address', async () => {
  await applyApps(smz, await reviewed('Name\nDubletten\n'))
  expect((await products()).map(({ slug }) => slug)).toEqual(['app-dubletten'])
})

test.each([
  ['empty', '', /leer/],
  ['a heading alone', HEAD, /keine Zeile/],
  ['no such column', 'a;b\r\n1;2', /Spalte „Name“ fehlt/],
  ['a formula', 'Name;Anbieter\nApp;=SUMME(A1:A9)', /Zeile 2.*Formel/],
  ['a formula in tabs', 'Name\tAnbieter\nApp\t@SUM(A1)', /Formel/],
  ['markup', 'Name\n<b>Netz</b>', /HTML/],
  ['a zip', 'PK\u0003\u0004', /CSV/],
  ['a short name', 'Name;Anbieter\nx;y', /Zeile 2: Der Name/],
  ['too many rows', `Name\n${'App\n'.repeat(2_001)}`, /2.000/],
])('%s is refused with a sentence, and nothing is kept', async (_what, text, sentence) => {
  await expect(reviewed(text)).rejects.toThrow(sentence)
  expect(await db().selectFrom('softwareImports').select('id').execute()).toEqual([])
})

test('is for those who look after the directory, and forgotten after a day', async () => {
  const id = await reviewed(LIST)
  for (const role of ['teacher', 'principal', 'school_dpo', 'operator']) {
    const actor: Actor = await anActor(role)
    await expect(reviewed(LIST, actor)).rejects.toThrow(Forbidden)
    await expect(importPageFor(actor, null)).rejects.toThrow(Forbidden)
    await expect(applyApps(actor, id)).rejects.toThrow(Forbidden)
  }
  await forgetImports.run(new Date(Date.now() + 25 * 3_600_000))
  await expect(applyApps(smz, id)).rejects.toThrow(Refusal)
  expect(await importPageFor(smz, "x' or 1=1")).toMatchObject({ review: null, isGone: true })
})
