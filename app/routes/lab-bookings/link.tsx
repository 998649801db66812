import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { visitorForm, visitorPage, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { actByLink } from '#server/medialab/booking/links/commands.ts'
import { linkInput } from '#server/medialab/booking/links/inputs.ts'
import { linkFor } from '#server/medialab/booking/links/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { cancelRule } from './components/date-card.tsx'
import { MoveFields } from './components/moving.tsx'
import { StateBadge } from './components/state-badge.tsx'

export const loader = visitorPage(({ params }) => linkFor(params.key ?? ''))

const DONE = {
  cancelled: 'Der Termin ist storniert.',
  moved: 'Der Termin ist verschoben.',
  restored: 'Die Stornierung ist zurückgenommen.',
}

export const action = visitorForm(linkInput, async ({ params, input, context }) => {
  const key = params.key ?? ''
  const done = await actByLink(key, input, context.network)
  return redirectWithToast(paths.byLink(key), DONE[done])
})

export const meta: MetaFunction = () => [
  { title: 'Ihre Buchung im MediaLab – Lernen 25' },
  { name: 'robots', content: 'noindex' },
]

type View = ReturnType<typeof useLoaderData<typeof loader>>

/** A booking for whoever has the link of its letter. Looking changes nothing. */
export default function BookingByLink() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { booking, why } = view
  return (
    <div className="max-w-[48rem]">
      <PageHead
        title={booking ? <span className="wrap-anywhere">{booking.purpose}</span> : 'Buchung'}
        meta={booking ? `Buchung ${booking.number}` : 'MediaLab'}
      />
      {why && <Notice tone={booking ? 'info' : 'achtung'}>{why}</Notice>}
      <div className="mt-5 grid gap-5">
        {booking &&
          view.dates.map((date) => (
            <DateCard key={date.id} version={booking.version} date={date} reply={reply} />
          ))}
      </div>
    </div>
  )
}

type DateProps = { version: number; date: View['dates'][number]; reply: Reply | undefined }

function DateCard({ version, date, reply }: DateProps) {
  // Several forms of one page: the answer belongs to the one that was sent.
  const sent = reply?.initialValue
  const isThis = sent?.position === String(date.position)
  const answerTo = (act: string) => (isThis && sent.act === act ? reply : undefined)
  const hidden = (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="position" value={date.position} />
    </>
  )
  return (
    <Card title={date.when} aside={<StateBadge state={date.state} />}>
      <p className="wrap-anywhere">
        {date.offers
          .map(({ name, quantity }) => (quantity > 1 ? `${quantity} × ${name}` : name))
          .join(', ')}
      </p>
      {date.can.move && (
        <Fold title="Verschieben" isOpen={answerTo('move') !== undefined}>
          <HouseForm reply={answerTo('move')}>
            {hidden}
            <MoveFields typed={date.typed} />
            <div>
              <Button name="act" value="move">
                Verschieben
              </Button>
            </div>
          </HouseForm>
        </Fold>
      )}
      {date.can.cancel && (
        <HouseForm reply={answerTo('cancel')} className="mt-2 grid gap-2">
          {hidden}
          <p className="text-sm text-leise">{cancelRule(date)}</p>
          <div>
            <Button variant="secondary" name="act" value="cancel">
              Stornieren<span className="sr-only">: {date.when}</span>
            </Button>
          </div>
        </HouseForm>
      )}
      {date.can.restore && (
        <HouseForm reply={answerTo('restore')} className="mt-2 grid gap-2">
          {hidden}
          <div>
            <Button variant="secondary" name="act" value="restore">
              Stornierung zurücknehmen
            </Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}
