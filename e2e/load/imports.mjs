// Reading a Word file of 80 pages with 40 photos into a concept: from the press until all is recognised, with the progress
// that the page shows meanwhile.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Document, HeadingLevel, ImageRun, Packer, Paragraph } from 'docx'
import sharp from 'sharp'
import { ask, cpuSince, cpuSoFar, signIn } from './city.mjs'

const PICTURES = 40
/** Half a page of words beside each picture of half a page, and the same below. */
const PARAGRAPHS = 7
const WORDS =
  'Wir nutzen die Geräte im Unterricht und sprechen darüber, was gelingt und was nicht. '
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const LONGEST = 120_000

/** On a started platform. @returns figures by name */
export async function measureImport(platform) {
  const { cookie, conceptId, slug } = await anEditor(platform)
  const file = await sent(platform, { cookie, conceptId, bytes: await wordFile() })
  const before = cpuSoFar(platform)
  const began = performance.now()
  const id = await begin(platform, { cookie, slug, file })
  const shares = await untilRead(platform, id)
  const time = performance.now() - began
  if (shares.size < 5) throw new Error(`Fortschritt nur ${[...shares].join(', ')}`)
  return { 'import.time': time, 'import.cpu': cpuSince(platform, before, 1).all }
}

async function anEditor(platform) {
  const [{ id, slug, person }] = await ask(
    platform,
    `select c.id, s.slug, m.person_id as person from concepts c join schools s on s.id = c.school_id
     join memberships m on m.school_id = s.id and m.role = 'teacher' and m.state = 'confirmed'
     where c.state = 'active' order by s.slug, m.person_id limit 1`,
  )
  await ask(
    platform,
    `insert into concept_people (concept_id, person_id, role, added_at) values ($1, $2, 'editor', $3)
     on conflict do nothing`,
    [id, person, new Date()],
  )
  const [cookie] = await signIn(platform, [person])
  return { cookie, slug, conceptId: id }
}

async function wordFile() {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 }
  const create = { width: 1600, height: 1200, channels: 3, background: '#888', noise }
  const photo = await sharp({ create }).blur(2).jpeg().toBuffer()
  const chapter = async (_, at) => [
    new Paragraph({
      text: `Abschnitt ${at + 1}`,
      heading: at % 4 === 0 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    }),
    ...Array.from({ length: PARAGRAPHS }, () => new Paragraph(WORDS.repeat(6))),
    new Paragraph({
      children: [
        new ImageRun({
          type: 'jpg',
          // Each another one: the same picture twice is read once.
          data: await sharp(photo)
            .modulate({ hue: at * 9 })
            .jpeg({ quality: 85 })
            .toBuffer(),
          transformation: { width: 480, height: 360 },
          altText: { name: 'Bild', title: 'Bild', description: `Tablets in Klasse ${at}` },
        }),
      ],
    }),
  ]
  const children = (await Promise.all(Array.from({ length: PICTURES }, chapter))).flat()
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

async function sent(platform, { cookie, conceptId, bytes }) {
  const form = new FormData()
  form.set('thingKind', 'concept')
  form.set('thingId', conceptId)
  form.set('clientKey', randomUUID())
  form.set('file', new Blob([bytes], { type: TYPE }), 'konzept.docx')
  const answer = await post(platform, '/dateien', { cookie, body: form })
  const { id } = await answer.json()
  if (!id) throw new Error(`Die Datei kam nicht an: ${answer.status}`)
  return id
}

async function begin(platform, { cookie, slug, file }) {
  const fields = { intent: 'begin', clientKey: randomUUID(), file, children: 'none' }
  const body = new URLSearchParams(fields)
  const answer = await post(platform, `/konzepte/${slug}/import`, { cookie, body })
  const id = answer.headers.get('location')?.split('/').at(-1)
  if (!id) throw new Error(`Das Lesen begann nicht: ${answer.status}`)
  return id
}

const post = ({ origin }, path, { cookie, body }) =>
  fetch(origin + path, {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { cookie, origin, accept: 'application/json' },
  })

/** @returns the shares that were seen on the way */
async function untilRead(platform, id) {
  const shares = new Set()
  for (const began = performance.now(); performance.now() - began < LONGEST; await sleep(50)) {
    const [row] = await ask(
      platform,
      'select state, progress, failure, report from concept_imports where id = $1',
      [id],
    )
    shares.add(row.progress)
    if (row.state === 'failed') throw new Error(row.failure)
    if (row.state !== 'read') continue
    if (row.report.pictures !== PICTURES) throw new Error(`${row.report.pictures} Bilder`)
    return shares
  }
  throw new Error('Die Datei wurde nicht fertig gelesen.')
}
