import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Overtaken } from '#app/ui/overtaken.tsx'
import { GOAL_STATUSES, type GoalStatus, LIMITS } from '#server/concepts/goals/contract.ts'
import { goalStatusNames } from '#server/concepts/goals/words.ts'

/** What became of a goal; some answers say why. */
export function GoalStatusForm({
  goal,
  reply,
}: {
  goal: { status: GoalStatus; statusReason: string; version: number }
  reply: Reply | undefined
}) {
  const own = reply?.intent === 'status' ? reply : undefined
  return (
    <Card title="Stand">
      <HouseForm reply={own}>
        <input type="hidden" name="intent" value="status" />
        <Overtaken reply={own} version={goal.version} />
        <SelectField
          name="status"
          label="Wie steht es um das Ziel?"
          choices={choicesOf(GOAL_STATUSES, goalStatusNames)}
          defaultValue={goal.status}
        />
        <TextArea
          name="statusReason"
          label="Warum?"
          hint="Nötig, wenn das Ziel teilweise erreicht, aufgegeben oder verschoben ist."
          optional
          rows={2}
          maxLength={LIMITS.reason.max}
          defaultValue={goal.statusReason}
        />
        <div>
          <Button variant="secondary">Stand speichern</Button>
        </div>
      </HouseForm>
    </Card>
  )
}
