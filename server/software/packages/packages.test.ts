import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aProduct, aRelease, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { openZip } from '#server/rich-text/reader/zip.mjs'
import { PARTS } from './contract.ts'
import { packageFile, packageFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

async function setting() {
  const school = await aSchool({ name: 'Schule am Bruch', street: 'Bruchweg 1' })
  const product = await aProduct({ name: 'Bruchwerk <b>' })
  const scenario = await aScenario({ productId: product.id })
  const condition = { id: 'a', kind: 'other', text: 'Nur im Netz der Schule', isMandatory: true }
  await aRelease({
    ...{ scenarioId: scenario.id, validUntil: '2099-07-31' },
    conditions: JSON.stringify([condition]),
  })
  await db()
    .insertInto('scenarioData')
    .values({
      ...{ scenarioId: scenario.id, position: 1, subject: 'pupil', category: 'pseudonym' },
      ...{ purpose: 'Anmeldung', legalBasis: 'unclear', retention: 'Schuljahresende' },
    })
    .execute()
  return { school, product, scenario, teacher: await anActor('teacher', { schoolId: school.id }) }
}
type Setting = Awaited<ReturnType<typeof setting>>

const askFor = (at: Setting, part: (typeof PARTS)[number]) =>
  packageFile(at.teacher, at.product.slug, {
    ...{ use: at.scenario.id, school: at.school.slug, part, format: 'docx' },
  })
const textOf = async (at: Setting, part: (typeof PARTS)[number]) =>
  openZip(Buffer.from((await askFor(at, part)).bytes)).text('word/document.xml')

test('each part names the school and what the records say; what they do not say is a marked gap', async () => {
  const at = await setting()
  for (const part of PARTS) expect(await textOf(at, part), part).toContain('Schule am Bruch')
  const record = await textOf(at, 'vvt')
  for (const known of ['Anmeldung', 'Schuljahresende', 'Pseudonym', 'Nur im Netz der Schule'])
    expect(record).toContain(known)
  expect(record).toContain('[von der Schule zu ergänzen: Rechtsgrundlage]')
  expect(record).toContain('Bruchwerk &lt;b&gt;')
  const { parts } = await packageFor(at.teacher, at.product.slug, { use: '', school: '' })
  expect(parts.find(({ part }) => part === 'vvt')?.gaps).toContain('Rechtsgrundlage')
})

test('a text that was written for the app stands in place of ours; drafts of reviewers do not', async () => {
  const at = await setting()
  const document = { productId: at.product.id, kind: 'parents_letter', addedAt: new Date() }
  const write = (body: string, visibility: string) =>
    db()
      .insertInto('softwareDocuments')
      .values({ ...document, body, visibility })
      .execute()
  await write('Entwurf, nicht für Schulen', 'reviewers')
  expect(await textOf(at, 'parents')).toContain('Liebe Eltern')
  await write('Guten Tag,\n\nwir nutzen Bruchwerk.', 'schools')
  const letter = await textOf(at, 'parents')
  expect(letter).toContain('wir nutzen Bruchwerk.')
  expect(letter).not.toContain('Entwurf')
})

test('nobody gets papers of another school, of another app, or without being confirmed', async () => {
  const at = await setting()
  const stranger = await anActor()
  const asked = {
    use: at.scenario.id,
    school: at.school.slug,
    part: 'avv',
    format: 'docx',
  } as const
  const get = (who: typeof stranger, more: object = {}) =>
    packageFile(who, at.product.slug, { ...asked, ...more })
  await expect(get(stranger)).rejects.toBeInstanceOf(NotFound)
  await expect(get(at.teacher, { use: randomUUID() })).rejects.toBeInstanceOf(NotFound)
  await expect(get(at.teacher, { use: `'; drop table` })).rejects.toBeInstanceOf(Refusal)
  const pending = await anActor('teacher', { state: 'pending' })
  await expect(get(pending)).rejects.toBeInstanceOf(Forbidden)
})
