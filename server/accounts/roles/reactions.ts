import { fullName } from '#server/auth/actor.ts'
import type { SchoolRole } from '#server/auth/contract.ts'
import { mintToken } from '#server/auth/tokens.ts'
import { notify } from '#server/notifications/commands.ts'
import { delivering, durable } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { sendLetter } from '#server/platform/mail.ts'
import {
  type MembershipNews,
  membershipConfirmed,
  membershipEnded,
  membershipRefused,
  membershipRequested,
  roleGiven,
} from '../events.ts'
import { confirmPrincipalLetter } from '../mails/confirm-principal.ts'
import { deciderRoles } from '../rules.ts'
import * as sql from './sql.ts'

type Found = NonNullable<Awaited<ReturnType<typeof sql.findMembership>>>

/** A principal is confirmed through the mailbox of the school, everybody else by people of the school. */
async function tellWhoConfirms(news: MembershipNews): Promise<void> {
  const membership = await sql.findMembership(news.membershipId)
  if (membership?.state !== 'pending' || !membership.schoolId) return
  if (membership.role === 'principal' && membership.officialEmail)
    await writeToOffice(membership, membership.officialEmail)
  else await tellDeciders(membership, membership.schoolId)
}

async function writeToOffice(membership: Found, officialEmail: string): Promise<void> {
  const token = await mintToken('confirm_principal', {
    personId: membership.personId,
    payload: { membershipId: membership.id },
  })
  const about = { person: fullName(membership), school: membership.place, officialEmail }
  await sendLetter(confirmPrincipalLetter(about, token))
}

function tellDeciders(membership: Found, schoolId: string): Promise<void> {
  const roles = deciderRoles(membership.role as SchoolRole)
  return notify({
    kind: 'accounts.membership-requested',
    thing: { kind: 'membership', id: membership.id },
    actorId: membership.personId,
    audience: sql.audienceOfRequest(schoolId, roles, now()),
    mail: 'soon',
    details: { role: membership.role },
  })
}

/** Tells the person what somebody else decided about a role of theirs. */
const tellPerson =
  (kind: string) =>
  async ({ membershipId, personId, role, actorId }: MembershipNews): Promise<void> => {
    if (actorId === personId) return
    await notify({
      kind,
      thing: { kind: 'membership', id: membershipId },
      actorId,
      audience: sql.audienceOfOne(personId),
      mail: 'soon',
      details: { role },
    })
  }

export const reactions = [
  delivering(membershipRequested, 'accounts.tellWhoConfirms', tellWhoConfirms),
  durable(
    membershipConfirmed,
    'accounts.tellConfirmed',
    tellPerson('accounts.membership-confirmed'),
  ),
  durable(membershipRefused, 'accounts.tellRefused', tellPerson('accounts.membership-refused')),
  durable(roleGiven, 'accounts.tellRoleGiven', tellPerson('accounts.role-given')),
  durable(membershipEnded, 'accounts.tellEnded', tellPerson('accounts.membership-ended')),
]
