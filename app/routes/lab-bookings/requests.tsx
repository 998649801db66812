import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { approveRequests, rejectRequests } from '#server/medialab/booking/requests/commands.ts'
import { approveInput, rejectInput } from '#server/medialab/booking/requests/inputs.ts'
import { requestsFor } from '#server/medialab/booking/requests/views.ts'
import { rankWords } from '#server/medialab/booking/requests/words.ts'
import { LIMITS } from '#server/medialab/contract.ts'
import { paths } from '#server/medialab/paths.ts'

export const loader = page(({ actor, request }) =>
  requestsFor(actor, new URL(request.url).searchParams.get('seite')),
)

export const action = forms({
  approve: intent(approveInput, async ({ actor, input }) => {
    const count = await approveRequests(actor, input)
    return redirectWithToast(
      paths.requests(),
      `${plural(count, 'Anfrage', 'Anfragen')} zugesagt. Die Schulen erfahren es.`,
    )
  }),
  reject: intent(rejectInput, async ({ actor, input }) => {
    const count = await rejectRequests(actor, input)
    return redirectWithToast(
      paths.requests(),
      `${plural(count, 'Anfrage', 'Anfragen')} abgelehnt. Die Schulen erfahren es.`,
    )
  }),
})

export const meta: MetaFunction = () => [{ title: 'Anfragen – Theke – Lernen 25' }]

type Request = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

export default function Requests() {
  const { rows, page: at, pages, total } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const sent: unknown[] = [reply?.initialValue?.numbers].flat()
  return (
    <>
      <Breadcrumb steps={[{ label: 'Theke', to: paths.desk() }, { label: 'Anfragen' }]} />
      <PageHead
        title="Anfragen"
        meta={total > 0 ? `${plural(total, 'Anfrage wartet', 'Anfragen warten')}` : undefined}
      />
      {rows.length === 0 ? (
        <EmptyState title="Keine Anfrage ist offen.">
          Was Schulen anfragen und die Regel nicht gleich zusagt, steht hier der Reihe nach.
        </EmptyState>
      ) : (
        <HouseForm reply={reply}>
          <Card title="In dieser Reihenfolge">
            <List>
              {rows.map((request) => (
                <RequestRow
                  key={request.id}
                  request={request}
                  isChosen={sent.includes(request.number)}
                />
              ))}
            </List>
            <Pages
              label="Seiten der Liste"
              page={at}
              pages={pages}
              linkTo={(page) => `${paths.requests()}?seite=${page}`}
            />
          </Card>
          <Card title="Entscheiden">
            <div className="grid gap-5">
              <TextField
                {...{ name: 'reason', label: 'Begründung' }}
                hint="Beim Ablehnen nötig, die Schule liest sie. Ebenso, wenn Sie ohne Zustimmung der Schulleitung zusagen."
                maxLength={LIMITS.reason}
              />
              <div className="flex flex-wrap gap-2">
                <Button name="intent" value="approve">
                  Zusagen
                </Button>
                <Button variant="secondary" name="intent" value="reject">
                  Ablehnen
                </Button>
              </div>
            </div>
          </Card>
        </HouseForm>
      )}
    </>
  )
}

function RequestRow({ request, isChosen }: { request: Request; isChosen: boolean }) {
  return (
    <li className="flex gap-3 py-zeile">
      <input
        type="checkbox"
        name="numbers"
        value={request.number}
        defaultChecked={isChosen}
        aria-label={`${request.number} auswählen: ${request.purpose}`}
        className="mt-2 size-5 shrink-0"
      />
      <div className="grid min-w-0 gap-1">
        <p>
          <Link
            to={paths.booking(request.number)}
            className="font-semibold underline wrap-anywhere"
          >
            {request.purpose}
          </Link>{' '}
          <span className="text-sm text-leise">{request.number}</span>
        </p>
        <p className="wrap-anywhere">
          {[request.person, request.school].filter(Boolean).join(', ')} · angefragt am{' '}
          {day(request.askedAt)}
        </p>
        <ul>
          {request.dates.map((date) => (
            <li key={date.id} className="wrap-anywhere">
              {date.when}:{' '}
              {date.offers
                .map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name))
                .join(', ')}
            </li>
          ))}
        </ul>
        <p className="text-sm text-leise">{rankWords[request.rank]}</p>
        {request.needsConsent && (
          <p>
            {request.consentedAt ? (
              <Badge tone="ok">Schulleitung hat am {day(request.consentedAt)} zugestimmt</Badge>
            ) : (
              <Badge tone="achtung">Zustimmung der Schulleitung fehlt</Badge>
            )}
          </p>
        )}
      </div>
    </li>
  )
}
