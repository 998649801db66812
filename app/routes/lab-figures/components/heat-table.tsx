import { ScrollRegion } from '#app/ui/scroll-region.tsx'
import type { HeatCell } from '#server/medialab/utilisation/contract.ts'

const WEEKDAYS = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']
const SHADES = ['', 'bg-mulde', 'bg-aktion-zart', 'bg-aktion text-auf-aktion font-semibold']

const shadeOf = (uses: number, most: number) =>
  uses === 0 ? '' : (SHADES[Math.ceil((3 * uses) / most)] ?? '')

/** When of the week the lab is used: weekday by hour, the number in each cell, darker where there are more. */
export function HeatTable({ cells }: { cells: HeatCell[] }) {
  const hours = [...new Set(cells.map(({ hour }) => hour))].toSorted((a, b) => a - b)
  const days = [...new Set(cells.map(({ weekday }) => weekday))].toSorted((a, b) => a - b)
  const most = Math.max(...cells.map(({ uses }) => uses))
  const usesAt = (weekday: number, hour: number) =>
    cells.find((cell) => cell.weekday === weekday && cell.hour === hour)?.uses ?? 0
  return (
    <ScrollRegion label="Nutzungen nach Wochentag und Stunde">
      <table className="border-separate border-spacing-0.5 text-right">
        <caption className="sr-only">Nutzungen nach Wochentag und Stunde</caption>
        <thead>
          <tr>
            <th scope="col" className="pr-2 text-left text-leise">
              Uhr
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col" className="min-w-10 px-2 text-leise">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((weekday) => (
            <tr key={weekday}>
              <th scope="row" className="pr-2 text-left">
                {WEEKDAYS[weekday - 1]}
              </th>
              {hours.map((hour) => (
                <td
                  key={hour}
                  className={`rounded px-2 py-1 ${shadeOf(usesAt(weekday, hour), most)}`}
                >
                  {usesAt(weekday, hour)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
