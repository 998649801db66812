import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { paths } from '#server/accounts/paths.ts'
import { register } from '#server/accounts/registration/commands.ts'
import { confirmInput } from '#server/accounts/registration/inputs.ts'
import { registrationLink } from '#server/accounts/registration/views.ts'
import { decideByOfficialMailbox } from '#server/accounts/roles/commands.ts'
import { DeadLink } from './components/dead-link.tsx'
import { Door } from './components/door.tsx'
import { NewPasswordField } from './components/new-password-field.tsx'
import { visitOf } from './components/visit.ts'

export const loader = visitorPage(({ params }) => registrationLink(params.token ?? ''))

export const action = visitorForm(confirmInput, async ({ params, input, ...args }) => {
  const token = params.token ?? ''
  if (input.decision === 'register') {
    const { cookie, to } = await register(token, input.password, visitOf(args))
    return redirectWithToast(to, 'Ihr Konto ist angelegt.', [cookie])
  }
  await decideByOfficialMailbox(token, input.decision)
  return redirectWithToast(
    '/',
    input.decision === 'confirm'
      ? 'Danke. Die Schulleitung ist bestätigt.'
      : 'Danke. Die Anmeldung ist abgelehnt.',
  )
})

export const meta: MetaFunction = () => [{ title: 'Registrierung abschließen – Lernen 25' }]

export default function ConfirmRegistration() {
  const link = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (link.kind === 'gone')
    return (
      <Door title="Registrierung abschließen">
        <DeadLink label="Noch einmal registrieren" to={paths.register()} />
      </Door>
    )
  if (link.kind === 'principal')
    return (
      <Door title="Schulleitung bestätigen">
        <HouseForm reply={reply}>
          <p>
            <strong>{link.name}</strong> hat sich als Schulleitung der Schule „{link.school}“
            angemeldet. Stimmt das?
          </p>
          <div className="flex flex-wrap gap-3">
            <Button name="decision" value="confirm">
              Ja, bestätigen
            </Button>
            <Button name="decision" value="refuse" variant="secondary">
              Nein, ablehnen
            </Button>
          </div>
        </HouseForm>
      </Door>
    )
  return (
    <Door title="Registrierung abschließen">
      <HouseForm reply={reply}>
        <DefinitionList
          facts={[
            ['Name', link.name],
            ['E-Mail', link.email],
            ['Schule', link.school],
            ['Rolle', link.role],
          ]}
        />
        <input type="hidden" name="decision" value="register" />
        {/* So that password managers keep the right name with the password. */}
        <input hidden readOnly autoComplete="username" value={link.email} />
        <NewPasswordField label="Passwort" optional />
        <p className="text-leise">
          Ohne Passwort melden Sie sich mit einem Link an, den wir Ihnen jedes Mal per Mail
          schicken.
        </p>
        <div>
          <Button>Konto anlegen</Button>
        </div>
      </HouseForm>
    </Door>
  )
}
