import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { resetPassword } from '#server/accounts/entry/commands.ts'
import { resetInput } from '#server/accounts/entry/inputs.ts'
import { linkState } from '#server/accounts/entry/views.ts'
import { paths } from '#server/accounts/paths.ts'
import { DeadLink } from './components/dead-link.tsx'
import { Door } from './components/door.tsx'
import { NewPasswordField } from './components/new-password-field.tsx'
import { visitOf } from './components/visit.ts'

export const loader = visitorPage(({ params }) => linkState(params.token ?? '', 'reset_password'))

export const action = visitorForm(resetInput, async ({ params, input, ...args }) => {
  const { cookie, to } = await resetPassword(params.token ?? '', input.password, visitOf(args))
  return redirectWithToast(to, 'Ihr neues Passwort gilt ab jetzt.', [cookie])
})

export const meta: MetaFunction = () => [{ title: 'Neues Passwort – Lernen 25' }]

export default function ResetPassword() {
  const { isUsable } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Door title="Neues Passwort setzen">
      {isUsable ? (
        <HouseForm reply={reply}>
          <p>Alle Geräte, auf denen Sie angemeldet sind, werden dabei abgemeldet.</p>
          <NewPasswordField />
          <div>
            <Button>Passwort setzen und anmelden</Button>
          </div>
        </HouseForm>
      ) : (
        <DeadLink label="Neuen Link anfordern" to={paths.forgotPassword()} />
      )}
    </Door>
  )
}
