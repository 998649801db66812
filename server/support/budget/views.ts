import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { csv } from '#server/platform/csv-file.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import { FIRST_YEAR, LAST_YEAR } from '../contract.ts'
import { may } from '../policy.ts'
import { hidesName } from '../requests/rules.ts'
import { closedProject, euroDigits, fundingStateNames } from '../words.ts'

import * as sql from './sql.ts'

const PAGE = 50
/** More applications in a year than a city can read. */
const MOST_IN_FILE = 10_000

const thisYear = () => Number(localDayOf(now()).slice(0, 4))

/** The year an address asks for; anything odd is the present one. */
function yearIn(asked: string | null): number {
  const year = Number(asked)
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR ? year : thisYear()
}

/** Who decides reads the applications themselves; for others a closed group stays closed here too. */
const titleFor = (actor: Actor) => (row: sql.ReportRow) =>
  hidesName({ joining: row.joining, kind: row.plgKind }) && !may.keepBudget(actor, {})
    ? closedProject
    : row.projectTitle

/** What of a year's budget is requested, granted, paid and spent, Vorhaben by Vorhaben. */
export async function budgetFor(actor: Actor, asked: { year: string | null; page: number }) {
  authorize(may.readBudget, actor, {})
  const year = yearIn(asked.year)
  const titleOf = titleFor(actor)
  const [budget, rows, sums, years] = await Promise.all([
    sql.findBudget(year),
    sql.listYear(year, PAGE, (asked.page - 1) * PAGE),
    sql.sumYear(year),
    sql.listYears(),
  ])
  const can = { set: may.keepBudget(actor, {}), open: may.keepBudget(actor, {}) }
  const lines = rows.map(({ joining: _, plgKind: __, ...row }, at) => ({
    ...row,
    projectTitle: titleOf(rows[at] as sql.ReportRow),
  }))
  return {
    year,
    years: [...new Set([thisYear() + 1, thisYear(), year, ...years])].sort((a, b) => b - a),
    budget: budget ?? null,
    sums,
    lines: paged(lines, sums.count, asked.page, PAGE),
    can,
  }
}

/** The same as a file for a table program. */
export async function budgetFile(actor: Actor, askedYear: string | null) {
  authorize(may.readBudget, actor, {})
  const year = yearIn(askedYear)
  const titleOf = titleFor(actor)
  const [budget, rows, sums] = await Promise.all([
    sql.findBudget(year),
    sql.listYear(year, MOST_IN_FILE, 0),
    sql.sumYear(year),
  ])
  const money = (
    row: Pick<sql.ReportRow, 'requestedCents' | 'grantedCents' | 'paidCents' | 'spentCents'>,
  ) => [row.requestedCents, row.grantedCents, row.paidCents, row.spentCents].map(plainEuros)
  const text = csv([
    ['Nr.', 'Vorhaben', 'Schule', 'Stand', 'Beantragt', 'Bewilligt', 'Ausgezahlt', 'Ausgegeben'],
    ...rows.map((row) => [
      row.number,
      titleOf(row),
      row.school,
      fundingStateNames[row.state],
      ...money(row),
    ]),
    ['', 'Summe', '', '', ...money(sums)],
    ['', `Haushalt ${year}`, '', '', '', plainEuros(budget?.amountCents ?? 0), '', ''],
  ])
  return { name: `foerderung-${year}.csv`, text }
}

/** Without points: table programs reckon with it. */
const plainEuros = (cents: number) => euroDigits(cents).replaceAll('.', '')
