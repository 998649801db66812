import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { csv } from '#server/platform/csv-file.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { may } from '../policy.ts'
import { equipmentClasses } from '../standard/views.ts'
import { tierNames } from '../words.ts'
import { REPORT_BY } from './contract.ts'
import { reportLines } from './rules.ts'
import * as sql from './sql.ts'
import { groupsWord, hidden, reportByNames } from './words.ts'

/** What schools need, put together for those who plan and decide; never one or two schools (RS1-2, R33-13). */
export async function reportFor(actor: Actor, asked: URLSearchParams) {
  authorize(may.seeReport, actor, {})
  const by = REPORT_BY.find((one) => one === asked.get('nach')) ?? 'form'
  const [needs, classes] = await Promise.all([sql.listOpenNeeds(), equipmentClasses()])
  const places = new Map(classes.map(({ id }, at) => [id, at]))
  const names = new Map(classes.map(({ id, name }) => [id, name]))
  const placeOf = (id: string) => places.get(id) ?? 0
  const lines = reportLines(needs, by)
    .toSorted((a, b) => placeOf(a.classId) - placeOf(b.classId) || a.tier.localeCompare(b.tier))
    .map((line) => ({ ...line, name: names.get(line.classId) ?? '' }))
  return { by, lines, at: now() }
}

/** The same for a table program. */
export async function reportFile(actor: Actor, asked: URLSearchParams) {
  const { by, lines, at } = await reportFor(actor, asked)
  return {
    name: `ausstattungsbedarf-${localDayOf(at)}.csv`,
    text: csv([
      ['Klasse', 'Art', reportByNames[by], 'Schulen', 'Stück'],
      ...lines.flatMap(({ name, tier, total, cells }) =>
        total
          ? [
              ...cells.map(({ groups, schools, quantity }) => [
                ...[name, tierNames[tier], groupsWord(groups, by), schools, quantity],
              ]),
              [name, tierNames[tier], 'Alle', total.schools, total.quantity],
            ]
          : [[name, tierNames[tier], hidden, '', '']],
      ),
    ]),
  }
}
