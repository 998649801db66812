import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import type { District, Overridable } from '#server/schools/contract.ts'
import { wordOfValue } from '#server/schools/register/words.ts'
import { overridableWords } from '#server/schools/words.ts'

type Listed = { name?: string; homepage?: string; district?: District | null }

/** What people have set against the register, and the way back. */
export function OverriddenList({
  fields,
  listed,
  reply,
}: {
  fields: Overridable[]
  listed: Listed
  reply: Reply
}) {
  if (fields.length === 0) return null
  return (
    <Card title="Von Hand gesetzt">
      <List>
        {fields.map((field) => (
          <TaskRow
            key={field}
            action={
              <HouseForm reply={reply?.initialValue?.field === field ? reply : undefined}>
                <input type="hidden" name="field" value={field} />
                <Button name="intent" value="giveBack" variant="secondary">
                  Zurückgeben<span className="sr-only">: {overridableWords[field]}</span>
                </Button>
              </HouseForm>
            }
          >
            <p className="font-semibold">{overridableWords[field]}</p>
            <p className="text-sm break-words text-leise">
              Im Register: {wordOfValue(field, listed[field] ?? '')}
            </p>
          </TaskRow>
        ))}
      </List>
    </Card>
  )
}
