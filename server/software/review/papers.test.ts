import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aProduct, aReviewCase, anOpinion, aScenario } from '#db/factories/software.ts'
import { aBlackPng, anOfficeFile, aPdf, aZip } from '#db/factories/upload.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { deleteFile } from '#server/files/commands.ts'
import { takeFile } from '#server/files/uploads/commands.ts'
import { bytesOf, fileCards, fileToServe } from '#server/files/views.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { keepIncoming } from '#server/platform/incoming.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { storage } from '#server/platform/storage.ts'
import { addEvidence, removeEvidence } from './checks/commands.ts'
import { CASE_PAPER } from './contract.ts'
import { reviewFor } from './opinions/views.ts'
import { admitVendor, answerAsVendor, ask } from './questions/commands.ts'
import { hashOf } from './questions/rules.ts'
import { updateToken } from './questions/sql.ts'
import { keepReviewsGoing } from './jobs.ts'

const DAY = 86_400_000
const TOKEN = 'nur-einmal'
const inDays = (days: number) => localDayOf(new Date(Date.now() + days * DAY))

let officer: Actor
let row: Awaited<ReturnType<typeof aReviewCase>>
let scenarioId: string

beforeEach(async () => {
  await emptyDatabase(['review_catalogues', 'review_criteria'])
  registerHouse()
  await storage().remove(await keys())
  officer = await anActor('school_dpo')
  const { id: productId } = await aProduct()
  scenarioId = (await aScenario({ productId })).id
  row = await aReviewCase({
    ...{ productId, scenarioIds: [scenarioId], state: 'in_review', catalogueVersion: '2026-1' },
  })
})

async function* once(bytes: Uint8Array) {
  yield await Promise.resolve(bytes)
}
const file = async (bytes: Uint8Array = aPdf(), name = 'Auskunft.pdf') => ({
  name,
  incoming: await keepIncoming(once(bytes), 100_000),
})
async function keys(): Promise<string[]> {
  const all: string[] = []
  for await (const page of storage().list()) all.push(...page.map(({ key }) => key))
  return all
}
const fingerprint = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const words = { criterionId: 'C04', url: '', documentId: undefined, quote: '', retrievedOn: null }
const attach = async (bytes?: Uint8Array, name?: string, by = officer) =>
  addEvidence(by, row.number, words, await file(bytes, name))
const evidence = () => db().selectFrom('reviewEvidence').selectAll().execute()
const filesOf = () => db().selectFrom('files').selectAll().execute()
const acts = async () =>
  (await db().selectFrom('auditEntries').select('action').orderBy('id').execute()).map(
    ({ action }) => action,
  )

async function asked() {
  const question = { text: 'Wo stehen die Server?', vendorEmail: 'info@anbieter.example' }
  await ask(officer, row.number, 'vendor', { ...question, dueOn: inDays(10) })
  const { id } = await db().selectFrom('reviewQuestions').select('id').executeTakeFirstOrThrow()
  await updateToken(id, hashOf(TOKEN))
}
const ANSWER = { name: 'Anbieter GmbH', answer: 'In Frankfurt.' }

describe('a file as evidence', () => {
  test('is kept with name, fingerprint and day, and handed out as it came', async () => {
    await attach(aPdf('AV-Vertrag'), 'AV-Vertrag.pdf')
    const { points } = await reviewFor(officer, row.number)
    const [one] = points.find(({ id }) => id === 'C04')?.evidence ?? []
    expect(one).toMatchObject({
      retrievedOn: inDays(0),
      file: { name: 'AV-Vertrag.pdf', sha256: fingerprint(aPdf('AV-Vertrag')) },
    })
    const served = await fileToServe(officer, one?.file?.id ?? '', { version: null, width: null })
    const { stream } = await bytesOf(served)
    const bytes = Buffer.from(await new Response(stream).arrayBuffer())
    expect(fingerprint(bytes)).toBe(one?.file?.sha256)
    expect(await acts()).toEqual(['software.evidence-added'])
  })

  test('said twice is there once; taken away, it is gone with its file', async () => {
    await Promise.all([attach(), attach()])
    const [one, ...more] = await evidence()
    expect(more).toEqual([])
    expect(await keys()).toHaveLength(1)
    await Promise.all([1, 2].map(() => removeEvidence(officer, row.number, one?.id ?? '')))
    expect(await evidence()).toEqual([])
    expect((await filesOf()).map(({ deletedAt }) => deletedAt !== null)).toEqual([true])
    expect(await acts()).toEqual(['software.evidence-added', 'software.evidence-removed'])
  })

  test('needs an address, a document or a file, and a day that was', async () => {
    await expect(addEvidence(officer, row.number, words)).rejects.toMatchObject({ field: 'url' })
    const tomorrow = { ...words, retrievedOn: inDays(1) }
    await expect(addEvidence(officer, row.number, tomorrow, await file())).rejects.toMatchObject({
      field: 'retrievedOn',
    })
    expect(await keys()).toEqual([])
  })
})

