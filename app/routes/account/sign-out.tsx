import { redirect, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { signOut } from '#server/accounts/commands.ts'
import { nothing } from '#server/accounts/inputs.ts'
import { paths } from '#server/accounts/paths.ts'
import { Door } from './components/door.tsx'

export const loader = visitorPage(({ actor }) => Promise.resolve({ isSignedIn: actor !== null }))

export const action = visitorForm(nothing, async ({ actor }) => {
  return redirect(paths.signOut(), { headers: { 'Set-Cookie': await signOut(actor) } })
})

export const meta: MetaFunction = () => [{ title: 'Abmelden – Lernen 25' }]

export default function SignOut() {
  const { isSignedIn } = useLoaderData<typeof loader>()
  if (!isSignedIn)
    return (
      <Door title="Sie sind abgemeldet">
        <p className="mb-4">Auf diesem Gerät ist niemand mehr angemeldet.</p>
        <ButtonLink to={paths.signIn()} variant="primary">
          Wieder anmelden
        </ButtonLink>
      </Door>
    )
  return (
    <Door title="Abmelden">
      {/* Loads anew, so that nothing of the person stays in memory. */}
      <Form method="post" reloadDocument className="flex flex-wrap gap-3">
        <Button>Jetzt abmelden</Button>
        <ButtonLink to="/heute">Angemeldet bleiben</ButtonLink>
      </Form>
    </Door>
  )
}
