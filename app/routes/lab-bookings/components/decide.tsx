import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/http/page.ts'
import { LIMITS } from '#server/medialab/contract.ts'

type Props = {
  booking: { number: string; version: number; school: string | null }
  /** Where the form goes, when not to this page. */
  to?: string
  reply: Reply | undefined
}

/** The word of a Schulleitung about a loan of its school. */
export function Consent({ booking, to: address, reply }: Props) {
  const to = address ? { action: address } : {}
  return (
    <Card
      title="Ihre Zustimmung als Schulleitung"
      lead="Die Schule haftet für das, was sie ausleiht. Danach entscheidet noch das Schulmedienzentrum."
    >
      <HouseForm {...to} className="">
        <input type="hidden" name="version" value={booking.version} />
        <Button name="intent" value="consent">
          Zustimmen<span className="sr-only">: {booking.number}</span>
        </Button>
      </HouseForm>
      <Fold title="Nicht zustimmen" isOpen={reply?.intent === 'refuse'}>
        <HouseForm {...to} reply={reply?.intent === 'refuse' ? reply : undefined}>
          <input type="hidden" name="version" value={booking.version} />
          <TextField
            {...{ name: 'reason', label: 'Warum nicht?', required: true }}
            hint="Ein Satz. Ihn liest, wer gebucht hat."
            maxLength={LIMITS.reason}
          />
          <div>
            <Button variant="secondary" name="intent" value="refuse">
              Ablehnen<span className="sr-only">: {booking.number}</span>
            </Button>
          </div>
        </HouseForm>
      </Fold>
    </Card>
  )
}
