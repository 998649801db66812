import { membershipConfirmed, roleGiven } from '#server/accounts/events.ts'
import { fullName } from '#server/auth/actor.ts'
import { notify } from '#server/notifications/commands.ts'
import { delivering, durable, live } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { sendLetter } from '#server/platform/mail.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { listTold } from './agreement/sql.ts'
import { findDecision } from './cycle/sql.ts'
import {
  agreementMade,
  agreementTouched,
  consentDecided,
  cycleDecided,
  invitationDeclined,
  invitationWritten,
  memberJoined,
  memberRemoved,
  personInvited,
  requestDeclined,
  requestMade,
  roleChanged,
  seatOpened,
} from './events.ts'
import { claimInvitations, deliverInvitation } from './invitations/commands.ts'
import { findUnclaimed } from './invitations/sql.ts'
import { strangerLetter } from './mails/stranger.ts'
import * as members from './members/sql.ts'
import * as seats from './seats/sql.ts'

const plg = (plgId: string) => ({ kind: 'plg', id: plgId })

/** Whoever has a page of the group open sees how it stands now. */
const tellInside =
  (what: string) =>
  ({ plgId }: { plgId: string }) =>
    tell(roomOf('plg', plgId), { ...plg(plgId), what })

export const reactions = [
  live(cycleDecided, tellInside('cycle-decided')),
  live(agreementMade, tellInside('agreement-changed')),
  live(agreementTouched, tellInside('agreement-changed')),
  live(consentDecided, tellInside('consent-decided')),

  durable(requestMade, 'plg.tell-leads-of-request', ({ plgId, actorId }) =>
    notify({
      kind: 'plg.request-arrived',
      thing: plg(plgId),
      actorId,
      audience: members.leadsOf(plgId),
      mail: 'digest',
    }),
  ),

  durable(memberJoined, 'plg.tell-of-joining', async ({ plgId, memberId, actorId, way }) => {
    const told = await members.findTold(memberId)
    if (told?.state !== 'active') return
    if (way === 'accepted')
      await notify({
        kind: 'plg.request-accepted',
        thing: plg(plgId),
        actorId,
        audience: members.personOf(memberId),
        mail: 'soon',
      })
    if (way === 'joined' || way === 'invited')
      await notify({
        kind: way === 'joined' ? 'plg.joined' : 'plg.invitation-answered',
        thing: plg(plgId),
        actorId,
        audience: members.leadsOf(plgId),
        mail: 'none',
        details: { accepted: true },
      })
    if (way === 'assigned')
      await notify({
        kind: 'plg.facilitator-assigned',
        thing: plg(plgId),
        actorId,
        audience: members.activeOf(plgId),
        mail: 'digest',
        details: { facilitator: fullName(told) },
      })
  }),

  durable(requestDeclined, 'plg.tell-of-refusal', ({ memberId, actorId }) =>
    tellOfEnding('plg.request-declined', 'declined', memberId, actorId),
  ),
  durable(memberRemoved, 'plg.tell-of-removal', ({ memberId, actorId }) =>
    tellOfEnding('plg.removed', 'removed', memberId, actorId),
  ),

  durable(personInvited, 'plg.tell-of-invitation', ({ plgId, memberId, actorId }) =>
    notify({
      kind: 'plg.invited',
      thing: plg(plgId),
      actorId,
      audience: members.personOf(memberId),
      mail: 'soon',
    }),
  ),
  delivering(invitationWritten, 'plg.deliver-invitation', async ({ invitationId }) => {
    if (await deliverInvitation(invitationId)) return
    const invitation = await findUnclaimed(invitationId)
    if (invitation) await sendLetter(strangerLetter(invitation))
  }),
  durable(invitationDeclined, 'plg.tell-leads-of-answer', ({ plgId, actorId }) =>
    notify({
      kind: 'plg.invitation-answered',
      thing: plg(plgId),
      actorId,
      audience: members.leadsOf(plgId),
      mail: 'none',
      details: { accepted: false },
    }),
  ),
  durable(membershipConfirmed, 'plg.claim-invitations', ({ personId }) =>
    claimInvitations(personId),
  ),
  durable(roleGiven, 'plg.claim-invitations-with-role', ({ personId }) =>
    claimInvitations(personId),
  ),

  durable(roleChanged, 'plg.tell-new-lead', async ({ plgId, memberId, actorId, role }) => {
    if (role !== 'lead') return
    await notify({
      kind: 'plg.made-lead',
      thing: plg(plgId),
      actorId,
      audience: members.personOf(memberId),
      mail: 'digest',
    })
  }),

  durable(seatOpened, 'plg.ask-principal', async ({ plgId, schoolId, actorId }) => {
    const seat = await seats.findSeat(plgId, schoolId)
    if (seat?.consent !== 'open') return
    await notify({
      kind: 'plg.consent-asked',
      thing: { kind: 'plg-consent', id: schoolId },
      actorId,
      audience: seats.headsOf(schoolId, now()),
      mail: 'digest',
      details: { plg: seat.title },
    })
  }),
  durable(consentDecided, 'plg.tell-leads-of-consent', async (decided) => {
    const seat = await seats.findSeat(decided.plgId, decided.schoolId)
    if (!seat || seat.consent !== decided.consent || seat.consent === 'open') return
    await notify({
      kind: `plg.consent-${seat.consent}`,
      thing: plg(decided.plgId),
      actorId: decided.actorId,
      audience: members.leadsOf(decided.plgId),
      mail: 'digest',
      details: { school: seat.school },
    })
  }),

  durable(cycleDecided, 'plg.tell-of-decision', async ({ plgId, decisionId, actorId }) => {
    const decision = await findDecision(decisionId)
    if (!decision) return
    await notify({
      kind: 'plg.cycle-decided',
      thing: plg(plgId),
      actorId,
      audience: members.activeOf(plgId),
      mail: 'digest',
      details: { ...decision },
    })
  }),
  durable(agreementMade, 'plg.tell-principals-of-agreement', async ({ plgId, actorId }) => {
    for (const { schoolId, title } of await listTold(plgId))
      await notify({
        kind: 'plg.agreement-changed',
        thing: { kind: 'plg-consent', id: schoolId },
        actorId,
        audience: seats.headsOf(schoolId, now()),
        mail: 'digest',
        details: { plg: title },
      })
  }),
]

/** Who is out may no longer see the PLG, so the line points at the own row, and keeps the title of that day. */
async function tellOfEnding(kind: string, state: string, memberId: string, actorId: string) {
  const told = await members.findTold(memberId)
  if (told?.state !== state) return
  await notify({
    kind,
    thing: { kind: 'plg-ending', id: memberId },
    actorId,
    audience: members.personOf(memberId),
    mail: 'digest',
    details: { plg: told.title },
  })
}
