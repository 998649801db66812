import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { extendLoan, moveDate } from '#server/medialab/booking/moving/commands.ts'
import { extendInput, moveInput } from '#server/medialab/booking/moving/inputs.ts'
import { movingFor } from '#server/medialab/booking/moving/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { dayWords } from '#server/medialab/words.ts'
import { Alternatives, MoveFields, type Moving } from './components/moving.tsx'

const positionOf = (params: { position?: string }) => Number(params.position ?? 0)

export const loader = page(({ actor, params, request }) => {
  const { searchParams } = new URL(request.url)
  const tried = Object.fromEntries(
    ['tag', 'bis_tag', 'von', 'bis'].flatMap((name) => {
      const value = searchParams.get(name)
      return value ? [[name, value]] : []
    }),
  )
  return movingFor(actor, params.booking ?? '', positionOf(params), tried)
})

export const action = forms({
  move: intent(moveInput, async ({ actor, params, input }) => {
    const { booking = '' } = params
    const moved = await moveDate(actor, booking, positionOf(params), input)
    if (moved.kind === 'moved')
      return redirectWithToast(
        paths.booking(booking),
        moved.state === 'requested'
          ? 'Der Termin ist verschoben. Verbindlich ist er, wenn das SMZ zusagt.'
          : 'Der Termin ist verschoben.',
      )
    // What was typed stands in the address: the page says why not and what goes.
    const { day, to, from, until } = input
    const tried = { tag: day, bis_tag: to, von: from, bis: until }
    return redirect(
      paths.move(
        booking,
        positionOf(params),
        Object.fromEntries(Object.entries(tried).filter(([, value]) => value !== undefined)),
      ),
    )
  }),
  extend: intent(extendInput, async ({ actor, params, input }) => {
    const { booking = '' } = params
    await extendLoan(actor, booking, positionOf(params), input)
    return redirectWithToast(
      paths.booking(booking),
      `Die Ausleihe ist bis ${dayWords(input.to)} verlängert.`,
    )
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data?.extension ? 'Verlängern' : 'Verschieben'} – Buchung ${data?.booking.number ?? ''} – Lernen 25`,
  },
]

export default function Move() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { booking, date } = view
  const verb = view.extension ? 'Verlängern' : 'Verschieben'
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'Meine Buchungen', to: paths.mine() },
          { label: booking.number, to: paths.booking(booking.number) },
          { label: verb },
        ]}
      />
      <PageHead
        title={verb}
        meta={`${date.when}: ${date.offers.map(({ name }) => name).join(', ')}`}
      />
      {view.extension ? (
        <Extend view={view} reply={reply} />
      ) : (
        <div className="grid gap-5">
          <Said view={view} />
          <Card title="Neue Zeit">
            <HouseForm reply={reply} key={JSON.stringify(view.typed)}>
              <input type="hidden" name="version" value={booking.version} />
              <MoveFields typed={view.typed} isStaff={view.isStaff} />
              <div className="flex flex-wrap gap-2">
                <Button name="intent" value="move">
                  Verschieben
                </Button>
                <ButtonLink to={paths.booking(booking.number)}>Nicht verschieben</ButtonLink>
              </div>
            </HouseForm>
          </Card>
          {view.tried && <Alternatives view={view} all={view.tried.alternatives} />}
        </div>
      )}
    </div>
  )
}

function Said({ view }: { view: Moving }) {
  const { tried } = view
  if (!tried) return null
  return (
    <div role="alert">
      {tried.sentences.length === 0 ? (
        <Notice tone="ok">Diese Zeit ist jetzt frei.</Notice>
      ) : (
        <Notice tone="achtung" title="So geht es nicht">
          {tried.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}

function Extend({ view, reply }: { view: Moving; reply: Reply | undefined }) {
  const { booking, date, extension } = view
  if (!extension) return null
  if ('why' in extension)
    return (
      <Notice
        tone="achtung"
        title="Verlängern geht nicht"
        action={<ButtonLink to={paths.booking(booking.number)}>Zur Buchung</ButtonLink>}
      >
        {extension.why}
      </Notice>
    )
  return (
    <Card title="Neuer Tag der Rückgabe" lead={`Bisher ${dayWords(date.to)}.`}>
      <HouseForm reply={reply}>
        <input type="hidden" name="version" value={booking.version} />
        <TextField
          {...{ name: 'to', label: 'Zurück am', type: 'date', required: true }}
          {...{ min: date.to, max: extension.latest, defaultValue: extension.latest }}
          hint={`Spätestens ${dayWords(extension.latest)}.`}
        />
        <div className="flex flex-wrap gap-2">
          <Button name="intent" value="extend">
            Verlängern
          </Button>
          <ButtonLink to={paths.booking(booking.number)}>Nicht verlängern</ButtonLink>
        </div>
      </HouseForm>
    </Card>
  )
}
