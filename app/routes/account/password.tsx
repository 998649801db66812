import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PasswordField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { changePassword } from '#server/accounts/commands.ts'
import { changePasswordInput } from '#server/accounts/inputs.ts'
import { paths } from '#server/accounts/paths.ts'
import { passwordFor } from '#server/accounts/views.ts'
import { NewPasswordField } from './components/new-password-field.tsx'

export const loader = page(({ actor }) => passwordFor(actor))

export const action = form(changePasswordInput, async ({ actor, input }) => {
  await changePassword(actor, input)
  return redirectWithToast(
    paths.password(),
    'Ihr neues Passwort gilt ab jetzt. Andere Geräte sind abgemeldet.',
  )
})

export const meta: MetaFunction = () => [{ title: 'Passwort – Lernen 25' }]

export default function Password() {
  const { hasPassword, email } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Card
      title={hasPassword ? 'Passwort ändern' : 'Passwort setzen'}
      lead={
        hasPassword
          ? 'Alle anderen Geräte werden dabei abgemeldet.'
          : 'Bisher melden Sie sich mit einem Link per E-Mail an. Mit Passwort geht beides.'
      }
      className="max-w-[34rem]"
    >
      <HouseForm reply={reply}>
        {/* So that password managers keep the right name with the password. */}
        <input hidden readOnly autoComplete="username" value={email} />
        {hasPassword && <PasswordField name="currentPassword" label="Jetziges Passwort" />}
        <NewPasswordField name="newPassword" />
        <div>
          <Button>{hasPassword ? 'Passwort ändern' : 'Passwort setzen'}</Button>
        </div>
      </HouseForm>
    </Card>
  )
}
