import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { csv } from '#server/platform/csv-file.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { schoolYearOf } from '#server/schools/calendar/contract.ts'
import { schoolBySlug } from '#server/schools/views.ts'
import { may } from '../policy.ts'
import { standing } from '../standard/rules.ts'
import { equipmentClasses, standardOf } from '../standard/views.ts'
import { columnNames } from '../words.ts'
import { heldOf } from './rules.ts'
import * as sql from './sql.ts'

const MOST_SNAPSHOTS = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @throws NotFound when there is none, or the actor has nothing to do with it */
export async function schoolFor(actor: Actor, slug: string) {
  const school = existing(await schoolBySlug(slug))
  authorizeOrHide(may.see, actor, { schoolId: school.id })
  return school
}

/** What a school is entitled to, has and lacks, class by class. */
export async function standingOf({ id, form }: { id: string; form: string }) {
  const schoolYear = schoolYearOf(localDayOf(now()))
  const [{ classes, standard, rules }, figures, stock] = await Promise.all([
    standardOf(form),
    sql.findFiguresUntil(id, schoolYear),
    sql.listStock(id),
  ])
  const lines = standing(
    classes.map((one) => one.id),
    { rules, figures: figures ?? null, stock: heldOf(stock) },
  )
  const byId = new Map(classes.map((one) => [one.id, one]))
  return {
    schoolYear,
    standard,
    figures: figures ?? null,
    stock,
    classes,
    lines: lines.map((line) => ({ ...line, class: existing(byId.get(line.classId)) })),
  }
}

/** The page of what is there: the form of a count, the figures of the year, all counts before. */
export async function stockFor(actor: Actor, slug: string, preview: string | null) {
  const school = await schoolFor(actor, slug)
  const facts = { schoolId: school.id }
  const [state, snapshots, review] = await Promise.all([
    standingOf(school),
    sql.listSnapshots(school.id, MOST_SNAPSHOTS),
    preview !== null && UUID.test(preview) ? previewOf(actor, school.id, preview) : null,
  ])
  // Of a school that went into this one the counts stand at a site of its name.
  const hasSeveralSites = school.hasSeveralSites || state.stock.some(({ site }) => site !== '')
  return {
    school: { ...school, hasSeveralSites },
    ...state,
    snapshots,
    review,
    today: localDayOf(now()),
    can: { count: may.count(actor, facts) },
    clientKey: randomUUID(),
    listKey: randomUUID(),
  }
}

async function previewOf(actor: Actor, schoolId: string, id: string) {
  const found = await sql.findPreview(id, schoolId, actor.id)
  return found ? { ...found, rows: await sql.listRowsOf(id) } : null
}

/** The list as a table program fills it in, with what is known. */
export async function stockListFile(actor: Actor, slug: string) {
  const school = await schoolFor(actor, slug)
  const [classes, stock] = await Promise.all([equipmentClasses(), sql.listStock(school.id)])
  const held = heldOf(stock)
  return {
    name: `bestand-${school.slug}.csv`,
    text: csv([
      Object.values(columnNames),
      ...classes.map(({ id, name }) => [
        ...[name, held.get(id)?.count ?? '', held.get(id)?.usable ?? '', ''],
      ]),
    ]),
  }
}
