import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepSchool, readSchool } from '#app/http/cookies.ts'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { LONGEST_NAME } from '#server/accounts/contract.ts'
import { paths } from '#server/accounts/paths.ts'
import { askToRegister } from '#server/accounts/registration/commands.ts'
import { registerInput } from '#server/accounts/registration/inputs.ts'
import { schoolChoices } from '#server/schools/views.ts'
import { Door } from './components/door.tsx'
import { MailSent } from './components/mail-sent.tsx'
import { RoleSelect } from './components/role-select.tsx'
import { SchoolSelect } from './components/school-select.tsx'

export const loader = visitorPage(async ({ request }) => {
  const [schools, school] = await Promise.all([schoolChoices(), readSchool(request)])
  return { schools, school, isSent: new URL(request.url).searchParams.has('gesendet') }
})

export const action = visitorForm(registerInput, async ({ input, context }) => {
  await askToRegister(input, context.network)
  return redirect(`${paths.register()}?gesendet`, {
    headers: { 'Set-Cookie': await keepSchool(input.school) },
  })
})

export const meta: MetaFunction = () => [{ title: 'Registrieren – Lernen 25' }]

export default function Register() {
  const { schools, school, isSent } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Door
      title="Registrieren"
      lead="Für Lehrkräfte und alle, die an einer Duisburger Schule arbeiten."
      below={
        <p>
          Schon registriert?{' '}
          <Link to={paths.signIn()} className="inline-flex min-h-11 items-center underline">
            Anmelden
          </Link>
        </p>
      }
    >
      {isSent ? (
        <MailSent again={paths.register()}>
          <p>Mit dem Link darin geht es weiter. Er gilt 24 Stunden und funktioniert einmal.</p>
        </MailSent>
      ) : (
        <HouseForm reply={reply}>
          <SchoolSelect
            schools={schools}
            chosen={school}
            hint="Weitere Schulen können Sie später ergänzen."
          />
          <RoleSelect hint="Ihre Schule bestätigt die Rolle. Bei einer Schulleitung geht dazu eine Mail an das dienstliche Postfach der Schule." />
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
            label="Dienstliche E-Mail-Adresse"
            hint="Dorthin schicken wir den Link, mit dem Sie die Registrierung abschließen."
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
          />
          <div>
            <Button>Registrieren</Button>
          </div>
        </HouseForm>
      )}
    </Door>
  )
}
