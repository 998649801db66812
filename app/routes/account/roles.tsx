import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { paths } from '#server/accounts/paths.ts'
import { endMembership, requestRole, restoreMembership } from '#server/accounts/roles/commands.ts'
import { membershipInput, requestRoleInput } from '#server/accounts/roles/inputs.ts'
import { ownMemberships } from '#server/accounts/views.ts'
import { schoolChoices } from '#server/schools/views.ts'
import { OwnRole } from './components/own-role.tsx'
import { RoleSelect } from './components/role-select.tsx'
import { SchoolSelect } from './components/school-select.tsx'

export const loader = page(async ({ actor }) => {
  const [memberships, schools] = await Promise.all([ownMemberships(actor), schoolChoices()])
  return { memberships, schools }
})

export const action = forms({
  request: intent(requestRoleInput, async ({ actor, input }) => {
    await requestRole(actor, input)
    return redirectWithToast(paths.roles(), 'Ihre Anfrage ist bei der Schule.')
  }),
  end: intent(membershipInput, async ({ actor, input }) => {
    await endMembership(actor, input.membershipId)
    return redirectWithToast(paths.roles(), {
      text: 'Die Rolle ist beendet.',
      undo: {
        label: 'Rückgängig',
        action: paths.roles(),
        fields: { intent: 'restore', membershipId: input.membershipId },
      },
    })
  }),
  restore: intent(membershipInput, async ({ actor, input }) => {
    await restoreMembership(actor, input.membershipId)
    return redirectWithToast(paths.roles(), 'Die Rolle gilt wieder.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Schulen und Rollen – Lernen 25' }]

export default function Roles() {
  const { memberships, schools } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card title="Ihre Schulen und Rollen">
        {memberships.length === 0 ? (
          <EmptyState title="Sie gehören im Moment zu keiner Schule.">
            Wählen Sie eine Schule und Ihre Rolle. Sobald die Schule bestätigt, geht es weiter.
          </EmptyState>
        ) : (
          <List>
            {memberships.map((membership) => (
              <OwnRole key={membership.id} membership={membership} reply={reply} />
            ))}
          </List>
        )}
      </Card>
      <Card
        title="Schule oder Rolle hinzufügen"
        lead="Schulleitung, Stellvertretung oder Digitalisierungsbeauftragte der Schule bestätigen. Bei einer Schulleitung geht eine Mail an das dienstliche Postfach der Schule."
      >
        <HouseForm reply={reply?.intent === 'request' ? reply : undefined}>
          <SchoolSelect schools={schools} />
          <RoleSelect />
          <div>
            <Button name="intent" value="request">
              Bestätigung anfragen
            </Button>
          </div>
        </HouseForm>
      </Card>
    </div>
  )
}
