import '#db/testing.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aConcept, aConceptRole, aConceptVersion, aSection } from '#db/factories/concept.ts'
import { anActor } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { NotFound } from '#server/platform/errors.ts'
import { exportFor } from '../exporting/views.ts'
import { publishedPlaceFor } from '../matrix/places/views.ts'
import { publishedMatrixFile, publishedMatrixFor } from '../matrix/views.ts'
import { manageFor, versionsFor } from './views.ts'
import { approvalFor } from './approving/views.ts'
import { compareFor } from './comparing/views.ts'
import { publishingFor } from './publishing/views.ts'
import { isSectionOpen, readerFor, sectionStanding } from './reading/views.ts'

const PEOPLE = [
  'visitor',
  'pending',
  'otherTeacher',
  'otherPrincipal',
  'authority',
  'smz',
  'operator',
  'invited',
  'teacher',
  'editor',
  'principal',
] as const
type Person = (typeof PEOPLE)[number]
/** What they read of a version of scope network and of scope public; nothing where it is not published. */
const OUTSIDE: Record<'network' | 'public', string[]> = {
  network: ['network', 'public'],
  public: ['network', 'public'],
}
const INSIDE: readonly Person[] = ['invited', 'teacher', 'editor', 'principal']
const NOBODY: readonly Person[] = ['visitor', 'pending']
const PARTS = ['school', 'network', 'public'] as const
/** Numbers of the versions, by how far they go. */
const VERSIONS = { frozen: 1, network: 2, public: 3, withdrawn: 4 } as const

const actors: Record<string, Actor | null> = {}
const sections: Record<string, string> = {}
let slug = ''

beforeAll(async () => {
  registerHouse()
  await emptyDatabase()
  const concept = await aConcept()
  const conceptId = concept.id
  const { schoolId } = concept
  slug = (
    await db()
      .selectFrom('schools')
      .where('id', '=', schoolId)
      .select('slug')
      .executeTakeFirstOrThrow()
  ).slug
  Object.assign(actors, {
    visitor: null,
    pending: await anActor('teacher', { schoolId, state: 'pending' }),
    otherTeacher: await anActor(),
    otherPrincipal: await anActor('principal'),
    authority: await anActor('school_authority_staff'),
    smz: await anActor('smz_staff'),
    operator: await anActor('operator'),
    invited: await anActor('media_advisor'),
    teacher: await anActor('teacher', { schoolId }),
    editor: await anActor('teacher', { schoolId }),
    principal: await anActor('principal', { schoolId }),
  })
  await aConceptRole({ conceptId, personId: actors.editor?.id ?? '' })
  await aConceptRole({ conceptId, personId: actors.invited?.id ?? '', role: 'reader' })
  for (const [name, number] of Object.entries(VERSIONS)) {
    const scope = name === 'network' ? 'network' : 'public'
    const at = new Date('2026-11-20T10:00:00Z')
    const out = { status: 'published', scope, publishedAt: at }
    const given = {
      frozen: {},
      network: out,
      public: out,
      withdrawn: { ...out, status: 'withdrawn', withdrawnAt: at },
    }[name]
    const { id: versionId } = await aConceptVersion({ conceptId, number, ...given })
    for (const [position, visibility] of PARTS.entries()) {
      const content = JSON.stringify({
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: `Text ${visibility}` }] }],
      })
      const html = `<p>Text ${visibility}</p>`
      // The chapter about the framework says who reads the matrix.
      const kind = visibility === 'network' ? 'mkr_coverage' : 'free'
      await aSection({ versionId, position, visibility, kind, title: visibility, content, html })
    }
    const mark = { competency: '1.1', grade: '5-6', sourceKind: 'cell', sourceId: conceptId }
    await db()
      .insertInto('conceptVersionMarks')
      .values({ ...mark, versionId })
      .execute()
    const rows = await db()
      .selectFrom('conceptVersionSections')
      .where('versionId', '=', versionId)
      .select(['id', 'visibility'])
      .execute()
    for (const { id, visibility } of rows) sections[`${name} ${visibility}`] = id
  }
})

