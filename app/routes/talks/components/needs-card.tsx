import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField } from '#app/ui/field.tsx'
import { number } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { NEED_STATES, type NeedState } from '#server/concepts/equipment/contract.ts'
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
              <HouseForm
                reply={reply?.initialValue?.need === id ? reply : undefined}
                className="flex flex-wrap items-end gap-3"
              >
                <input type="hidden" name="need" value={id} />
                <input type="hidden" name="version" value={version} />
                <SelectField
                  name="state"
                  label={
                    <>
                      Stand<span className="sr-only"> von {className}</span>
                    </>
                  }
                  choices={choicesOf(NEED_STATES, needStateNames)}
                  defaultValue={state}
                />
                <Button variant="secondary" name="intent" value="decideNeed">
                  Stand eintragen<span className="sr-only">: {className}</span>
                </Button>
              </HouseForm>
            )}
          </li>
        ))}
      </List>
    </Card>
  )
}
