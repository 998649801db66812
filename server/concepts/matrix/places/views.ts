import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { slugOf } from '#server/platform/text.ts'
import { readableCards, type ThingCard } from '#server/platform/things.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { paths as projectPaths } from '#server/projects/paths.ts'
import { publicCards } from '#server/projects/views.ts'
import type { Mark } from '../../contract.ts'
import { publicLessonCards } from '../../lessons/views.ts'
import { paths } from '../../paths.ts'
import { may, readableReach } from '../../policy.ts'
import { rowTitle } from '../contract.ts'
import { columnsOf } from '../grades/rules.ts'
import { gradeName } from '../grades/contract.ts'
import { hasDuty, isIn, marksAt, matrixSearch, placeFrom, type Whose } from '../rules.ts'
import { publishedMarks, type Which, workingMarks, writesSome } from '../views.ts'
import { subjectTitle } from '../words.ts'
import type { PlaceThing, Suggestion } from './contract.ts'
import { type Found, listElsewhere } from './sql.ts'

const SHOWN = 100

/** What stands behind a number of the working copy; where nothing does, what others have there. */
export async function workingPlaceFor(actor: Actor, slug: string, asked: URLSearchParams) {
  const { school, concept, facts, marks, whose } = await workingMarks(actor, slug)
  const head = headOf(marks, whose, asked)
  const [things, elsewhere] = await Promise.all([
    thingsOf(actor, head.marks, (id) => paths.cell(school.slug, id)),
    listElsewhere({
      competencies: COMPETENCIES.filter((number) => isIn(number, head.at.row)),
      reach: readableReach(actor),
      ...{ conceptId: concept.id, schoolId: school.id, form: school.form },
    }),
  ])
  return {
    ...{ school, ...shown(head), ...things },
    can: { write: may.write(actor, facts), writeSome: writesSome(actor, facts) },
    elsewhere: byCompetency(elsewhere, head),
  }
}

/** The same of the published version, or of another one. */
export async function publishedPlaceFor(
  actor: Actor | null,
  slug: string,
  asked: URLSearchParams,
  which: Which = 'current',
) {
  const found = await publishedMarks(actor, slug, which)
  const { school, concept, marks, whose, version, path } = existing(
    found.draft === null ? found : undefined,
  )
  const head = headOf(marks, whose, asked)
  const [things, elsewhere] = await Promise.all([
    thingsOf(actor, head.marks, null),
    listElsewhere({
      competencies: COMPETENCIES.filter((number) => isIn(number, head.at.row)),
      reach: readableReach(actor),
      ...{ conceptId: concept.id, schoolId: school.id, form: school.form },
    }),
  ])
  return {
    ...{ school, version, path, ...shown(head), ...things },
    elsewhere: byCompetency(elsewhere, head),
  }
}

function headOf(marks: Mark[], whose: Whose, asked: URLSearchParams) {
  const at = existing(placeFrom(asked))
  const { span } = matrixSearch(asked)
  const grades = [...new Set(marks.map(({ grade }) => grade))]
  const columns = columnsOf({ ...whose, span, grades })
  const column = existing(columns.find(({ key }) => key === at.column))
  const there = marksAt(marks, whose, span, at)
  return {
    at,
    column,
    marks: there,
    isGap: there.length === 0 && column.isTaught && hasDuty(whose.form),
  }
}
type Head = ReturnType<typeof headOf>

const shown = ({ at, column, isGap }: Head) => ({
  at,
  title: `${rowTitle(at.row)}, ${gradeName(column.key)}`,
  isGap,
})

/** Each thing once, with all that it stands for here; what this reader may not read is only counted. */
async function thingsOf(
  actor: Actor | null,
  marks: Mark[],
  cellPath: ((id: string) => string) | null,
): Promise<{ things: PlaceThing[]; hidden: number; more: number }> {
  const all = grouped(marks, (mark) => `${mark.sourceKind}:${mark.sourceId}`)
  const pointers = [...all.values()].flatMap(([mark]) =>
    mark && mark.sourceKind !== 'cell'
      ? [{ thingKind: mark.sourceKind, thingId: mark.sourceId }]
      : [],
  )
  const cards = await cardsFor(actor, pointers)
  const things = [...all].flatMap(([key, there]) => {
    const card = cards.get(key)
    const [mark] = there
    if (!mark || (mark.sourceKind !== 'cell' && !card)) return []
    const path = mark.sourceKind === 'cell' ? cellPath?.(mark.sourceId) : card?.path
    const title = card?.title ?? (mark.title || subjectTitle(mark.subject))
    return [{ key, kind: mark.sourceKind, title, path: path ?? null, ...placesIn(there) }]
  })
  return {
    things: things.slice(0, SHOWN),
    hidden: all.size - things.length,
    more: Math.max(0, things.length - SHOWN),
  }
}

const placesIn = (marks: Mark[]): Omit<PlaceThing, 'key' | 'kind' | 'title' | 'path'> => ({
  subjects: distinct(marks.map(({ subject }) => subject).filter(Boolean)).map(subjectTitle),
  grades: distinct(marks.map(({ grade }) => grade).filter(Boolean)).map(gradeName),
  status: marks[0]?.status ?? '',
  lastTaught:
    marks
      .flatMap((one) => one.lastTaught ?? [])
      .sort()
      .at(-1) ?? null,
})

const distinct = (values: string[]) => [...new Set(values)]

function grouped<T>(list: T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

type Pointers = Parameters<typeof readableCards>[1]

async function cardsFor(actor: Actor | null, pointers: Pointers): Promise<Map<string, ThingCard>> {
  if (actor) return readableCards(actor, pointers)
  const ids = (kind: string) =>
    pointers.filter(({ thingKind }) => thingKind === kind).map(({ thingId }) => thingId)
  const [projects, lessons] = await Promise.all([
    publicCards(ids('project')),
    publicLessonCards(ids('lesson')),
  ])
  return new Map([
    ...projects.map((card) => [`project:${card.id}`, card] as const),
    ...lessons.map((card) => [`lesson:${card.id}`, card] as const),
  ])
}

function byCompetency(found: Found[], { at }: Head) {
  return [...grouped(found, ({ competency }) => competency)].map(([competency, rows]) => ({
    competency,
    title: rowTitle(competency),
    isAsked: competency === at.row,
    found: rows.map(({ kind, id, number, title, school }): Suggestion => ({
      ...{ kind, id, number, title },
      path:
        kind === 'project'
          ? projectPaths.published({ number, slug: slugOf(title) })
          : paths.lesson(number),
      context: school || 'Vorhaben einer PLG',
    })),
  }))
}
