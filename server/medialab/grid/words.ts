import { dayWords } from '../words.ts'
import type { BlockKind, Column, Row, Times, View } from './contract.ts'

export const viewNames: Record<View, string> = { day: 'Tag', week: 'Woche', list: 'Liste' }
export const timesNames: Record<Times, string> = { hours: 'Uhrzeit', periods: 'Schulstunden' }

/** What a cell says that has no words of its own. */
export const blockNames: Record<BlockKind, string> = {
  own: 'Meine Buchung',
  ownAsked: 'Angefragt',
  seen: 'Gebucht',
  seenAsked: 'Angefragt',
  taken: 'Belegt',
  asked: 'Angefragt',
  workshop: 'Workshop',
  closed: 'Zu',
  past: 'Vorbei',
  early: 'Noch nicht buchbar',
  away: 'Zurzeit nicht da',
}

/** "Fr 27.11." */
export const shortDay = (day: string) => dayWords(day).slice(0, -4)

const clock = (time: string) => (time.endsWith(':00') ? String(Number(time.slice(0, 2))) : time)

/** "10 bis 11 Uhr", "3. Stunde, 09:50 bis 10:35 Uhr" */
export const columnWords = ({ from, to, period }: Column) =>
  `${period === null ? '' : `${period}. Stunde, `}${clock(from)} bis ${clock(to)} Uhr`

export const columnHead = ({ from, period }: Column) => (period === null ? from : `${period}. Std.`)

const MINUTE = 1 / 60
const hoursOf = ({ from, to }: Column) => {
  const at = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) * MINUTE
  return at(to) - at(from)
}

/** "5 Stunden frei", "3 Schulstunden frei", "heute nichts mehr frei" */
export function freeWords({ cells, isWholeDay }: Row, columns: Column[]): string {
  if (isWholeDay) return cells.some((cell) => typeof cell === 'number') ? 'Frei' : 'Nichts frei'
  let at = 0
  let free = 0
  let periods = 0
  for (const cell of cells) {
    const column = columns[at]
    at += typeof cell === 'number' ? 1 : cell.span
    if (typeof cell !== 'number' || !column) continue
    free += hoursOf(column)
    if (column.period !== null) periods += 1
  }
  if (periods > 0) return periods === 1 ? '1 Schulstunde frei' : `${periods} Schulstunden frei`
  const rounded = Math.round(free * 10) / 10
  if (rounded === 0) return 'Nichts frei'
  return rounded === 1 ? '1 Stunde frei' : `${String(rounded).replace('.', ',')} Stunden frei`
}

export const says = {
  wrongDay: 'Diesen Tag kennt der Kalender nicht. Sie sehen heute.',
  gone: 'Dieses Angebot gibt es nicht mehr. Sie sehen alle.',
  weekend: 'Wochenende',
  noHours: 'An diesem Tag ist nicht geöffnet',
}
