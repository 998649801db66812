import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import CalendarPlus from 'lucide-react/icons/calendar-plus'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { useRefresh } from '#app/realtime/use-refresh.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { afterConflict } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import {
  cancelBooking,
  editBooking,
  restoreBooking,
  takeBackBooking,
} from '#server/medialab/booking/commands.ts'
import {
  addOfferInput,
  cancelInput,
  editInput,
  noInput,
  removeOfferInput,
  restoreInput,
} from '#server/medialab/booking/inputs.ts'
import { addOffer, removeOffer } from '#server/medialab/booking/moving/commands.ts'
import { consentTo, refuseConsent } from '#server/medialab/booking/requests/commands.ts'
import { consentInput, refuseInput } from '#server/medialab/booking/requests/inputs.ts'
import { bookingFor } from '#server/medialab/booking/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { About, History, Where } from './components/about.tsx'
import { AddressCode } from './components/address-code.tsx'
import { Change } from './components/change.tsx'
import { DateRow } from './components/date-card.tsx'
import { Consent } from './components/decide.tsx'
import { PrintButton } from './components/print-button.tsx'
import type { BookingView } from './components/views.ts'

export const loader = page(({ actor, params }) => bookingFor(actor, params.booking ?? ''))

type Params = { booking?: string }
const pathOf = ({ booking = '' }: Params) => paths.booking(booking)

const cancelledToast = (params: Params, positions: number[], late: number) => ({
  text: `${positions.length === 1 ? 'Der Termin ist' : `${positions.length} Termine sind`} storniert.${late > 0 ? ' Das ist vermerkt, weil es kurz vorher war.' : ''}`,
  undo: {
    action: pathOf(params),
    fields: { intent: 'restore', positions: positions.join(',') },
    label: 'Rückgängig',
  },
})