const LIES: [what: string, name: string, bytes: Uint8Array, says: string][] = [
  ['a page that is called a PDF', 'AV.pdf', Buffer.from('<!doctype html><script>1'), 'Webseite'],
  ['a program that is called a PDF', 'AV.pdf', Buffer.from('MZ\x90\0\x03'.padEnd(400, '\0')), ''],
  ['a PDF that is called a text', 'AV.docx', aPdf(), 'verspricht etwas anderes'],
  ['a PDF that is called a program', 'AV.exe', aPdf(), 'verspricht etwas anderes'],
  ['a picture that is called a PDF', 'AV.pdf', aBlackPng(4, 4), 'verspricht etwas anderes'],
  ['an archive that is called a text', 'AV.docx', aZip([{ name: 'a.txt' }]), 'Archive'],
  ['an archive that never ends', 'AV.docx', bomb(), 'riesig'],
  [
    'a text with macros',
    'AV.docx',
    anOfficeFile('docx', [{ name: 'word/vbaProject.bin' }]),
    'Makros',
  ],
  ['nothing at all', 'AV.pdf', Buffer.alloc(0), 'leer'],
]
function bomb() {
  return anOfficeFile('docx', [{ name: 'word/media/a.png', claims: 2 * 1024 ** 3 }])
}

describe.each(LIES)('%s', (_what, name, bytes, says) => {
  test('is refused beside the field, and nothing of it stays', async () => {
    await asked()
    const refused = [
      await attach(bytes, name).catch((error: unknown) => error),
      await answerAsVendor(TOKEN, ANSWER, [await file(bytes, name)]).catch((e: unknown) => e),
      // What came with it does not stay either.
      await answerAsVendor(TOKEN, ANSWER, [await file(), await file(bytes, name)]).catch(
        (error: unknown) => error,
      ),
    ]
    for (const one of refused) {
      expect(one).toBeInstanceOf(Refusal)
      expect(one).toMatchObject({ field: 'file' })
      expect(String(one)).toContain(says)
    }
    // Of several the sentence names the one.
    expect(String(refused[2])).toContain(`„${name}“`)
    expect([await evidence(), await filesOf(), await keys()]).toEqual([[], [], []])
    // The link is as good as before.
    await answerAsVendor(TOKEN, ANSWER, [await file()])
    expect(await filesOf()).toHaveLength(1)
  })
})

describe('once the opinion is signed', () => {
  let kept: Awaited<ReturnType<typeof evidence>>[number] | undefined
  beforeEach(async () => {
    await attach()
    kept = (await evidence())[0]
    await anOpinion({ caseId: row.id, scenarioId, givenBy: officer.id })
  })

  test.each(['opinion_given', 'release_pending', 'closed'])(
    '(%s) evidence stays',
    async (state) => {
      const closedAt = state === 'closed' ? new Date() : null
      await db().updateTable('reviewCases').set({ state, closedAt }).execute()
      const before = [await evidence(), await filesOf(), await keys()]
      await expect(attach(aPdf('Neu'))).rejects.toBeInstanceOf(Refusal)
      await expect(removeEvidence(officer, row.number, kept?.id ?? '')).rejects.toBeInstanceOf(
        Refusal,
      )
      await expect(deleteFile(officer, kept?.fileId ?? '')).rejects.toBeInstanceOf(Forbidden)
      expect([await evidence(), await filesOf(), await keys()]).toEqual(before)
    },
  )

  test('the database itself lets nobody change it; whose account goes loses the name alone', async () => {
    const all = () => db().updateTable('reviewEvidence')
    await expect(all().set({ quote: 'Anders' }).execute()).rejects.toThrow('stays as it is')
    await expect(db().deleteFrom('reviewEvidence').execute()).rejects.toThrow('stays as it is')
    const { id: _, ...again } = kept as NonNullable<typeof kept>
    await expect(db().insertInto('reviewEvidence').values(again).execute()).rejects.toThrow(
      'stays as it is',
    )
    await all().set({ addedBy: null }).execute()
    expect(await evidence()).toMatchObject([{ addedBy: null, sha256: kept?.sha256 }])
  })
})

