import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioBar } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { List, TaskRow } from '#app/ui/list.tsx'
import { INVITATION_DAYS, INVITED_ROLES, LIMITS } from '#server/plg/contract.ts'
import type { Invitation } from '#server/plg/members/views.ts'
import { roleNames } from '#server/plg/words.ts'

type Props = { invitations: Invitation[]; reply: Reply | undefined }

/** Invite by address, and the invitations nobody has answered yet. */
export function Invitations({ invitations, reply }: Props) {
  return (
    <Card
      title="Einladen"
      lead={`Auch Personen, die noch kein Konto haben. Eine Einladung gilt ${INVITATION_DAYS} Tage.`}
    >
      {/* A new key after each invitation empties the form. */}
      <HouseForm
        key={invitations[0]?.id ?? 'leer'}
        reply={reply?.intent === 'invite' ? reply : undefined}
      >
        <TextField
          name="email"
          type="email"
          label="Dienstliche E-Mail-Adresse"
          autoComplete="off"
          required
          className="max-w-[28rem]"
        />
        <RadioBar
          name="role"
          label="Als"
          hint="Gäste lesen und schreiben mit, nehmen aber keinen Platz für ihre Schule ein."
          defaultValue="member"
          choices={choicesOf(INVITED_ROLES, roleNames)}
        />
        <TextArea
          name="message"
          label="Ihre Nachricht"
          optional
          rows={2}
          maxLength={LIMITS.message}
        />
        <div>
          <Button variant="secondary" name="intent" value="invite">
            Einladen
          </Button>
        </div>
      </HouseForm>
      {invitations.length > 0 && <OpenInvitations invitations={invitations} />}
    </Card>
  )
}

function OpenInvitations({ invitations }: { invitations: Invitation[] }) {
  return (
    <>
      <h3 className="mt-5 text-base">Noch ohne Antwort</h3>
      <List>
        {invitations.map(({ id, email, role, at }) => (
          <TaskRow
            key={id}
            action={
              <HouseForm className="">
                <input type="hidden" name="intent" value="cancelInvitation" />
                <Button variant="tertiary" name="invitationId" value={id}>
                  Zurücknehmen<span className="sr-only"> {email}</span>
                </Button>
              </HouseForm>
            }
          >
            <span className="break-all">{email}</span>
            <span className="text-sm text-leise">
              {' '}
              · {roleNames[role]} · {day(at)}
            </span>
          </TaskRow>
        ))}
      </List>
    </>
  )
}
