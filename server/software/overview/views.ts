import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { csv } from '#server/platform/csv-file.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { may } from '../policy.ts'
import { formatDay } from '../rules.ts'
import { standingNames } from '../standing/words.ts'
import { costNames, functionNames } from '../words.ts'
import { type FunctionLine, type ProductLine, SMALLEST_CELL } from './contract.ts'
import { filterFrom, linesOf, said } from './rules.ts'
import * as sql from './sql.ts'
import { columns, priceOf, schoolsWord } from './words.ts'

/**
 * What schools use for what, as numbers (RS1-3, R34-15): all functions, and the products of one that was chosen. No
 * school is named, and few schools are not counted out.
 */
export async function overviewFor(actor: Actor, asked: URLSearchParams) {
  authorize(may.seeOverview, actor, {})
  const filter = filterFrom(asked)
  const [chosenSchools, used, together] = await Promise.all([
    sql.countChosen(filter),
    sql.listUsed({ ...filter, function: '' }, localDayOf(now())),
    sql.countSchools(filter),
  ])
  // A table about one or two schools would be a table about their teachers.
  if (chosenSchools < SMALLEST_CELL) return { filter, isTooFew: true, lines: [], products: null }
  const chosen = filter.function === '' ? null : filter.function
  return {
    filter,
    isTooFew: false,
    lines: linesOf(used, together),
    products: chosen
      ? used
          .filter(({ functions }) => functions.includes(chosen))
          .map(({ functions: _, schools, ...product }): ProductLine => {
            return { ...product, schools: said(schools) }
          })
      : null,
  }
}

/** The same for a table program: what the page shows, no more. */
export async function overviewFile(actor: Actor, asked: URLSearchParams) {
  const { filter, lines, products } = await overviewFor(actor, asked)
  const today = localDayOf(now())
  return {
    name: `software-${filter.function || 'funktionen'}-${today}.csv`,
    text: products
      ? csv([[...columns.product], ...products.map(cellsOfProduct)])
      : csv([[...columns.function], ...lines.map(cellsOfFunction)]),
  }
}

const cellsOfFunction = (line: FunctionLine) => [
  functionNames[line.function],
  line.products,
  line.released,
  schoolsWord(line.schools),
  line.most?.name ?? '',
  line.candidate?.name ?? '',
]

const cellsOfProduct = (line: ProductLine) => [
  line.name,
  line.vendor ?? '',
  line.isForSome
    ? `${standingNames[line.standing]}, nur für einzelne Schulen`
    : standingNames[line.standing],
  line.until ? formatDay(line.until) : '',
  schoolsWord(line.schools),
  costNames[line.costModel],
  priceOf(line),
  line.isStandard ? 'ja' : 'nein',
]
