import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import Mail from 'lucide-react/icons/mail'
import { keepSchool, readSchool } from '#app/http/cookies.ts'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { PasswordField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { signIn } from '#server/accounts/entry/commands.ts'
import { signInInput } from '#server/accounts/entry/inputs.ts'
import { paths } from '#server/accounts/paths.ts'
import { safeRedirect } from '#server/platform/safe-redirect.ts'
import { schoolChoices } from '#server/schools/views.ts'
import { Door } from './components/door.tsx'
import { SchoolSelect } from './components/school-select.tsx'
import { visitOf } from './components/visit.ts'

export const loader = visitorPage(async ({ actor, request }) => {
  const next = new URL(request.url).searchParams.get('weiter') ?? undefined
  if (actor) throw redirect(safeRedirect(next))
  const [schools, school] = await Promise.all([schoolChoices(), readSchool(request)])
  return { schools, school, next }
})

export const action = visitorForm(signInInput, async ({ input, ...args }) => {
  const { cookie, to } = await signIn(input, visitOf(args))
  const headers = new Headers({ 'Set-Cookie': cookie })
  if (input.school) headers.append('Set-Cookie', await keepSchool(input.school))
  return redirect(to, { headers })
})

export const meta: MetaFunction = () => [{ title: 'Anmelden – Lernen 25' }]

export default function SignIn() {
  const { schools, school, next } = useLoaderData<typeof loader>()
  return (
    <Door
      title="Anmelden"
      below={
        <>
          <ButtonLink to={paths.requestLink(next)} icon={Mail}>
            Anmeldelink per E-Mail
          </ButtonLink>
          <p>
            Noch kein Konto?{' '}
            <Link to={paths.register()} className="inline-flex min-h-11 items-center underline">
              Registrieren
            </Link>
          </p>
        </>
      }
    >
      <HouseForm reply={useActionData<typeof action>()}>
        <SchoolSelect
          schools={schools}
          chosen={school}
          empty="Ohne Schule (SMZ, Schulträger und andere)"
          hint="Wir merken uns die Schule auf diesem Gerät."
        />
        <TextField
          name="email"
          label="E-Mail-Adresse"
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField name="password" label="Passwort" />
        {next && <input type="hidden" name="next" value={next} />}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button>Anmelden</Button>
          <Link to={paths.forgotPassword()} className="inline-flex min-h-11 items-center underline">
            Passwort vergessen
          </Link>
        </div>
      </HouseForm>
    </Door>
  )
}
