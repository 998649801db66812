import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aProduct } from '#db/factories/software.ts'
import { aPdf } from '#db/factories/upload.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { fileFor } from '#server/files/views.ts'
import { registerHouse } from '#server/open.ts'
import { keepIncoming } from '#server/platform/incoming.ts'
import { storage } from '#server/platform/storage.ts'
import { packageFor } from '../packages/views.ts'
import { addDocument, removePart } from '../uses/commands.ts'
import { VISIBILITIES } from '../uses/contract.ts'
import type { DocumentInput } from '../uses/inputs.ts'
import { usesPageFor } from '../uses/views.ts'
import { documentFile, productFor } from './views.ts'

let smz: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  await storage().remove(await keys())
  smz = await anActor('smz_staff')
  await aProduct({ slug: 'buchwerk', name: 'Buchwerk' })
})

async function* once(bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}
async function keys(): Promise<string[]> {
  const all: string[] = []
  for await (const page of storage().list()) all.push(...page.map(({ key }) => key))
  return all
}
const AVV: DocumentInput = {
  ...{ kind: 'avv', url: '', body: '', versionLabel: '2026' },
  ...{ retrievedOn: null, visibility: 'public' },
}
const add = async (more: Partial<DocumentInput> = {}, bytes = aPdf(), name = 'AV-Vertrag.pdf') =>
  addDocument(
    smz,
    'buchwerk',
    { ...AVV, ...more },
    {
      name,
      incoming: await keepIncoming(once(bytes), 10_000),
    },
  )
const rows = () => db().selectFrom('softwareDocuments').selectAll().execute()
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as Error).name,
  )

const READERS: Record<string, { actor: () => Promise<Actor | null>; reads: string[] }> = {
  'a visitor': { actor: () => Promise.resolve(null), reads: ['public'] },
  'somebody not confirmed': {
    actor: () => anActor('teacher', { state: 'pending' }),
    reads: ['public'],
  },
  'a teacher': { actor: () => anActor('teacher'), reads: ['public', 'schools'] },
  'a Schulleitung': { actor: () => anActor('principal'), reads: ['public', 'schools'] },
  'the SMZ': { actor: () => anActor('smz_staff'), reads: [...VISIBILITIES] },
  'the officer': { actor: () => anActor('school_dpo'), reads: [...VISIBILITIES] },
  'the release manager': { actor: () => anActor('release_manager'), reads: [...VISIBILITIES] },
}

test.each(Object.keys(READERS))(
  '%s lists and opens what is for them, and nothing else',
  async (who) => {
    for (const visibility of VISIBILITIES) await add({ visibility, versionLabel: visibility })
    const { actor: find, reads } = READERS[who] as (typeof READERS)[string]
    const actor = await find()
    const { product } = await productFor(actor, 'buchwerk')
    expect(product.documents.map(({ versionLabel }) => versionLabel).toSorted()).toEqual(
      reads.toSorted(),
    )
    for (const { id, visibility, fileId } of await rows()) {
      const opened = await outcome(documentFile(actor, 'buchwerk', id))
      expect([visibility, opened]).toEqual([
        visibility,
        reads.includes(visibility) ? 'done' : 'NotFound',
      ])
      // The doors of all files know none of them.
      if (actor) expect(await outcome(fileFor(actor, fileId ?? ''))).toBe('NotFound')
    }
  },
)

test('a document lies here with its fingerprint, beside an address or in its place', async () => {
  await add()
  await add({ kind: 'terms', url: 'https://buchwerk.example/agb' })
  const [avv, terms] = await rows()
  expect(avv).toMatchObject({
    url: null,
    sha256: createHash('sha256').update(aPdf()).digest('hex'),
  })
  expect(terms).toMatchObject({ url: 'https://buchwerk.example/agb' })
  const { product } = await productFor(null, 'buchwerk')
  expect(product.documents.map(({ file }) => file?.name)).toEqual([
    'AV-Vertrag.pdf',
    'AV-Vertrag.pdf',
  ])
  const teacher = await anActor('teacher')
  const { documents } = await packageFor(teacher, 'buchwerk', { use: '', school: '' })
  expect(documents).toHaveLength(2)
  const [change] = await db().selectFrom('softwareChanges').select('after').execute()
  expect(change?.after).toContain('AV-Vertrag.pdf')
  const [entry] = await db().selectFrom('auditEntries').select('action').execute()
  expect(entry?.action).toBe('software.uses-changed')
})

test('the same bytes twice at once are one document; other bytes are another one', async () => {
  await Promise.all([add(), add()])
  await add({}, aPdf('Neue Fassung'))
  expect(await rows()).toHaveLength(2)
  expect(await keys()).toHaveLength(2)
})

test.each(['teacher', 'principal', 'school_dpo', 'release_manager', 'operator'])(
  '%s brings none, and no byte of it stays',
  async (role) => {
    const incoming = await keepIncoming(once(aPdf()), 10_000)
    const who = await anActor(role)
    const tried = addDocument(who, 'buchwerk', AVV, { name: 'a.pdf', incoming })
    expect(await outcome(tried)).toBe('Forbidden')
    expect([await rows(), await keys()]).toEqual([[], []])
  },
)

test('what lies is refused, and so is a document without anything', async () => {
  await expect(add({}, Buffer.from('<html><script>'))).rejects.toMatchObject({ field: 'file' })
  await expect(addDocument(smz, 'buchwerk', AVV)).rejects.toMatchObject({ field: 'url' })
  await expect(add({ retrievedOn: '2999-01-01' })).rejects.toMatchObject({ field: 'retrievedOn' })
  expect([await rows(), await keys()]).toEqual([[], []])
})

test('what was taken away only those still open who review; of another app it is nobody’s', async () => {
  await add()
  const [{ id = '' } = {}] = (await usesPageFor(smz, 'buchwerk')).documents
  await aProduct({ slug: 'anderes' })
  expect(await outcome(documentFile(smz, 'anderes', id))).toBe('NotFound')
  await removePart(smz, 'buchwerk', { part: 'document', id })
  expect(await outcome(documentFile(null, 'buchwerk', id))).toBe('NotFound')
  expect(await outcome(documentFile(await anActor('principal'), 'buchwerk', id))).toBe('NotFound')
  expect(await outcome(documentFile(smz, 'buchwerk', id))).toBe('done')
})
