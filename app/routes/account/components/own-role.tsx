import { Button } from '#app/ui/button.tsx'
import { day } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { Link } from '#app/ui/link.tsx'
import { TaskRow } from '#app/ui/list.tsx'
import type { OwnMembership } from '#server/accounts/contract.ts'
import { roleName } from '#server/accounts/words.ts'
import { paths as schoolPaths } from '#server/schools/paths.ts'
import { MembershipBadge } from './membership-badge.tsx'
import { replyOf } from './reply-of.ts'

/** One of the own roles, with the way to leave it. */
export function OwnRole({
  membership,
  reply,
}: {
  membership: OwnMembership & { canLeave: boolean }
  reply: Reply
}) {
  const { id, place, role, state, school, since, reason, canLeave } = membership
  return (
    <TaskRow
      action={
        canLeave && (
          <HouseForm reply={replyOf(reply, id)} clientKey={id} className="grid gap-2">
            <input type="hidden" name="membershipId" value={id} />
            <Button name="intent" value="end" variant="secondary">
              {state === 'pending' ? 'Zurückziehen' : 'Beenden'}
              <span className="sr-only">
                {' '}
                {roleName(role)} {place}
              </span>
            </Button>
          </HouseForm>
        )
      }
    >
      <p className="font-semibold">
        {school ? (
          <Link to={schoolPaths.school(school.slug)} className="underline">
            {place}
          </Link>
        ) : (
          place
        )}
      </p>
      <p>
        {roleName(role)} <span className="text-leise">seit {day(since)}</span>
      </p>
      {reason && <p className="text-leise">Grund: {reason}</p>}
      <p className="mt-1">
        <MembershipBadge state={state} />
      </p>
    </TaskRow>
  )
}
