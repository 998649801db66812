import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { LIMITS, type WorkshopState } from '#server/medialab/workshops/contract.ts'

type Props = {
  workshop: { state: WorkshopState; version: number }
  clientKey: string
  replyTo: (intent: string) => Reply
}

/** What the SMZ does with it as a whole. */
export function ManageCard({ workshop: { state, version }, clientKey, replyTo }: Props) {
  return (
    <Card title="Verwalten">
      <div className="grid gap-4">
        {state === 'draft' && (
          <HouseForm reply={replyTo('publish')}>
            <input type="hidden" name="version" value={version} />
            <div>
              <Button name="intent" value="publish">
                Veröffentlichen
              </Button>
            </div>
          </HouseForm>
        )}
        <HouseForm reply={replyTo('duplicate')} clientKey={clientKey}>
          <div>
            <Button variant="secondary" name="intent" value="duplicate">
              Duplizieren
            </Button>
          </div>
        </HouseForm>
        {state === 'published' && (
          <Fold title="Absagen" isOpen={replyTo('cancel') !== undefined}>
            <HouseForm reply={replyTo('cancel')}>
              <input type="hidden" name="version" value={version} />
              <TextArea
                name="reason"
                label="Warum fällt der Workshop aus?"
                hint="Das lesen alle, die einen Platz haben oder warten."
                rows={3}
                maxLength={LIMITS.reason}
              />
              <div>
                <Button variant="danger" name="intent" value="cancel">
                  Workshop absagen
                </Button>
              </div>
            </HouseForm>
          </Fold>
        )}
      </div>
    </Card>
  )
}
