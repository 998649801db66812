import { day } from '#app/ui/format.ts'
import { List } from '#app/ui/list.tsx'
import type { Decision } from '#server/plg/cycle/contract.ts'
import { decisionSentence } from '#server/plg/cycle/words.ts'

/** What the group has decided, with its day and who wrote it down. */
export function DecisionList({ decisions }: { decisions: Decision[] }) {
  return (
    <List>
      {decisions.map((decision) => (
        <li key={decision.id} className="py-zeile">
          <p className="text-sm text-leise">
            {day(decision.at)} · {decision.by}
          </p>
          <p className="font-semibold">{decisionSentence(decision)}</p>
          {decision.text && <p className="whitespace-pre-wrap wrap-anywhere">{decision.text}</p>}
        </li>
      ))}
    </List>
  )
}
