import { Button } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { NEED_STATES, type NeedState } from '#server/concepts/equipment/contract.ts'
import { needStateNames } from '#server/concepts/equipment/words.ts'

/** What the Amt says to a need of a school, among the needs and in the talk. */
export function NeedStateForm({
  need: { id, version, state, className },
  intent,
  reply,
}: {
  need: { id: string; version: number; state: NeedState; className: string }
  intent: string
  reply: Reply
}) {
  return (
    <HouseForm reply={reply} className="flex flex-wrap items-end gap-3">
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
      <Button variant="secondary" name="intent" value={intent}>
        Stand eintragen<span className="sr-only">: {className}</span>
      </Button>
    </HouseForm>
  )
}
