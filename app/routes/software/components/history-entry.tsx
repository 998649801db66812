import { day } from '#app/ui/format.ts'
import { kindNames, releaseEventNames } from '#server/software/decisions/words.ts'
import type { Condition } from '#server/software/standing/contract.ts'
import { conditionNames, verdictNames } from '#server/software/standing/words.ts'

type Line = {
  what: 'opinion' | 'release' | 'event' | 'refusal'
  at: Date | string
  label: string
  name: string
  who: string
  office: string
  reason: string
  conditions: Condition[]
  until: string | null
  second: string
}

const OFFICES: Record<string, string> = {
  school_dpo: 'Datenschutz für die Schulen',
  release_manager: 'Schulträger',
  by_authority: 'Schulträger',
  on_opinion: 'nach der Regel des Schulträgers',
}

const NAMES: Record<string, Record<string, string>> = {
  opinion: verdictNames,
  release: kindNames,
  event: releaseEventNames,
  refusal: { refused: 'Nicht freigegeben' },
}

const KINDS = { opinion: 'Stellungnahme: ', release: '', event: '', refusal: 'Schulträger: ' }

/** One decision with who, when and why. */
export function HistoryEntry({ line }: { line: Line }) {
  const { what, at, label, name, who, office, reason, conditions, until, second } = line
  const people = [who, OFFICES[office] ?? office].filter(Boolean).join(', ')
  return (
    <li className="py-zeile">
      <p className="text-sm text-leise">
        {day(at)}
        {people && ` · ${people}`}
        {second && ` · bestätigt von ${second}`}
      </p>
      <p className="font-semibold wrap-anywhere">
        {KINDS[what]}
        {NAMES[what]?.[name] ?? name}
        {until && ` bis ${day(until)}`}
        {label && <span className="font-normal"> · {label}</span>}
      </p>
      {reason && (
        <p className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">
          {what === 'release' && 'Gegen die Stellungnahme: '}
          {reason}
        </p>
      )}
      {conditions.length > 0 && (
        <ul className="list-disc pl-5">
          {conditions.map(({ id, kind, text }) => (
            <li key={id} className="wrap-anywhere">
              {text || conditionNames[kind]}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
