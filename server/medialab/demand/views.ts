import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { csv } from '#server/platform/csv-file.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { dayAfter } from '../opening/rules.ts'
import { FIGURE_PARAMS, type FigureFilter } from '../period/contract.ts'
import { figureFilterFrom } from '../period/rules.ts'
import { schoolsWord } from '../period/words.ts'
import { may } from '../policy.ts'
import { demandByFrom, demandLines } from './rules.ts'
import * as sql from './sql.ts'
import { demandByNames, demandColumns } from './words.ts'

const MOST_SOUGHT = 20

const spanOf = ({ from, to, ...filter }: FigureFilter): sql.DemandSpan => ({
  ...filter,
  from: momentOf(from, '00:00'),
  to: momentOf(dayAfter(to), '00:00'),
})

/** What schools wanted and did not get, put together by one thing (R36-10); null for those who decide nothing by it. */
export async function demandFor(actor: Actor, asked: URLSearchParams) {
  if (!may.seeUtilisation(actor, {})) return null
  const filter = figureFilterFrom(asked, localDayOf(now()))
  const by = demandByFrom(asked.get(FIGURE_PARAMS.by))
  const [rows, sought] = await Promise.all([
    sql.listDemand(spanOf(filter), by),
    // What somebody typed may be about somebody: those who answer for the stock read it.
    may.manage(actor, {}) ? sql.listSought(spanOf(filter), MOST_SOUGHT) : [],
  ])
  return { filter, by, lines: demandLines(rows, by), sought }
}

/** The same for a table program. */
export async function demandFile(actor: Actor, asked: URLSearchParams) {
  authorize(may.seeUtilisation, actor, {})
  const filter = figureFilterFrom(asked, localDayOf(now()))
  const by = demandByFrom(asked.get(FIGURE_PARAMS.by))
  const lines = demandLines(await sql.listDemand(spanOf(filter), by), by)
  return {
    name: `medialab-bedarf-${filter.from}-${filter.to}.csv`,
    text: csv([
      [demandByNames[by], ...demandColumns],
      ...lines.map(({ label, wishes, pieces, schools }) => [
        ...[label, wishes, pieces, schoolsWord(schools)],
      ]),
    ]),
  }
}
