import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import {
  callOffBooking,
  reassignBooking,
  undoReassign,
} from '#server/medialab/booking/reassigning/commands.ts'
import {
  callOffInput,
  reassignInput,
  undoReassignInput,
} from '#server/medialab/booking/reassigning/inputs.ts'
import { leftBehindFor } from '#server/medialab/booking/reassigning/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { StateBadge } from './components/state-badge.tsx'

export const loader = page(async ({ actor }) => ({ bookings: await leftBehindFor(actor) }))

export const action = forms({
  reassign: intent(reassignInput, async ({ actor, input }) => {
    await reassignBooking(actor, input)
    return redirectWithToast(paths.reassign(), {
      text: 'Die Buchung ist übergeben. Beide erfahren es.',
      undo: {
        ...{ label: 'Rückgängig', action: paths.reassign() },
        fields: { intent: 'undo', number: input.number },
      },
    })
  }),
  undo: intent(undoReassignInput, async ({ actor, input: { number } }) => {
    await undoReassign(actor, number)
    return redirectWithToast(paths.reassign(), 'Die Übergabe ist zurückgenommen.')
  }),
  callOff: intent(callOffInput, async ({ actor, input }) => {
    await callOffBooking(actor, input)
    return redirectWithToast(paths.reassign(), 'Die Buchung ist abgesagt.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Buchungen übergeben – MediaLab – Lernen 25' }]

type Left = ReturnType<typeof useLoaderData<typeof loader>>['bookings'][number]

export default function Reassign() {
  const { bookings } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Meine Buchungen', to: paths.mine() },
          { label: 'Übergeben' },
        ]}
      />
      <PageHead title="Buchungen übergeben" />
      {bookings.length === 0 ? (
        <EmptyState title="Nichts ist liegen geblieben.">
          Verlässt jemand Ihre Schule, steht hier, was die Person im MediaLab gebucht oder noch
          ausgeliehen hat. Sie geben es dann an jemand anderen.
        </EmptyState>
      ) : (
        <div className="grid max-w-[48rem] gap-5">
          <p>
            Diese Personen sind nicht mehr an Ihrer Schule. Bitte wählen Sie, wer die Buchung
            übernimmt: Wer sie hat, ist für die Rückgabe verantwortlich.
          </p>
          {bookings.map((booking) => (
            <LeftBooking
              key={booking.id}
              booking={booking}
              reply={reply?.initialValue?.number === booking.number ? reply : undefined}
            />
          ))}
        </div>
      )}
    </>
  )
}

function LeftBooking({ booking, reply }: { booking: Left; reply: Reply | undefined }) {
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <Card
      title={booking.purpose}
      lead={[booking.person ?? 'Ohne Konto', booking.school].filter(Boolean).join(', ')}
    >
      <ul className="grid gap-2">
        {booking.dates.map((date) => (
          <li key={date.id} className="wrap-anywhere">
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {date.when} <StateBadge state={date.state} />
            </span>
            {date.offers
              .map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name))
              .join(', ')}
          </li>
        ))}
      </ul>
      <p>
        <Link to={booking.path} className="inline-flex min-h-11 items-center underline">
          Buchung {booking.number} ansehen
        </Link>
      </p>
      <HouseForm reply={replyTo('reassign')} className="grid gap-3">
        <Which booking={booking} />
        <SelectField
          {...{ name: 'person', label: 'Wer übernimmt sie?', empty: 'Bitte wählen' }}
          choices={booking.people}
          className="max-w-[24rem]"
        />
        <div>
          <Button name="intent" value="reassign">
            Übergeben<span className="sr-only">: {booking.number}</span>
          </Button>
        </div>
      </HouseForm>
      {booking.canCallOff && (
        <HouseForm reply={replyTo('callOff')} className="mt-3">
          <Which booking={booking} />
          <Button variant="secondary" name="intent" value="callOff">
            Stattdessen absagen<span className="sr-only">: {booking.number}</span>
          </Button>
        </HouseForm>
      )}
    </Card>
  )
}

const Which = ({ booking: { number, version } }: { booking: Left }) => (
  <>
    <input type="hidden" name="number" value={number} />
    <input type="hidden" name="version" value={version} />
  </>
)
