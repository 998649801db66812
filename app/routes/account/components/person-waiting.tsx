import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { day } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { LONGEST_REASON } from '#server/accounts/contract.ts'
import { roleName } from '#server/accounts/words.ts'
import { replyOf } from './reply-of.ts'

type Props = {
  person: {
    id: string
    name: string
    email: string
    role: string
    since: Date
    canDecide: boolean
  }
  reply: (NonNullable<Reply> & { intent?: string }) | null | undefined
}

/** Somebody who waits: who, as what, since when; confirm at once, refuse with a reason. */
export function PersonWaiting({ person, reply }: Props) {
  const { id, name, email, role, since, canDecide } = person
  const own = replyOf(reply, id)
  const isRefusing = own !== undefined && reply?.intent === 'refuse'
  return (
    <li className="grid gap-3 py-zeile">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-semibold">{name}</p>
          <p>{roleName(role)}</p>
          <p className="break-words text-leise">
            {email}, seit {day(since)}
          </p>
        </div>
        {canDecide && (
          <HouseForm reply={isRefusing ? undefined : own} clientKey={id} className="grid gap-2">
            <input type="hidden" name="membershipId" value={id} />
            <Button name="intent" value="confirm">
              Bestätigen<span className="sr-only"> {name}</span>
            </Button>
          </HouseForm>
        )}
      </div>
      {canDecide ? (
        <details open={isRefusing}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center underline">
            Ablehnen<span className="sr-only"> {name}</span>
          </summary>
          <HouseForm
            reply={isRefusing ? own : undefined}
            clientKey={id}
            id={`ablehnen-${id}`}
            className="mt-2 grid gap-3"
          >
            <input type="hidden" name="membershipId" value={id} />
            <TextField
              name="reason"
              label="Grund"
              hint={`${name} liest ihn. Zum Beispiel: „Nicht an unserer Schule tätig.“`}
              maxLength={LONGEST_REASON}
            />
            <div>
              <Button name="intent" value="refuse" variant="secondary">
                Mit diesem Grund ablehnen
              </Button>
            </div>
          </HouseForm>
        </details>
      ) : (
        <p className="text-leise">{whoElse(role)}</p>
      )}
    </li>
  )
}

function whoElse(role: string): string {
  return role === 'principal'
    ? 'Das wird über das dienstliche Postfach der Schule oder vom SMZ bestätigt.'
    : 'Das bestätigt jemand anderes: die Schulleitung, ihre Stellvertretung oder das SMZ.'
}
