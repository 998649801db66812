import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { LONGEST_NAME } from '#server/accounts/contract.ts'
import { setUpOperator } from '#server/accounts/registration/commands.ts'
import { setUpInput } from '#server/accounts/registration/inputs.ts'
import { setUpLink } from '#server/accounts/registration/views.ts'
import { Door } from './components/door.tsx'
import { NewPasswordField } from './components/new-password-field.tsx'
import { visitOf } from './components/visit.ts'

export const loader = visitorPage(({ params }) => setUpLink(params.token ?? ''))

export const action = visitorForm(setUpInput, async ({ params, input, ...args }) => {
  const { cookie, to } = await setUpOperator(params.token ?? '', input, visitOf(args))
  return redirectWithToast(to, 'Die Technische Administration ist eingerichtet.', [cookie])
})

export const meta: MetaFunction = () => [{ title: 'Einrichten – Lernen 25' }]

export default function FirstOperator() {
  const { isUsable } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (!isUsable)
    return (
      <Door title="Technische Administration einrichten">
        <Notice tone="achtung" title="Dieser Link ist abgelaufen oder wurde schon benutzt.">
          <p>Auf dem Server gibt der Befehl „npm run operator:first“ einen neuen aus.</p>
        </Notice>
      </Door>
    )
  return (
    <Door
      title="Technische Administration einrichten"
      lead="Sie vergeben danach die Ämter und lesen die Schulen ein."
    >
      <HouseForm reply={reply}>
        <div className="grid gap-5 md:grid-cols-2">
          <TextField
            name="firstName"
            label="Vorname"
            autoComplete="given-name"
            maxLength={LONGEST_NAME}
          />
          <TextField
            name="lastName"
            label="Nachname"
            autoComplete="family-name"
            maxLength={LONGEST_NAME}
          />
        </div>
        <TextField
          name="email"
          label="E-Mail-Adresse"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <NewPasswordField label="Passwort" />
        <div>
          <Button>Einrichten</Button>
        </div>
      </HouseForm>
    </Door>
  )
}
