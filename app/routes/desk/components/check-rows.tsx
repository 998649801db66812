import type { HandOutView } from '#server/medialab/desk/handing/views.ts'
import type { Unsent } from './use-unsent.ts'

type Group = Pick<HandOutView['groups'][number], 'lines'>

const FAULTS = { broken: 'Defekt', lost: 'Verloren', away: 'Noch nicht zurück' }

/** Parts as large rows to tick; of what there are several, how many. */
export function CheckRows({ group: { lines }, unsent }: { group: Group; unsent: Unsent }) {
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {lines.map(({ key, name, code, wanted, went, note, fault, isCritical }) => (
        <li key={key}>
          <label className="flex min-h-14 items-center gap-3 rounded-lg border border-rand bg-flaeche px-3 py-2 has-checked:border-aktion has-checked:bg-aktion-zart">
            {wanted === 1 ? (
              <input
                type="checkbox"
                name="present"
                value={key}
                defaultChecked={Boolean(unsent.of('present', key) ?? went > 0)}
                disabled={fault !== null}
                className="size-6 shrink-0"
              />
            ) : (
              <select
                name="amount"
                defaultValue={String(unsent.of('amount', key) ?? `${key}:${went}`)}
                className="min-h-11 rounded-lg border border-rand bg-flaeche px-2"
              >
                {amounts(wanted).map((count) => (
                  <option key={count} value={`${key}:${count}`}>
                    {count} von {wanted}
                  </option>
                ))}
              </select>
            )}
            <span className="min-w-0">
              <span className="font-semibold">{name}</span>
              {code && <span className="ml-2 font-mono text-sm text-leise">{code}</span>}
              {isCritical && (
                <span className="block text-sm text-leise">Ohne das geht es nicht</span>
              )}
              {fault && <span className="block text-sm text-stopp">{FAULTS[fault]}</span>}
              {note && <span className="block text-sm text-leise">{note}</span>}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}

/** Of many only the round numbers. */
const amounts = (wanted: number): number[] =>
  Array.from({ length: wanted + 1 }, (_, n) => n).filter(
    (n) => wanted <= 60 || n === wanted || n % Math.ceil(wanted / 60) === 0,
  )
