import type { ReactNode } from 'react'
import type { Reply } from '#app/http/page.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Consent } from '#server/plg/contract.ts'
import type { Member } from '#server/plg/members/views.ts'
import { consentNames, roleNames } from '#server/plg/words.ts'

const TONES: Record<Consent, Tone> = { open: 'offen', granted: 'ok', refused: 'achtung' }

/** One person inside, their school with its principal's word, and what a lead can do about them. */
export function MemberRow({ member, reply }: { member: Member; reply: Reply | undefined }) {
  const { name, role, school, consent, reason, can } = member
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
        {consent && (
          <div>
            <Badge tone={TONES[consent]}>{consentNames[consent]}</Badge>
            {reason && <p className="mt-1 text-leise">Begründung: {reason}</p>}
          </div>
        )}
        <div className="flex flex-wrap gap-x-4">
          {can.makeLead && (
            <Act member={member} reply={reply} intent="changeRole" newRole="lead">
              Zur Sprecher:in machen
            </Act>
          )}
          {can.makeMember && (
            <Act member={member} reply={reply} intent="changeRole" newRole="member">
              Sprecherrolle abgeben
            </Act>
          )}
          {can.remove && (
            <Act member={member} reply={reply} intent="remove">
              Entfernen
            </Act>
          )}
        </div>
      </div>
    </li>
  )
}

type ActProps = {
  member: Member
  reply: Reply | undefined
  intent: 'changeRole' | 'remove'
  newRole?: 'lead' | 'member'
  children: ReactNode
}

function Act({ member, reply, intent, newRole, children }: ActProps) {
  const isMine = reply?.intent === intent && reply.initialValue?.memberId === member.id
  return (
    <HouseForm reply={isMine ? reply : undefined} className="">
      <input type="hidden" name="intent" value={intent} />
      {newRole && <input type="hidden" name="role" value={newRole} />}
      <Button variant="tertiary" name="memberId" value={member.id}>
        {children}
        <span className="sr-only">: {member.name}</span>
      </Button>
    </HouseForm>
  )
}
