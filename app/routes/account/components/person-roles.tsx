import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { roleName } from '#server/accounts/words.ts'
import { replyOf } from './reply-of.ts'

type Props = {
  person: {
    id: string
    name: string
    isSelf: boolean
    roles: { id: string; role: string; canEnd: boolean }[]
  }
  reply: Reply
}

/** Somebody of the school with every role, each with the button that ends it. */
export function PersonRoles({ person, reply }: Props) {
  return (
    <li className="py-zeile">
      <p className="font-semibold">
        {person.name}
        {person.isSelf && <span className="font-normal text-leise"> (Sie)</span>}
      </p>
      <ul>
        {person.roles.map(({ id, role, canEnd }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
            <span>{roleName(role)}</span>
            {canEnd && (
              <HouseForm reply={replyOf(reply, id)} clientKey={id} className="grid gap-2">
                <input type="hidden" name="membershipId" value={id} />
                <Button name="intent" value="end" variant="tertiary">
                  Beenden
                  <span className="sr-only">
                    {' '}
                    {roleName(role)} {person.name}
                  </span>
                </Button>
              </HouseForm>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}
