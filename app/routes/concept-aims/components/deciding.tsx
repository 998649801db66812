import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { type AimState, LIMITS } from '#server/concepts/aims/contract.ts'

type Props = {
  aim: { state: AimState; commentsUntil: string | null }
  /** While schools are asked nothing is put in force. */
  isAsked: boolean
  can: { decide: boolean; takeBack: boolean }
  reply?: Reply
}

/** What becomes of a proposal, and the end of what holds. */
export function Deciding({ aim, isAsked, can, reply }: Props) {
  const sent = reply?.intent === 'takeBack' ? reply : undefined
  if (!can.takeBack && !can.decide) return null
  return (
    <Card title="Entscheiden">
      <div className="grid gap-3">
        {can.decide && <Decision aim={aim} isAsked={isAsked} reply={reply} />}
        {can.takeBack && (
          <Fold title="Vorschlag zurücknehmen" isOpen={sent !== undefined}>
            <HouseForm reply={sent} className="grid gap-3">
              <TextArea
                name="decision"
                label="Warum wird daraus kein Ziel?"
                hint="Alle im Netzwerk lesen es."
                required
                rows={3}
                maxLength={LIMITS.decision.max}
              />
              <Button name="intent" value="takeBack" variant="secondary">
                Vorschlag zurücknehmen
              </Button>
            </HouseForm>
          </Fold>
        )}
      </div>
    </Card>
  )
}

function Decision({ aim, isAsked, reply }: Omit<Props, 'can'>) {
  if (aim.state !== 'draft')
    return (
      <HouseForm reply={reply?.intent === 'end' ? reply : undefined} className="grid gap-3">
        <p>Es bleibt lesbar; Schulen behalten ihre Ziele dazu.</p>
        <Button name="intent" value="end" variant="secondary">
          Ziel beenden
        </Button>
      </HouseForm>
    )
  if (isAsked)
    return (
      <p>
        Schulen nehmen bis {day(aim.commentsUntil ?? '')} Stellung. Danach setzen Sie das Ziel in
        Kraft. Den Tag ändern Sie unter „Bearbeiten“.
      </p>
    )
  return (
    <HouseForm reply={reply?.intent === 'inForce' ? reply : undefined} className="grid gap-3">
      <p>Danach ändern sich seine Worte nicht mehr. Eine neue Fassung ersetzt es.</p>
      <TextArea
        name="decision"
        label="Begründung"
        optional
        rows={3}
        maxLength={LIMITS.decision.max}
      />
      <Button name="intent" value="inForce">
        Ziel in Kraft setzen
      </Button>
    </HouseForm>
  )
}
