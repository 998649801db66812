import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/accounts/paths.ts'
import {
  confirmMembership,
  endMembership,
  giveRole,
  refuseMembership,
  restoreMembership,
} from '#server/accounts/roles/commands.ts'
import { giveRoleInput, membershipInput, refuseInput } from '#server/accounts/roles/inputs.ts'
import { schoolPeopleFor } from '#server/accounts/roles/views.ts'
import { roleName } from '#server/accounts/words.ts'
import { paths as schoolPaths } from '#server/schools/paths.ts'
import { PersonWaiting } from './components/person-waiting.tsx'
import { PersonRoles } from './components/person-roles.tsx'
import { RoleSelect } from './components/role-select.tsx'

export const loader = page(({ actor, params }) => schoolPeopleFor(actor, params.school ?? ''))

const back = (params: { school?: string }) => paths.schoolPeople(params.school ?? '')

export const action = forms({
  confirm: intent(membershipInput, async ({ actor, params, input }) => {
    const { firstName, lastName, role } = await confirmMembership(actor, input.membershipId)
    return redirectWithToast(
      back(params),
      `${firstName} ${lastName} ist bestätigt: ${roleName(role)}.`,
    )
  }),
  refuse: intent(refuseInput, async ({ actor, params, input }) => {
    const { firstName, lastName } = await refuseMembership(actor, input.membershipId, input.reason)
    return redirectWithToast(back(params), `${firstName} ${lastName} ist abgelehnt.`)
  }),
  give: intent(giveRoleInput, async ({ actor, params, input }) => {
    await giveRole(actor, { school: params.school ?? '', ...input })
    return redirectWithToast(back(params), `Die Rolle ${roleName(input.role)} ist vergeben.`)
  }),
  end: intent(membershipInput, async ({ actor, params, input }) => {
    await endMembership(actor, input.membershipId)
    return redirectWithToast(back(params), {
      text: 'Die Rolle ist beendet.',
      undo: {
        label: 'Rückgängig',
        action: back(params),
        fields: { intent: 'restore', membershipId: input.membershipId },
      },
    })
  }),
  restore: intent(membershipInput, async ({ actor, params, input }) => {
    await restoreMembership(actor, input.membershipId)
    return redirectWithToast(back(params), 'Die Rolle gilt wieder.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Personen – ${data?.school.name ?? 'Schule'} – Lernen 25` },
]

export default function SchoolPeople() {
  const { school, waiting, people, givable } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Schulen', to: schoolPaths.list() },
          { label: school.name, to: schoolPaths.school(school.slug) },
          { label: 'Personen' },
        ]}
      />
      <PageHead title="Personen" meta={school.name} />
      <div className="grid max-w-[56rem] gap-5">
        <Card title="Wartet auf Bestätigung">
          {waiting.length === 0 ? (
            <p className="text-leise">Im Moment wartet niemand.</p>
          ) : (
            <List>
              {waiting.map((person) => (
                <PersonWaiting key={person.id} person={person} reply={reply} />
              ))}
            </List>
          )}
        </Card>
        <Card title="Bestätigt">
          {people.length === 0 ? (
            <EmptyState title="Noch niemand an dieser Schule ist bestätigt." />
          ) : (
            <List>
              {people.map((person) => (
                <PersonRoles key={person.id} person={person} reply={reply} />
              ))}
            </List>
          )}
        </Card>
        {people.some(({ isSelf }) => !isSelf) && (
          <Card
            title="Weitere Rolle vergeben"
            lead="Digitalisierungsbeauftragte und Stellvertretungen können selbst bestätigen."
          >
            <HouseForm reply={reply?.intent === 'give' ? reply : undefined}>
              <SelectField
                name="personId"
                label="Person"
                empty="Bitte wählen"
                choices={people
                  .filter(({ isSelf }) => !isSelf)
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
              <RoleSelect label="Rolle" roles={givable} />
              <div>
                <Button name="intent" value="give" variant="secondary">
                  Rolle vergeben
                </Button>
              </div>
            </HouseForm>
          </Card>
        )}
      </div>
    </>
  )
}
