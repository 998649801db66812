import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { askForReset } from '#server/accounts/entry/commands.ts'
import { forgottenInput } from '#server/accounts/entry/inputs.ts'
import { paths } from '#server/accounts/paths.ts'
import { Door } from './components/door.tsx'
import { MailSent } from './components/mail-sent.tsx'

export const loader = visitorPage(({ request }) =>
  Promise.resolve({ isSent: new URL(request.url).searchParams.has('gesendet') }),
)

export const action = visitorForm(forgottenInput, async ({ input, context }) => {
  await askForReset(input, context.network)
  return redirect(`${paths.forgotPassword()}?gesendet`)
})

export const meta: MetaFunction = () => [{ title: 'Passwort vergessen – Lernen 25' }]

export default function ForgotPassword() {
  const { isSent } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Door
      title="Passwort vergessen"
      below={
        <Link to={paths.signIn()} className="inline-flex min-h-11 items-center underline">
          Zur Anmeldung
        </Link>
      }
    >
      {isSent ? (
        <MailSent again={paths.forgotPassword()}>
          <p>
            Wenn es zu dieser Adresse ein Konto gibt, steht darin ein Link für ein neues Passwort.
            Er gilt 30 Minuten.
          </p>
        </MailSent>
      ) : (
        <HouseForm reply={reply}>
          <TextField
            name="email"
            label="E-Mail-Adresse"
            hint="Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort setzen."
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
          />
          <div>
            <Button>Link schicken</Button>
          </div>
        </HouseForm>
      )}
    </Door>
  )
}
