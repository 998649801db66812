import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { cancelInvitation, invite } from '#server/plg/invitations/commands.ts'
import { invitationInput, inviteInput } from '#server/plg/invitations/inputs.ts'
import {
  acceptRequest,
  changeRole,
  declineRequest,
  removeMember,
  restoreMember,
} from '#server/plg/leading/commands.ts'
import { memberInput } from '#server/plg/leading/inputs.ts'
import { leavePlg } from '#server/plg/members/commands.ts'
import { nothingInput } from '#server/plg/members/inputs.ts'
import { membersFor } from '#server/plg/members/views.ts'
import { paths } from '#server/plg/paths.ts'
import { Invitations } from './components/invitations.tsx'
import { MemberRow } from './components/member-row.tsx'
import { Requests } from './components/requests.tsx'

export const loader = page(({ actor, params }) => membersFor(actor, params.plg ?? ''))

const slugOf = (params: { plg?: string }) => params.plg ?? ''
const back = (params: { plg?: string }) => paths.members(slugOf(params))

const undoBy = (params: { plg?: string }, intent: string, memberId: string) => ({
  label: 'Rückgängig',
  action: back(params),
  fields: { intent, memberId },
})

export const action = forms({
  acceptRequest: intent(memberInput, async ({ actor, params, input }) => {
    await acceptRequest(actor, slugOf(params), input.memberId)
    return redirectWithToast(back(params), 'Die Anfrage ist angenommen.')
  }),
  declineRequest: intent(memberInput, async ({ actor, params, input }) => {
    await declineRequest(actor, slugOf(params), input.memberId)
    return redirectWithToast(back(params), 'Die Anfrage ist abgelehnt.')
  }),
  invite: intent(inviteInput, async ({ actor, params, input }) => {
    await invite(actor, slugOf(params), input)
    return redirectWithToast(back(params), `Die Einladung an ${input.email} ist unterwegs.`)
  }),
  cancelInvitation: intent(invitationInput, async ({ actor, params, input }) => {
    await cancelInvitation(actor, slugOf(params), input.invitationId)
    return redirectWithToast(back(params), 'Die Einladung ist zurückgenommen.')
  }),
  remove: intent(memberInput, async ({ actor, params, input }) => {
    await removeMember(actor, slugOf(params), input.memberId)
    return redirectWithToast(back(params), {
      text: 'Das Mitglied ist entfernt.',
      undo: undoBy(params, 'restore', input.memberId),
    })
  }),
  restore: intent(memberInput, async ({ actor, params, input }) => {
    await restoreMember(actor, slugOf(params), input.memberId)
    return redirectWithToast(back(params), 'Das Mitglied ist wieder dabei.')
  }),
  makeLead: intent(memberInput, async ({ actor, params, input: { memberId } }) => {
    await changeRole(actor, slugOf(params), { memberId, role: 'lead' })
    return redirectWithToast(back(params), {
      text: 'Das Mitglied spricht jetzt auch für die PLG.',
      undo: undoBy(params, 'makeMember', memberId),
    })
  }),
  makeMember: intent(memberInput, async ({ actor, params, input: { memberId } }) => {
    await changeRole(actor, slugOf(params), { memberId, role: 'member' })
    return redirectWithToast(back(params), 'Die Sprecherrolle ist abgegeben.')
  }),
  leave: intent(nothingInput, async ({ actor, params }) => {
    const { canReturn } = await leavePlg(actor, slugOf(params))
    const action = paths.plg(slugOf(params))
    return redirectWithToast(
      paths.list(),
      canReturn
        ? {
            text: 'Sie haben die PLG verlassen.',
            undo: { label: 'Rückgängig', action, fields: { intent: 'return' } },
          }
        : 'Sie haben die PLG als letztes Mitglied verlassen. Sie ist damit abgeschlossen.',
    )
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Mitglieder – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Members() {
  const { members, requests, invitations, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      {requests.length > 0 && <Requests requests={requests} reply={reply} />}
      <Card title="Mitglieder">
        <List>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} reply={reply} />
          ))}
        </List>
      </Card>
      {can.lead && <Invitations invitations={invitations} reply={reply} />}
      <Card
        title="PLG verlassen"
        lead="Ihre Beiträge bleiben stehen. Lesen können Sie danach nicht mehr."
      >
        <HouseForm reply={reply?.intent === 'leave' ? reply : undefined}>
          <div>
            <Button variant="secondary" name="intent" value="leave">
              PLG verlassen
            </Button>
          </div>
        </HouseForm>
      </Card>
    </>
  )
}
