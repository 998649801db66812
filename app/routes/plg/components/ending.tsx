import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Phase } from '#server/plg/contract.ts'
import type { Check } from '#server/plg/cycle/contract.ts'
import { CheckList } from './check-list.tsx'
import { Expected, Note } from './phase-forms.tsx'

type Plg = { slug: string; phase: Phase; isPaused: boolean; cycle: number }
type Props = {
  plg: Plg
  canEnd: { close: boolean; nextCycle: boolean }
  missing: Check[]
  reply: Reply | undefined
}

/** The two ends of a cycle: another one, or the end of the group. */
export function Ending({ plg, canEnd, missing, reply }: Props) {
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <Card
      title="Den Durchgang beenden"
      lead="Was ausprobiert wurde, kommt an den Schulen an: mit einem Bericht zu jedem Vorhaben und einem Transferbogen für jede Schule."
    >
      <div className="grid gap-4">
        {missing.length > 0 && <CheckList plg={plg.slug} checks={missing} />}
        {canEnd.nextCycle && !plg.isPaused && (
          <HouseForm reply={replyTo('nextCycle')}>
            <Expected plg={plg} />
            <Note />
            <div>
              <Button name="intent" value="nextCycle">
                Neuen Durchgang beginnen
              </Button>
            </div>
          </HouseForm>
        )}
        {canEnd.close && <CloseForm plg={plg} reply={replyTo('close')} />}
      </div>
    </Card>
  )
}

function CloseForm({ plg, reply }: { plg: Plg; reply: Reply | undefined }) {
  return (
    <Fold title="Gruppe abschließen" isOpen={reply !== undefined}>
      <p className="mb-3 max-w-[68ch] text-leise">
        Danach kommt niemand mehr dazu, und die Phase lässt sich nicht mehr ändern. Alles bleibt
        lesbar.
      </p>
      <HouseForm reply={reply}>
        <Expected plg={plg} />
        <Note />
        <CheckField name="isSure" label="Unsere gemeinsame Arbeit ist abgeschlossen." />
        <div>
          <Button variant="secondary" name="intent" value="close">
            Gruppe abschließen
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
