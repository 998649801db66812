import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { rename, setInterests } from '#server/accounts/commands.ts'
import { LONGEST_NAME } from '#server/accounts/contract.ts'
import { interestsInput, renameInput } from '#server/accounts/inputs.ts'
import { paths } from '#server/accounts/paths.ts'
import { accountFor } from '#server/accounts/views.ts'
import { roleName } from '#server/accounts/words.ts'
import { InterestsFields } from './components/interests-fields.tsx'
import { MembershipBadge } from './components/membership-badge.tsx'

export const loader = page(({ actor }) => accountFor(actor))

export const action = forms({
  rename: intent(renameInput, async ({ actor, input }) => {
    await rename(actor, input)
    return redirectWithToast(paths.account(), 'Ihr Name ist gespeichert.')
  }),
  interests: intent(interestsInput, async ({ actor, input }) => {
    await setInterests(actor, input)
    return redirectWithToast(paths.account(), 'Fächer und Jahrgänge sind gespeichert.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Konto – Lernen 25' }]

export default function Overview() {
  const account = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card title="Das sind Sie">
        <DefinitionList facts={[['E-Mail-Adresse', account.email]]} />
        <HouseForm reply={replyTo('rename')} className="mt-4 grid gap-5">
          <div className="grid gap-5 md:grid-cols-2">
            <TextField
              name="firstName"
              label="Vorname"
              autoComplete="given-name"
              maxLength={LONGEST_NAME}
              defaultValue={account.firstName}
            />
            <TextField
              name="lastName"
              label="Nachname"
              autoComplete="family-name"
              maxLength={LONGEST_NAME}
              defaultValue={account.lastName}
            />
          </div>
          <div>
            <Button name="intent" value="rename" variant="secondary">
              Namen speichern
            </Button>
          </div>
        </HouseForm>
      </Card>
      <Card title="Schulen und Rollen" aside={<ButtonLink to={paths.roles()}>Ändern</ButtonLink>}>
        <List>
          {account.memberships.map(({ id, place, role, state }) => (
            <TaskRow key={id} action={<MembershipBadge state={state} />}>
              <p className="font-semibold">{place}</p>
              <p className="text-leise">{roleName(role)}</p>
            </TaskRow>
          ))}
        </List>
      </Card>
      <Card
        title="Fächer und Jahrgänge"
        lead="Damit schlagen wir Ihnen passende PLGs vor."
        className="lg:col-span-2"
      >
        <HouseForm reply={replyTo('interests')}>
          <InterestsFields subjects={account.subjects} gradeBands={account.gradeBands} />
          <div>
            <Button name="intent" value="interests" variant="secondary">
              Fächer und Jahrgänge speichern
            </Button>
          </div>
        </HouseForm>
      </Card>
    </div>
  )
}