describe('who may do what with a file of a case', () => {
  const ROLES = [...SCHOOL_ROLES, ...NETWORK_ROLES]
  const READERS = ['smz_staff', 'media_advisor', 'school_dpo', 'release_manager']
  const WORKERS = ['smz_staff', 'media_advisor', 'school_dpo']
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error as Error).name,
    )

  test.each(ROLES)('%s', async (role) => {
    await attach()
    const [{ id: fileId = '' } = {}] = await filesOf()
    const somebody = await anActor(role)
    const reads = READERS.includes(role)
    const serve = () => fileToServe(somebody, fileId, { version: null, width: null })
    expect(await outcome(serve())).toBe(reads ? 'done' : 'NotFound')
    expect(await fileCards(somebody, [fileId])).toHaveLength(reads ? 1 : 0)
    // At the doors of all files nobody changes them: only by what is done with the case.
    expect(await outcome(deleteFile(somebody, fileId))).toBe(reads ? 'Forbidden' : 'NotFound')
    const to = { kind: CASE_PAPER, id: row.id }
    const input = { to, clientKey: crypto.randomUUID(), children: undefined, back: undefined }
    const upload = takeFile(somebody, input, await file())
    expect(await outcome(upload)).toBe(reads ? 'Forbidden' : 'NotFound')
    const added = await outcome(attach(aPdf('Zwei'), 'Zwei.pdf', somebody))
    const refused = reads ? 'Forbidden' : 'NotFound'
    expect(added).toBe(WORKERS.includes(role) ? 'done' : refused)
    expect(await keys()).toHaveLength(WORKERS.includes(role) ? 2 : 1)
  })

  test('whoever proposed the app reads neither evidence nor the letters of the vendor', async () => {
    const teacher = await anActor('teacher')
    await db().updateTable('reviewCases').set({ requestedBy: teacher.id }).execute()
    await attach()
    const [{ id: fileId = '' } = {}] = await filesOf()
    await expect(
      fileToServe(teacher, fileId, { version: null, width: null }),
    ).rejects.toBeInstanceOf(NotFound)
    expect(await fileCards(teacher, [fileId])).toEqual([])
  })
})

describe('files of a vendor', () => {
  test('come with the answer, for whoever reads the case, and are in the protocol', async () => {
    await asked()
    await answerAsVendor(TOKEN, ANSWER, [await file(), await file(aPdf('TOM'), 'TOM.pdf')])
    const { questions } = await reviewFor(officer, row.number)
    expect(questions[0]?.files).toMatchObject([
      { name: 'Auskunft.pdf', sha256: fingerprint(aPdf()) },
      { name: 'TOM.pdf', sha256: fingerprint(aPdf('TOM')) },
    ])
    expect((await filesOf()).map(({ createdBy }) => createdBy)).toEqual([null, null])
    expect(await acts()).toContain('software.vendor-answered')
  })

  test('of one link used twice at once one answer stands there, with its own file and no other', async () => {
    await asked()
    const send = async (name: string) =>
      answerAsVendor(TOKEN, { ...ANSWER, name }, [await file(aPdf(name), `${name}.pdf`)])
    const results = await Promise.allSettled(['Eins', 'Zwei', 'Drei'].map(send))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = results.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    for (const reason of lost) expect(reason).toContain('schon beantwortet')
    const { questions } = await reviewFor(officer, row.number)
    expect(questions[0]?.files.map(({ name }) => name)).toEqual([
      `${questions[0]?.answeredName}.pdf`,
    ])
    expect(await filesOf()).toHaveLength(1)
    expect(await keys()).toHaveLength(1)
  })

  test('are let in by a link that is open, and by no other', async () => {
    await asked()
    expect((await admitVendor(TOKEN)).room).toMatchObject({ files: 3, bytes: 10 * 1024 * 1024 })
    await expect(admitVendor('ein-anderer')).rejects.toBeInstanceOf(NotFound)
    await keepReviewsGoing.run(new Date(Date.now() + 11 * DAY))
    // After its day the answer is still taken, after two weeks more it is not.
    expect((await admitVendor(TOKEN)).room).not.toBeNull()
    await db()
      .updateTable('reviewQuestions')
      .set({ dueOn: inDays(-15) })
      .execute()
    expect((await admitVendor(TOKEN)).room).toBeNull()
    await expect(answerAsVendor(TOKEN, ANSWER, [await file()])).rejects.toThrow('abgelaufen')
    expect([await filesOf(), await keys()]).toEqual([[], []])
  })

  test('are not taken behind a link that was used', async () => {
    await asked()
    await answerAsVendor(TOKEN, ANSWER)
    expect((await admitVendor(TOKEN)).room).toBeNull()
    await expect(answerAsVendor(TOKEN, ANSWER, [await file()])).rejects.toThrow('schon beantwortet')
    expect([await filesOf(), await keys()]).toEqual([[], []])
  })
  test('that come after their day are told to the officer, for the case has gone on', async () => {
    await asked()
    await keepReviewsGoing.run(new Date(Date.now() + 11 * DAY))
    await answerAsVendor(TOKEN, ANSWER, [await file()])
    const { rows } = await sql<{ reaction: string }>`
      select payload ->> 'reaction' as reaction from graphile_worker._private_jobs`.execute(db())
    expect(rows.map(({ reaction }) => reaction)).toContain('software.tell-desk-late')
  })
})
