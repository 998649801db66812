import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { csv } from '#server/platform/csv-file.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { dayAfter } from '../opening/rules.ts'
import { openingBetween } from '../opening/views.ts'
import { FIGURE_PARAMS, type FigureFilter, SMALLEST_CELL } from '../period/contract.ts'
import { figureFilterFrom } from '../period/rules.ts'
import { schoolsWord } from '../period/words.ts'
import { may } from '../policy.ts'
import type { UtilisationLine } from './contract.ts'
import {
  medianShare,
  possibleOf,
  schoolDayCount,
  utilisationByFrom,
  utilisationLines,
} from './rules.ts'
import * as sql from './sql.ts'
import { utilisationByNames, utilisationColumns } from './words.ts'

const spanOf = ({ from, to, ...filter }: FigureFilter): sql.UtilisationSpan => ({
  ...filter,
  from: momentOf(from, '00:00'),
  to: momentOf(dayAfter(to), '00:00'),
})

/** How much of what the lab has was used, as numbers of offers and schools together, never of a person. */
export async function utilisationFor(actor: Actor, asked: URLSearchParams) {
  const figures = await figuresFor(actor, asked)
  const { filter, isTooFew } = figures
  const [heat, unreached] = isTooFew
    ? [[], []]
    : await Promise.all([sql.listHeat(spanOf(filter)), sql.listUnreached(spanOf(filter))])
  return { ...figures, heat, unreached }
}

/** The lines alone, for a table program: what the page shows, no more. */
export async function utilisationFile(actor: Actor, asked: URLSearchParams) {
  const { filter, by, lines } = await figuresFor(actor, asked)
  return {
    name: `medialab-auslastung-${filter.from}-${filter.to}.csv`,
    text: csv([[utilisationByNames[by], ...utilisationColumns], ...lines.map(cellsOf)]),
  }
}

async function figuresFor(actor: Actor, asked: URLSearchParams) {
  authorize(may.seeUtilisation, actor, {})
  const filter = figureFilterFrom(asked, localDayOf(now()))
  const by = utilisationByFrom(asked.get(FIGURE_PARAMS.by))
  const span = spanOf(filter)
  const isStaff = may.manage(actor, {})
  const calendar = schoolDayCount({ from: dayAfter(filter.from, -1), to: filter.to })
  const [chosen, rows, capacities, opening] = await Promise.all([
    sql.countChosen(span),
    sql.listUtilisation(span, by, calendar),
    sql.listCapacities(filter.kind),
    openingBetween(filter.from, filter.to),
  ])
  // Figures about one or two schools would be figures about their teachers.
  if (chosen < SMALLEST_CELL && !isStaff)
    return { filter, by, isTooFew: true, lines: [], median: null }
  const possible = possibleOf(capacities, { opening, period: filter, by })
  const lines = utilisationLines(rows, capacities, { by, possible, hidesFew: !isStaff })
  return { filter, by, isTooFew: false, lines, median: by === 'offer' ? medianShare(lines) : null }
}

const rounded = (value: number) => String(Math.round(value * 10) / 10).replace('.', ',')

function cellsOf(line: UtilisationLine): (string | number)[] {
  const { label, isHidden, booked, possible, schools } = line
  if (isHidden)
    return [label, ...utilisationColumns.slice(0, -1).map(() => ''), schoolsWord(schools)]
  return [
    ...[label, line.bookings, rounded(booked.hours), possible ? rounded(possible.hours) : ''],
    ...[booked.days, possible?.days ?? '', line.noShows, line.lateCancelled, schoolsWord(schools)],
  ]
}
