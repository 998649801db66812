import type { Actor } from '#server/auth/actor.ts'
import { abilities, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Moved } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { schoolYearOf } from '#server/schools/calendar/contract.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import type { Mark, VersionStatus, Visibility } from '../contract.ts'
import { paths } from '../paths.ts'
import { may, readsPart, type VersionFacts } from '../policy.ts'
import { findConcept } from '../sql.ts'
import { factsOf, schoolOf, workingOf } from '../views.ts'
import type { MatrixSearch } from './contract.ts'
import {
  asCsv,
  gapSentence,
  hasDuty,
  matrixOf,
  matrixSearch,
  subjectsOf,
  type Whose,
} from './rules.ts'
import { listLevels } from './grades/sql.ts'
import * as sql from './sql.ts'

export const schoolYearNow = () => schoolYearOf(localDayOf(now()))

/** The table that an address asks for, of whatever marks. */
export function tableOf(marks: Mark[], whose: Whose, search: MatrixSearch) {
  const how = { ...search, schoolYear: schoolYearNow() }
  return {
    search,
    matrix: search.bySubject ? null : matrixOf(marks, whose, how),
    subjects: search.bySubject ? subjectsOf(marks, whose, search.span) : null,
    // Told by areas always, so that the sentence does not change with the rows one looks at.
    gaps: gapSentence(matrixOf(marks, whose, { ...how, rows: 'areas' }).gaps, whose.form),
    hasDuty: hasDuty(whose.form),
    hasMarks: marks.length > 0,
  }
}

/** The matrix of the working copy as it is at this moment. */
export async function workingMarks(actor: Actor, slug: string) {
  const working = await workingOf(actor, { slug })
  const { id } = working.concept
  const [marks, levels] = await Promise.all([sql.listMarks(id), listLevels(id)])
  return { ...working, marks, whose: { form: working.school.form, levels } }
}

/** For the school: what is taught where, and what it may do about it. */
export async function workingMatrixFor(actor: Actor, slug: string, asked: URLSearchParams) {
  const { school, concept, facts, marks, whose } = await workingMarks(actor, slug)
  return {
    school,
    hasPublished: concept.publishedVersionId !== null,
    can: { ...abilities({ write: may.write }, actor, facts), writeSome: writesSome(actor, facts) },
    needsLevels: whose.levels.length === 0 && ['special_needs', 'vocational'].includes(whose.form),
    ...tableOf(marks, whose, matrixSearch(asked)),
  }
}

type Facts = Parameters<typeof may.write>[1]

/** An editor, or a Fachkonferenz for at least one subject. */
export const writesSome = (actor: Actor, facts: Facts) =>
  may.write(actor, facts) ||
  facts.own.some(({ subject }) => may.writeCell(actor, { ...facts, subject }))

/** The version that everybody reads, or one by its number. */
export type Which = number | 'current'

const matrixPath = (school: string, which: Which) =>
  which === 'current' ? paths.matrix(school) : paths.versionMatrix(school, which)

/**
 * The marks of what is published, for this reader. A school whose published concept this person does not read but whose
 * draft, is led there. A version by its number is read as its own page is.
 *
 * @throws NotFound when there is none for this reader
 */
export async function publishedMarks(actor: Actor | null, slug: string, which: Which = 'current') {
  const concept = existing(await findConcept({ slug }, actor?.id ?? null))
  const facts = factsOf(concept)
  const readsDraft = actor !== null && may.readWorking(actor, facts)
  const version = await sql.findVersion(concept, which)
  if (!version)
    return existing(
      readsDraft && which === 'current'
        ? { draft: paths.workingMatrix(concept.schoolSlug) }
        : undefined,
    )
  const seen: VersionFacts & { visibility: Visibility } = {
    ...facts,
    status: version.status as VersionStatus,
    scope: version.scope as VersionFacts['scope'],
    visibility: (version.visibility ?? 'public') as Visibility,
  }
  existing(readsPart(actor, seen) ? version : undefined)
  if (concept.schoolSlug !== slug) throw new Moved(matrixPath(concept.schoolSlug, which))
  const form = version.schoolForm as SchoolForm
  return {
    draft: null,
    readsDraft,
    path: matrixPath(slug, which),
    concept: { id: concept.id, title: concept.title },
    school: { ...schoolOf(concept), name: version.schoolName, form },
    version: {
      ...{ number: version.number, scope: version.scope, publishedAt: version.publishedAt },
      ...{ status: seen.status, createdAt: version.createdAt },
      isCurrent: version.id === concept.publishedVersionId,
    },
    hasCurrent: concept.publishedVersionId !== null,
    marks: await sql.listVersionMarks([version.id]),
    // Levels of the draft never appear outside: of a version there are those at which something stands.
    whose: { form, levels: [] },
  }
}

/** What everybody may read of a school: the numbers of its published version, or of another one. */
export async function publishedMatrixFor(
  actor: Actor | null,
  slug: string,
  asked: URLSearchParams,
  which: Which = 'current',
) {
  const found = await publishedMarks(actor, slug, which)
  if (found.draft !== null) return { draft: found.draft }
  const { draft, marks, whose, ...view } = found
  return { draft, ...view, ...tableOf(marks, whose, matrixSearch(asked)) }
}

/** All 24 rows as a file, with the columns that the page shows. */
export async function workingMatrixFile(actor: Actor, slug: string, asked: URLSearchParams) {
  const { marks, whose } = await workingMarks(actor, slug)
  return { name: `mkr-${slug}-entwurf.csv`, text: fileOf(marks, whose, asked) }
}

export async function publishedMatrixFile(
  actor: Actor | null,
  slug: string,
  asked: URLSearchParams,
  which: Which = 'current',
) {
  const found = await publishedMarks(actor, slug, which)
  const { marks, whose, version } = existing(found.draft === null ? found : undefined)
  return { name: `mkr-${slug}-version-${version.number}.csv`, text: fileOf(marks, whose, asked) }
}

function fileOf(marks: Mark[], whose: Whose, asked: URLSearchParams) {
  const { span } = matrixSearch(asked)
  return asCsv(matrixOf(marks, whose, { span, rows: 'competencies', schoolYear: schoolYearNow() }))
}
