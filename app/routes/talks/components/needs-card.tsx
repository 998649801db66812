import { NeedStateForm } from '#app/concepts/need-state.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { number } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { List } from '#app/ui/list.tsx'
import type { NeedState } from '#server/concepts/equipment/contract.ts'
import { needStateNames } from '#server/concepts/equipment/words.ts'

type Need = {
  id: string
  className: string
  quantity: number
  state: NeedState
  version: number
  mayDecide: boolean
}

/** What the school needs, and what becomes of it: the Amt enters that where both talk about it. */
export function NeedsCard({ needs, reply }: { needs: Need[]; reply: Reply }) {
  if (needs.length === 0) return null
  return (
    <Card title="Bedarf in diesem Gespräch">
      <List>
        {needs.map(({ id, className, quantity, state, version, mayDecide }) => (
          <li key={id} className="grid gap-2 py-zeile">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="wrap-anywhere">
                {number(quantity)} × {className}
              </span>
              <Badge tone="offen">{needStateNames[state]}</Badge>
            </div>
            {mayDecide && (
              <NeedStateForm
                need={{ id, version, state, className }}
                intent="decideNeed"
                reply={reply?.initialValue?.need === id ? reply : undefined}
              />
            )}
          </li>
        ))}
      </List>
    </Card>
  )
}
