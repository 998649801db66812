import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { List } from '#app/ui/list.tsx'
import type { Request } from '#server/plg/members/views.ts'

/** Who wants to come in, with the two answers there are. */
export function Requests({ requests, reply }: { requests: Request[]; reply: Reply | undefined }) {
  return (
    <Card title="Anfragen" id="anfragen">
      <List>
        {requests.map((request) => (
          <li key={request.id} className="grid gap-2 py-zeile">
            <p>
              <strong>{request.name}</strong>
              {request.school && `, ${request.school}`}
              <span className="text-sm text-leise"> · {day(request.since)}</span>
            </p>
            {request.message && (
              <blockquote className="border-l-4 border-linie pl-4 whitespace-pre-wrap">
                {request.message}
              </blockquote>
            )}
            <Answers request={request} reply={reply} />
          </li>
        ))}
      </List>
    </Card>
  )
}

function Answers({ request, reply }: { request: Request; reply: Reply | undefined }) {
  const isMine = reply?.initialValue?.memberId === request.id
  return (
    <HouseForm reply={isMine ? reply : undefined} className="grid gap-3">
      <input type="hidden" name="memberId" value={request.id} />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="acceptRequest">
          Annehmen<span className="sr-only"> {request.name}</span>
        </Button>
        <Button variant="secondary" name="intent" value="declineRequest">
          Ablehnen<span className="sr-only"> {request.name}</span>
        </Button>
      </div>
    </HouseForm>
  )
}
