import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { day } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import {
  deactivatePerson,
  giveOffice,
  reactivatePerson,
  takeRole,
} from '#server/accounts/administration/commands.ts'
import { officeInput, takeOfficeInput } from '#server/accounts/administration/inputs.ts'
import { personFor } from '#server/accounts/administration/views.ts'
import { nothing } from '#server/accounts/inputs.ts'
import { paths } from '#server/accounts/paths.ts'
import { roleName } from '#server/accounts/words.ts'
import { NETWORK_ROLES } from '#server/auth/contract.ts'
import { MembershipBadge } from './components/membership-badge.tsx'
import { replyOf } from './components/reply-of.ts'

export const loader = page(({ actor, params }) => personFor(actor, params.person ?? ''))

const idOf = (params: { person?: string }) => params.person ?? ''

export const action = forms({
  give: intent(officeInput, async ({ actor, params, input }) => {
    await giveOffice(actor, idOf(params), input)
    return redirectWithToast(paths.person(idOf(params)), 'Das Amt ist vergeben.')
  }),
  take: intent(takeOfficeInput, async ({ actor, params, input }) => {
    await takeRole(actor, idOf(params), input.membershipId)
    return redirectWithToast(paths.person(idOf(params)), 'Die Rolle ist beendet.')
  }),
  deactivate: intent(nothing, async ({ actor, params }) => {
    await deactivatePerson(actor, idOf(params))
    return redirectWithToast(paths.person(idOf(params)), {
      text: 'Das Konto ist deaktiviert.',
      undo: {
        label: 'Rückgängig',
        action: paths.person(idOf(params)),
        fields: { intent: 'reactivate' },
      },
    })
  }),
  reactivate: intent(nothing, async ({ actor, params }) => {
    await reactivatePerson(actor, idOf(params))
    return redirectWithToast(paths.person(idOf(params)), 'Das Konto ist wieder aktiv.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? 'Person'} – Verwaltung – Lernen 25` },
]

export default function Person() {
  const { person, memberships, organisations, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Verwaltung', to: paths.administration() },
          { label: 'Personen', to: paths.people() },
          { label: person.name },
        ]}
      />
      <PageHead
        title={person.name}
        meta={person.email}
        badge={!person.isActive && <Badge tone="stopp">Deaktiviert</Badge>}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card title="Schulen, Rollen, Ämter">
          {memberships.length === 0 && <EmptyState title="Nichts eingetragen." />}
          <List>
            {memberships.map(({ id, role, place, state, since, reason }) => (
              <TaskRow
                key={id}
                action={
                  (state === 'confirmed' || state === 'pending') && (
                    <HouseForm reply={replyOf(reply, id)} clientKey={id} className="grid gap-2">
                      <input type="hidden" name="membershipId" value={id} />
                      <Button name="intent" value="take" variant="secondary">
                        Beenden
                        <span className="sr-only">
                          {' '}
                          {roleName(role)} {place}
                        </span>
                      </Button>
                    </HouseForm>
                  )
                }
              >
                <p className="font-semibold">{roleName(role)}</p>
                <p>
                  {place} <span className="text-leise">seit {day(since)}</span>
                </p>
                {reason && <p className="text-leise">Grund: {reason}</p>}
                <p className="mt-1">
                  <MembershipBadge state={state} />
                </p>
              </TaskRow>
            ))}
          </List>
        </Card>
        <div className="grid gap-5">
          <Card
            title="Amt vergeben"
            lead="Rollen an Schulen vergibt die Schule unter Schulen, Personen."
          >
            <HouseForm reply={replyTo('give')}>
              <SelectField
                name="role"
                label="Amt"
                empty="Bitte wählen"
                choices={NETWORK_ROLES.map((role) => ({ value: role, label: roleName(role) }))}
              />
              <SelectField
                name="organisationId"
                label="Stelle"
                optional
                empty="Wie üblich für dieses Amt"
                choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <div>
                <Button name="intent" value="give" variant="secondary">
                  Amt vergeben
                </Button>
              </div>
            </HouseForm>
          </Card>
          {can.switchOff && (
            <Card
              title="Konto"
              lead={
                person.isActive
                  ? 'Deaktivieren meldet alle Geräte ab. Beiträge bleiben stehen. Sie können es jederzeit wieder aktivieren.'
                  : 'Die Person kann sich nicht anmelden.'
              }
            >
              <HouseForm reply={replyTo('deactivate') ?? replyTo('reactivate')}>
                <div>
                  {person.isActive ? (
                    <Button name="intent" value="deactivate" variant="danger">
                      Konto deaktivieren
                    </Button>
                  ) : (
                    <Button name="intent" value="reactivate" variant="secondary">
                      Konto wieder aktivieren
                    </Button>
                  )}
                </div>
              </HouseForm>
            </Card>
          )}
        </div>
      </div>
    </>
  )
}
