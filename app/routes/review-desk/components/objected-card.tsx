import type { SerializeFrom } from '@remix-run/node'
import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { LIMITS } from '#server/software/decisions/contract.ts'
import type { ReleaseDesk } from '#server/software/decisions/desk/views.ts'
import { OpinionFacts } from './opinion-facts.tsx'

type Objected = SerializeFrom<ReleaseDesk>['objected']

/** Uses that an opinion speaks against, and the way to release one in spite of it. */
export function ObjectedCard({
  objected,
  answerTo,
}: {
  objected: Objected
  answerTo: (scenarioId: string) => Reply | undefined
}) {
  return (
    <Card
      title="Nach der Stellungnahme nicht freigegeben"
      lead="Gegen eine Stellungnahme gibt nur frei, wer es begründet, und nur mit einer zweiten Person. Schulen lesen die Begründung."
    >
      <div className="grid gap-2">
        {objected.map(({ name, opinion }) => {
          const reply = answerTo(opinion.scenarioId)
          return (
            <Fold key={opinion.id} title={`${name}: ${opinion.label}`} isOpen={reply !== undefined}>
              <OpinionFacts opinion={opinion} />
              <HouseForm reply={reply} className="mt-3 grid max-w-[44rem] gap-4">
                <input type="hidden" name="intent" value="propose" />
                <input type="hidden" name="scenarioId" value={opinion.scenarioId} />
                <input type="hidden" name="opinionId" value={opinion.id} />
                <TextArea
                  name="reason"
                  label="Warum trotzdem?"
                  rows={3}
                  maxLength={LIMITS.deviation.max}
                />
                <TextArea
                  name="conditions"
                  label="Auflagen"
                  optional
                  hint="Eine Auflage je Zeile"
                  rows={3}
                />
                <TextField name="validUntil" type="date" label="Gültig bis" />
                <div>
                  <Button variant="secondary">
                    Freigabe vorschlagen<span className="sr-only">: {name}</span>
                  </Button>
                </div>
              </HouseForm>
            </Fold>
          )
        })}
      </div>
    </Card>
  )
}
