import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day, type Instant, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import type { RequestLine } from '#server/support/requests/views.ts'
import { addresseeNames } from '#server/support/words.ts'

/** What was asked, and what was answered. */
export function RequestText({ request, now }: { request: RequestLine; now: Instant }) {
  return (
    <>
      <Card title="Worum es geht">
        <p className="mb-3 wrap-anywhere whitespace-pre-line">{request.text}</p>
        <DefinitionList
          facts={[
            ['Von', `${request.asker ?? 'Ehemaliges Mitglied'}, ${when(request.createdAt, now)}`],
            ['An', addresseeNames[request.addressee]],
            ['Vorhaben', request.projectTitle],
            ['Gewünscht bis', request.wishedBy && day(request.wishedBy)],
          ]}
        />
        {request.plgPath && (
          <Link to={request.plgPath} className="inline-flex min-h-11 items-center underline">
            Alle Anfragen der PLG
          </Link>
        )}
      </Card>
      {request.answer && (
        <Card title="Antwort">
          <p className="wrap-anywhere whitespace-pre-line">{request.answer}</p>
        </Card>
      )}
    </>
  )
}
