import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { LIMITS, RECOMMENDATIONS } from '#server/software/decisions/contract.ts'
import { recommendationNames } from '#server/software/decisions/words.ts'

/** The report that closes a pilot. */
export function PilotReport({
  pilot,
  reply,
}: {
  pilot: { id: string; label: string; validUntil: string }
  reply: Reply | undefined
}) {
  return (
    <Card
      title="Bericht über die Erprobung"
      lead={`${pilot.label}, Erprobung bis ${day(pilot.validUntil)}. Mit Ihrem Bericht ist sie beendet.`}
    >
      <HouseForm reply={reply} className="grid max-w-[44rem] gap-4">
        <input type="hidden" name="releaseId" value={pilot.id} />
        <TextArea
          name="result"
          label="Was kam dabei heraus?"
          rows={5}
          maxLength={LIMITS.result.max}
        />
        <RadioRows
          name="recommendation"
          label="Ihre Empfehlung"
          choices={choicesOf(RECOMMENDATIONS, recommendationNames)}
        />
        <div>
          <Button>Bericht abgeben</Button>
        </div>
      </HouseForm>
    </Card>
  )
}