function readable(person: Person, version: keyof typeof VERSIONS): string[] {
  if (INSIDE.includes(person)) return [...PARTS]
  if (version === 'frozen' || version === 'withdrawn') return []
  if (!NOBODY.includes(person)) return OUTSIDE[version]
  return version === 'public' ? ['public'] : []
}

const table = PEOPLE.flatMap((person) =>
  (Object.keys(VERSIONS) as (keyof typeof VERSIONS)[]).map((version) => ({ person, version })),
)
const by = (person: Person) => ({ actor: actors[person] ?? null, network: person })

describe.each(table)('$person at a version that is $version', ({ person, version }) => {
  const number = VERSIONS[version]

  test('reads the same parts on the page, in the file and in the comparison', async () => {
    const expected = readable(person, version)
    const page = readerFor(actors[person] ?? null, slug, number)
    const file = exportFor(by(person), slug, number, 'md')
    const asked = { from: number, to: number, layout: 'inline', chapter: null } as const
    const comparison = compareFor(by(person), slug, asked)
    if (expected.length === 0) {
      for (const one of await Promise.allSettled([page, file, comparison]))
        expect(one.status).toBe('rejected')
      return
    }
    expect((await page).sections.map(({ title }) => title)).toEqual(expected)
    expect((await comparison).chapters.map(({ title }) => title)).toEqual(expected)
    const text = Buffer.from((await file).bytes).toString()
    expect(PARTS.filter((part) => text.includes(`Text ${part}`))).toEqual(expected)
  })

  test('reads the matrix at its own address where the chapter about the framework is read', async () => {
    const actor = actors[person] ?? null
    const expected = readable(person, version).includes('network')
    const asked = new URLSearchParams()
    const place = new URLSearchParams({ zeile: '1', spalte: '5-6' })
    for (const tried of await Promise.allSettled([
      publishedMatrixFor(actor, slug, asked, number),
      publishedMatrixFile(actor, slug, asked, number),
      publishedPlaceFor(actor, slug, place, number),
    ]))
      expect(tried.status).toBe(expected ? 'fulfilled' : 'rejected')
    const page = await readerFor(actor, slug, number).catch(() => null)
    expect(page !== null && page.matrix !== null).toBe(expected)
  })

  test('reads pictures of just these parts', async () => {
    const actor = actors[person]
    const seen = []
    for (const part of PARTS) {
      const id = sections[`${version} ${part}`] ?? ''
      const canRead = actor ? (await sectionStanding(actor, id)).canRead : await isSectionOpen(id)
      if (canRead) seen.push(part)
    }
    expect(seen).toEqual(readable(person, version))
  })
})

describe.each(PEOPLE)('%s', (person) => {
  test('sees the versions that they read in the list, and the draft only inside', async () => {
    const list = await versionsFor(actors[person] ?? null, slug, String)
    const all = Object.keys(VERSIONS) as (keyof typeof VERSIONS)[]
    const expected = all.filter((version) => readable(person, version).length > 0)
    expect(list.rows.map(({ number }) => number).sort()).toEqual(
      expected.map((version) => VERSIONS[version]),
    )
    const asked = { from: 3, to: 'entwurf', layout: 'inline', chapter: null } as const
    const draft = compareFor(by(person), slug, asked)
    if (INSIDE.includes(person)) expect((await draft).to).toBe('entwurf')
    else await expect(draft).rejects.toThrow(NotFound)
  })

  test('publishes only as Schulleitung, hands over only who writes', async () => {
    const actor = actors[person]
    if (!actor) return
    const publishes = [publishingFor(actor, slug, null), manageFor(actor, slug, 1)]
    for (const { status } of await Promise.allSettled(publishes))
      expect(status).toBe(person === 'principal' ? 'fulfilled' : 'rejected')
    const [writes] = await Promise.allSettled([approvalFor(actor, slug)])
    expect(writes.status).toBe(['editor', 'principal'].includes(person) ? 'fulfilled' : 'rejected')
  })
})
