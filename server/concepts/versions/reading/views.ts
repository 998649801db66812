import type { Actor } from '#server/auth/actor.ts'
import type { Standing, ThingCard } from '#server/platform/things.ts'
import { fillMentions, holesIn, type StoredHtml } from '#server/rich-text/render.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import type { Mark, VersionStatus, Visibility } from '../../contract.ts'
import { listVersionMarks } from '../../matrix/sql.ts'
import { tableOf } from '../../matrix/views.ts'
import { paths } from '../../paths.ts'
import { may, readsPart, readsVersion, type VersionFacts } from '../../policy.ts'
import { factsOf } from '../../views.ts'
import { type Door, doorOf, lineOf, versionAt } from '../views.ts'
import { mentionCards, projectCardsIn, withSources } from './linked/views.ts'
import * as sql from './sql.ts'

/**
 * The published concept of a school; for its own people, where there is none, the address of the draft.
 *
 * @throws NotFound where there is nothing for this reader
 */
export async function currentFor(actor: Actor | null, slug: string) {
  const door = await doorOf(actor, slug, paths.concept)
  if (door.isInside && !door.concept.publishedVersionId) return { draft: paths.draft(slug) }
  return { draft: null, ...(await shown(actor, door, 'current')) }
}

/** A version at its lasting address. */
export async function readerFor(actor: Actor | null, slug: string, number: number) {
  const door = await doorOf(actor, slug, (school) => paths.version(school, number))
  return shown(actor, door, number)
}

async function shown(actor: Actor | null, door: Door, which: number | 'current') {
  const { concept, school, facts, isInside } = door
  const { version, reach } = await versionAt(actor, door, which)
  const readsMatrix = reach.includes(version.matrixVisibility ?? 'public')
  const [sections, goals, reflections, marks] = await Promise.all([
    sql.listSections(version.id, reach),
    sql.listGoals(version.id, reach),
    sql.listReflections(version.id, reach),
    readsMatrix ? listVersionMarks([version.id]) : [],
  ])
  const holes = sections.flatMap(({ html }) => holesIn(html as StoredHtml))
  const [cards, things, said] = await Promise.all([
    mentionCards(actor, holes),
    projectCardsIn(actor, marks),
    withSources(actor, reflections),
  ])
  const { currentNumber } = version
  return {
    school: { slug: school.slug, name: version.schoolName, today: school.name },
    title: version.title,
    version: { ...lineOf(version, door), fileId: isInside ? version.fileId : null },
    newer: currentNumber !== null && currentNumber > version.number ? currentNumber : null,
    ...{ isInside, isArchived: facts.isArchived, things },
    /** For `appsIn`, of pages that show what holds of them. */
    apps: holes.flatMap((one) => (one.thingKind === 'software' ? [one.thingId] : [])),
    sections: sections
      .filter(({ html }) => html !== '' && html !== '<p></p>')
      .map(({ html, ...rest }) => ({ ...rest, html: fillMentions(html as StoredHtml, cards) })),
    ...{ goals, reflections: said },
    matrix: matrixOf(marks, version.schoolForm as SchoolForm),
    can: { publish: actor !== null && may.publish(actor, facts) },
    hasDraft: isInside && concept.state === 'active',
  }
}

/** The areas of the framework by grade, as its own page begins. */
function matrixOf(marks: Mark[], form: SchoolForm) {
  if (marks.length === 0) return null
  const search = { rows: 'areas', span: 'bands', bySubject: false } as const
  const { matrix, gaps } = tableOf(marks, { form, levels: [] }, search)
  return { matrix, gaps }
}

type Judged = Parameters<typeof factsOf>[0] & { status: string; scope: string | null }

const judged = (row: Judged): VersionFacts => ({
  ...factsOf(row),
  status: row.status as VersionStatus,
  scope: row.scope as VersionFacts['scope'],
})

/** Versions as lines for the bell, for those who may read them. */
export async function versionCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (ids.length === 0) return []
  const rows = await sql.listByIds(ids, actor.id)
  return rows
    .filter((row) => readsVersion(actor, judged(row)))
    .map(({ id, number, title, slug, schoolName: context }) => ({
      ...{ id, context, title: `${title}, Version ${number}`, path: paths.version(slug, number) },
    }))
}

/** Pictures of a section: read by who reads it, changed by nobody. */
export async function sectionStanding(actor: Actor, id: string): Promise<Standing> {
  const row = await sql.findSection(id, actor.id)
  const canRead =
    row !== undefined &&
    readsPart(actor, { ...judged(row), visibility: row.visibility as Visibility })
  return { canRead, canChange: false, plgId: null, isFixed: true }
}

/** The same for visitors. */
export async function isSectionOpen(id: string): Promise<boolean> {
  const row = await sql.findSection(id, null)
  return (
    row !== undefined &&
    readsPart(null, { ...judged(row), visibility: row.visibility as Visibility })
  )
}