export const action = forms({
  cancel: intent(cancelInput, async ({ actor, params, input }) => {
    const { positions, late } = await cancelBooking(actor, params.booking ?? '', input)
    return redirectWithToast(pathOf(params), cancelledToast(params, positions, late))
  }),
  takeBack: intent(noInput, async ({ actor, params }) => {
    await takeBackBooking(actor, params.booking ?? '')
    return redirectWithToast(paths.mine(), 'Die Buchung ist zurückgenommen.')
  }),
  restore: intent(restoreInput, async ({ actor, params, input }) => {
    await restoreBooking(actor, params.booking ?? '', input)
    return redirectWithToast(pathOf(params), 'Die Stornierung ist zurückgenommen.')
  }),
  edit: intent(editInput, async ({ actor, params, input }) => {
    await editBooking(actor, params.booking ?? '', input)
    return redirectWithToast(pathOf(params), 'Die Angaben sind gespeichert.')
  }),
  addOffer: intent(addOfferInput, async ({ actor, params, input }) => {
    await addOffer(actor, params.booking ?? '', input)
    return redirectWithToast(pathOf(params), 'Das gehört jetzt zu Ihrer Buchung.')
  }),
  removeOffer: intent(removeOfferInput, async ({ actor, params, input }) => {
    await removeOffer(actor, params.booking ?? '', input)
    return redirectWithToast(pathOf(params), 'Das ist nicht mehr in Ihrer Buchung.')
  }),
  consent: intent(consentInput, async ({ actor, params, input }) => {
    await consentTo(actor, params.booking ?? '', input)
    return redirectWithToast(pathOf(params), 'Sie haben zugestimmt.')
  }),
  refuse: intent(refuseInput, async ({ actor, params, input }) => {
    await refuseConsent(actor, params.booking ?? '', input)
    return redirectWithToast(pathOf(params), 'Sie haben nicht zugestimmt.')
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Buchung ${data?.booking.number ?? ''} – MediaLab – Lernen 25` },
]

export default function Booking() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { booking } = view
  const refresh = useRefresh()
  useNews(
    { kind: 'lab-booking', id: booking.id },
    { onNews: () => refresh(1_000), onReturn: () => refresh(0) },
  )
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          view.isOwn
            ? { label: 'Meine Buchungen', to: paths.mine() }
            : {
                label: view.isStaff ? 'Anfragen' : 'Meine Buchungen',
                to: view.isStaff ? paths.requests() : paths.mine(),
              },
          { label: booking.number },
        ]}
      />
      <PageHead
        title={<span className="wrap-anywhere">{booking.purpose}</span>}
        meta={`Buchung ${booking.number}${booking.school ? ` · ${booking.school}` : ''}`}
        actions={
          <>
            <ButtonLink to={paths.bookingFile(booking.number)} reloadDocument icon={CalendarPlus}>
              In meinen Kalender
            </ButtonLink>
            <PrintButton />
          </>
        }
      />
      <Refused reply={reply} />
      <Left left={view.left} />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="grid gap-5">
          {view.can.consent && <Consent booking={booking} reply={reply} />}
          <Dates view={view} />
          <Change view={view} reply={reply} />
        </div>
        <div className="grid gap-5">
          <About view={view} />
          <Where view={view} />
          <AddressCode code={view.code} />
          <Feed feed={view.feed} />
          <History view={view} />
        </div>
      </div>
    </>
  )
}

/** Whoever has booked it is at the school no more (rule 19). */
function Left({ left }: { left: BookingView['left'] }) {
  if (left === null) return null
  return (
    <div className="mb-5">
      {left === 'lead' ? (
        <Notice
          tone="achtung"
          title="Wer das gebucht hat, ist nicht mehr an Ihrer Schule."
          action={<ButtonLink to={paths.reassign()}>Buchung übergeben</ButtonLink>}
        />
      ) : (
        <Notice tone="achtung" title="Sie gehören nicht mehr zu dieser Schule.">
          Die Schulleitung gibt die Buchung an jemand anderen. Haben Sie noch etwas ausgeliehen,
          geben Sie es bitte an der Schule ab.
        </Notice>
      )}
    </div>
  )
}

/** What was refused outside of a form that shows it itself. */
function Refused({ reply }: { reply: Reply | undefined }) {
  const sentence = reply?.error?.['']?.[0]
  if (!sentence || !['cancel', 'restore', 'takeBack', 'consent'].includes(reply?.intent ?? ''))
    return null
  return (
    <div className="mb-5" role="alert">
      <Notice tone="achtung">{sentence}</Notice>
    </div>
  )
}

function Dates({ view }: { view: BookingView }) {
  const { booking, dates, isStaff, troubles } = view
  const open = dates.filter(({ can }) => can.cancel)
  return (
    <Card title={dates.length === 1 ? 'Termin' : 'Termine'}>
      {troubles.length > 0 && (
        <div className="mb-3">
          <Notice tone="achtung" title="So, wie es jetzt steht, geht das nicht">
            <ul>
              {troubles.map(({ dateId, sentence }) => (
                <li key={`${dateId} ${sentence}`}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <List>
        {dates.map((date) => (
          <DateRow key={date.id} {...{ booking, date, isStaff }} />
        ))}
      </List>
      {open.length > 1 && (
        <HouseForm className="mt-3 print:hidden">
          <input type="hidden" name="version" value={booking.version} />
          <Button variant="secondary" name="intent" value="cancel">
            Alle {open.length} Termine stornieren
          </Button>
        </HouseForm>
      )}
      {(view.can.approve || view.can.reject) && isStaff && (
        <p className="mt-3 print:hidden">
          <Link to={paths.requests()} className="inline-flex min-h-11 items-center underline">
            Über die Anfrage entscheiden
          </Link>
        </p>
      )}
    </Card>
  )
}

function Feed({ feed }: { feed: string | null }) {
  if (feed === null) return null
  return (
    <Card title="Im Kalender abonnieren" className="print:hidden">
      <p className="text-leise">
        Diese Adresse hält Ihren Kalender aktuell. Wer sie hat, sieht die Termine dieser Buchung.
      </p>
      <p className="mt-2 text-sm wrap-anywhere">
        <a href={feed} className="underline">
          {feed}
        </a>
      </p>
    </Card>
  )
}
