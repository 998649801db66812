import { SelectField } from '#app/ui/field.tsx'
import { SCHOOL_ROLES } from '#server/auth/contract.ts'
import { roleName } from '#server/accounts/words.ts'

/** What one is at a school. */
export function RoleSelect({
  roles = SCHOOL_ROLES,
  label = 'Ihre Rolle an dieser Schule',
  hint,
}: {
  roles?: readonly string[]
  label?: string
  hint?: string
}) {
  const choices = roles.map((role) => ({ value: role, label: roleName(role) }))
  return (
    <SelectField name="role" label={label} hint={hint} empty="Bitte wählen" choices={choices} />
  )
}
