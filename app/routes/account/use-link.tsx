import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { useLink as enterByLink } from '#server/accounts/entry/commands.ts'
import { linkState } from '#server/accounts/entry/views.ts'
import { nothing } from '#server/accounts/inputs.ts'
import { paths } from '#server/accounts/paths.ts'
import { DeadLink } from './components/dead-link.tsx'
import { Door } from './components/door.tsx'
import { visitOf } from './components/visit.ts'

export const loader = visitorPage(({ params }) => linkState(params.token ?? '', 'sign_in'))

export const action = visitorForm(nothing, async ({ params, ...args }) => {
  const { cookie, to } = await enterByLink(params.token ?? '', visitOf(args))
  return redirect(to, { headers: { 'Set-Cookie': cookie } })
})

export const meta: MetaFunction = () => [{ title: 'Anmelden – Lernen 25' }]

export default function UseLink() {
  const { isUsable } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Door title="Anmelden">
      {isUsable ? (
        <HouseForm reply={reply}>
          <p>Ihr Link ist gültig. Mit dem Knopf melden Sie sich auf diesem Gerät an.</p>
          <div>
            <Button>Jetzt anmelden</Button>
          </div>
        </HouseForm>
      ) : (
        <DeadLink label="Neuen Link anfordern" to={paths.requestLink()} />
      )}
    </Door>
  )
}
