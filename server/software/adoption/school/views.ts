import { type Actor, fullName } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { csv } from '#server/platform/csv-file.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import { may } from '../../policy.ts'
import { formatDay } from '../../rules.ts'
import { standingNames } from '../../standing/words.ts'
import { PAGE_SIZE } from '../contract.ts'
import { listPeople } from '../delegation/sql.ts'
import { gapsOf } from '../rules.ts'
import * as adoptions from '../sql.ts'
import { readSchool } from '../views.ts'
import { avvNames, gapNames, statusNames } from '../words.ts'
import * as sql from './sql.ts'

const MOST_WISHES = 20
/** More apps than a school can have. */
const MOST_IN_FILE = 5_000

type School = Awaited<ReturnType<typeof readSchool>>

async function linesOf(school: School, limit: number, offset: number) {
  const today = localDayOf(now())
  const rows = await adoptions.listOfSchool(school.id, today, limit, offset)
  const products = [...new Set(rows.map(({ productId }) => productId))]
  const standings = await sql.listStandings(products, school, today)
  return rows.map((row) => {
    const found = standings.get(row.scenarioId)
    return {
      ...row,
      standing: { name: found?.name ?? ('not_reviewed' as const), until: found?.until ?? null },
      gaps: gapsOf(row, found?.conditions ?? []),
    }
  })
}

/** The apps of a school with what is missing; for its Schulleitung also whom it lets decide. */
export async function softwareOfSchool(actor: Actor, slug: string, page: number) {
  const school = await readSchool(actor, slug)
  const can = { delegate: may.delegate(actor, { schoolId: school.id }) }
  const [rows, total, wishes, people] = await Promise.all([
    linesOf(school, PAGE_SIZE, (page - 1) * PAGE_SIZE),
    adoptions.countOfSchool(school.id),
    sql.listWished(school.id, MOST_WISHES),
    can.delegate ? listPeople(school.id, now()) : [],
  ])
  return {
    school: { slug: school.slug, name: school.name },
    ...paged(rows, total, page, PAGE_SIZE),
    ...{ wishes, can },
    people: people.map((one) => ({ id: one.id, name: fullName(one), since: one.givenAt })),
  }
}

/** The same as a file for a table program. */
export async function softwareFile(actor: Actor, slug: string) {
  const school = await readSchool(actor, slug)
  const rows = await linesOf(school, MOST_IN_FILE, 0)
  const yes = (is: boolean) => (is ? 'ja' : 'nein')
  const text = csv([
    [
      ...['App', 'Nutzung', 'Entscheidung', 'Status heute', 'gültig bis', 'AV-Vertrag'],
      ...[
        'Verzeichnis der Verarbeitungen',
        'Eltern informiert',
        'Es fehlt',
        'Entschieden von',
        'am',
      ],
    ],
    ...rows.map((row) => [
      ...[row.name, row.label, statusNames[row.status], standingNames[row.standing.name]],
      ...[row.standing.until ? formatDay(row.standing.until) : '', avvNames[row.avvStatus]],
      ...[yes(row.vvtEntered), yes(row.parentsInformed)],
      ...[row.gaps.map((gap) => gapNames[gap]).join(', '), row.decidedName],
      formatDay(localDayOf(row.decidedAt)),
    ]),
  ])
  return { name: `apps-${school.slug}.csv`, text }
}
