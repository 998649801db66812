import type { Condition } from '#server/software/standing/contract.ts'
import { conditionNames } from '#server/software/standing/words.ts'

/** Conditions as boxes to tick while one goes through them; nothing is kept of that. */
export function ConditionList({ conditions }: { conditions: Condition[] }) {
  if (conditions.length === 0) return null
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold">Vor dem Einsatz</legend>
      {conditions.map(({ id, kind, text, isMandatory }) => (
        <label key={id} className="flex min-h-11 items-start gap-3 py-1.5">
          <input type="checkbox" className="mt-0.5 size-5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">
            {text || conditionNames[kind]}
            {!isMandatory && <span className="text-leise"> (empfohlen)</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
