import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { askForLink } from '#server/accounts/entry/commands.ts'
import { linkInput } from '#server/accounts/entry/inputs.ts'
import { paths } from '#server/accounts/paths.ts'
import { Door } from './components/door.tsx'
import { MailSent } from './components/mail-sent.tsx'

export const loader = visitorPage(({ request }) => {
  const address = new URL(request.url).searchParams
  return Promise.resolve({
    isSent: address.has('gesendet'),
    next: address.get('weiter') ?? undefined,
  })
})

export const action = visitorForm(linkInput, async ({ input, context }) => {
  await askForLink(input, context.network)
  return redirect(`${paths.requestLink()}?gesendet`)
})

export const meta: MetaFunction = () => [{ title: 'Anmeldelink anfordern – Lernen 25' }]

export default function RequestLink() {
  const { isSent, next } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Door
      title="Anmeldelink per E-Mail"
      below={
        <Link to={paths.signIn(next)} className="inline-flex min-h-11 items-center underline">
          Mit Passwort anmelden
        </Link>
      }
    >
      {isSent ? (
        <MailSent again={paths.requestLink()}>
          <p>
            Wenn es zu dieser Adresse ein Konto gibt, steht darin ein Link. Er gilt 15 Minuten und
            funktioniert einmal.
          </p>
        </MailSent>
      ) : (
        <HouseForm reply={reply}>
          <TextField
            name="email"
            label="E-Mail-Adresse"
            hint="Die Adresse, mit der Sie sich registriert haben."
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
          />
          {next && <input type="hidden" name="next" value={next} />}
          <div>
            <Button>Link schicken</Button>
          </div>
        </HouseForm>
      )}
    </Door>
  )
}
