import { PasswordField } from '#app/ui/field.tsx'

/** A new password: any characters, pasting and password managers welcome. */
export function NewPasswordField({
  name = 'password',
  label = 'Neues Passwort',
  optional,
}: {
  name?: string
  label?: string
  optional?: boolean
}) {
  return (
    <PasswordField
      name={name}
      label={label}
      optional={optional}
      autoComplete="new-password"
      minLength={12}
      hint="Mindestens 12 Zeichen. Gut sind vier Wörter, die nichts miteinander zu tun haben."
    />
  )
}
