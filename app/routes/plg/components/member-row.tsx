import Ellipsis from 'lucide-react/icons/ellipsis'
import type { Reply } from '#app/http/page.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Menu, MenuButton } from '#app/ui/menu.tsx'
import type { Consent } from '#server/plg/contract.ts'
import type { Member } from '#server/plg/members/views.ts'
import { consentNames, roleNames } from '#server/plg/words.ts'

const TONES: Record<Consent, Tone> = { open: 'offen', granted: 'ok', refused: 'achtung' }

/** One person inside, their school with its principal's word, and what a lead can do about them. */
export function MemberRow({ member, reply }: { member: Member; reply: Reply | undefined }) {
  const { id, name, role, school, consent, reason, can } = member
  const canAct = can.makeLead || can.makeMember || can.remove
  const isMine = reply?.initialValue?.memberId === id
  return (
    <li className="flex gap-3 py-zeile">
      <Avatar name={name} />
      <div className="grid min-w-0 grow gap-1">
        <p>
          <strong>{name}</strong>
          {member.isSelf && ' (Sie)'}
          {role !== 'member' && ` · ${roleNames[role]}`}
        </p>
        {school && <p className="text-leise">{school}</p>}
        {consent && <SeatConsent consent={consent} reason={reason} />}
        {canAct && (
          <HouseForm id={`mitglied-${id}`} reply={isMine ? reply : undefined} className="">
            <input type="hidden" name="memberId" value={id} />
          </HouseForm>
        )}
      </div>
      {canAct && <Acts member={member} />}
    </li>
  )
}

function SeatConsent({ consent, reason }: { consent: Consent; reason: string }) {
  return (
    <div>
      <Badge tone={TONES[consent]}>{consentNames[consent]}</Badge>
      {reason && <p className="mt-1 text-leise">Begründung: {reason}</p>}
    </div>
  )
}

/** The buttons belong to the form of the row, so that an answer stands where it is seen. */
function Acts({ member: { id, name, isSelf, can } }: { member: Member }) {
  const form = `mitglied-${id}`
  return (
    <Menu
      summary={
        <>
          <Ellipsis />
          <span className="sr-only">Mitglied verwalten: {name}</span>
        </>
      }
    >
      {can.makeLead && (
        <li>
          <MenuButton form={form} name="intent" value="makeLead">
            Zur Sprecher:in machen
          </MenuButton>
        </li>
      )}
      {can.makeMember && (
        <li>
          <MenuButton form={form} name="intent" value="makeMember">
            {isSelf ? 'Sprecherrolle abgeben' : 'Sprecherrolle zurücknehmen'}
          </MenuButton>
        </li>
      )}
      {can.remove && (
        <li>
          <MenuButton form={form} name="intent" value="remove">
            Aus der PLG entfernen
          </MenuButton>
        </li>
      )}
    </Menu>
  )
}
