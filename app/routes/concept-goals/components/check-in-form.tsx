import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioBar } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { LIMITS, MOODS } from '#server/concepts/goals/contract.ts'
import { moodNames } from '#server/concepts/goals/words.ts'
import { useAccepted } from './use-accepted.ts'

/** How it stands, and two lines: on the card of a goal, or on its page. */
export function CheckInForm({
  goal,
  clientKey,
  reply,
}: {
  goal: { number: number; title: string }
  clientKey: string
  reply: Reply | undefined
}) {
  const number = String(goal.number)
  const isOwn = reply?.intent === 'checkIn' && reply.initialValue?.goal === number
  const own = isOwn ? reply : undefined
  const accepted = useAccepted('checkIn', own, { field: 'goal', value: number })
  return (
    <Fold key={accepted} title="Zwischenstand eintragen" isOpen={own !== undefined}>
      <HouseForm reply={own} clientKey={clientKey} aria-label={`Zwischenstand zu „${goal.title}“`}>
        <input type="hidden" name="intent" value="checkIn" />
        <input type="hidden" name="goal" value={number} />
        <RadioBar name="mood" label="Wie steht es?" choices={choicesOf(MOODS, moodNames)} />
        <TextArea
          name="text"
          label="In zwei Zeilen"
          rows={2}
          maxLength={LIMITS.checkIn.max}
          counter
        />
        <div>
          <Button>Zwischenstand speichern</Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
