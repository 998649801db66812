import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { Again, form, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { tryFrom } from '#server/medialab/checkout/commands.ts'
import type { Preview, Shown } from '#server/medialab/checkout/contract.ts'
import { checkoutInput } from '#server/medialab/checkout/inputs.ts'
import { checkoutFor, shownFor } from '#server/medialab/checkout/views.ts'
import { buttonOf, checkoutWords, placedWords } from '#server/medialab/checkout/words.ts'
import { whenWords } from '#server/medialab/finding/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { DatesCard } from './components/dates-card.tsx'
import { HandoverCard, PurposeCard } from './components/purpose-card.tsx'
import { StaffCard } from './components/staff-card.tsx'
import { WhenCard } from './components/when-card.tsx'

export const loader = page(({ actor, request }) =>
  checkoutFor(actor, new URL(request.url).searchParams),
)

export const action = form(checkoutInput, async ({ actor, input }) => {
  if (input.step !== 'book') {
    const shown = await shownFor(actor, input)
    throw new Again({ status: 200, values: shown.values, shown })
  }
  const { placed, ...tried } = await tryFrom(actor, input)
  if (placed.kind === 'placed')
    return redirectWithToast(paths.booking(placed.number), {
      text: placedWords(placed.state, placed.skipped.length),
      undo: {
        action: paths.booking(placed.number),
        fields: { intent: 'takeBack' },
        label: 'Rückgängig',
      },
    })
  const errors = { '': [...new Set(placed.faults.map(({ sentence }) => sentence))] }
  throw new Again({ status: 409, errors, shown: await shownFor(actor, input, tried) })
})

export const meta: MetaFunction = () => [{ title: 'Buchen – MediaLab – Lernen 25' }]

type Start = ReturnType<typeof useLoaderData<typeof loader>>['start']

/** What the page shows now: what the address asked for, or what was sent last. */
function currentOf(reply: Reply | undefined, start: Start, preview: Preview | null) {
  if (!reply) return { ...start, preview, people: [], step: '', hasSkipped: false, sought: '' }
  const textOf = (name: string) => {
    const value = reply.initialValue?.[name]
    return typeof value === 'string' ? value : ''
  }
  const shown = reply.shown as Shown | undefined
  return {
    ...{ basket: textOf('basket'), way: textOf('way'), step: textOf('step') },
    ...{ preview: shown?.preview ?? null, people: shown?.people ?? [] },
    ...{ hasSkipped: textOf('skips') !== '', sought: textOf('name') },
  }
}

export default function Book() {
  const { can, isEmpty } = useLoaderData<typeof loader>()
  return can.book && !isEmpty ? <Checkout /> : <Nothing canBook={can.book} />
}

function Checkout() {
  const { start, mine, schools, can, hasLost, clientKey, ...loaded } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const now = currentOf(reply, start, loaded.preview)
  const { preview } = now
  const isLoan = now.way === 'loan'
  return (
    <div className="max-w-[56rem]">
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Termin suchen', to: paths.find() },
          { label: 'Buchen' },
        ]}
      />
      <PageHead
        title="Buchen"
        meta={preview?.offers.map(({ name, quantity }) => amount(name, quantity)).join(', ')}
        actions={<ButtonLink to={paths.find()}>Andere Angebote suchen</ButtonLink>}
      />
      {/* Another time was taken by a button: the fields are filled anew. */}
      <HouseForm
        key={/^(at|take) /.test(now.step) ? now.step : ''}
        reply={reply}
        clientKey={clientKey}
      >
        {hasLost && <Notice tone="achtung">{checkoutWords.gone}</Notice>}
        <input type="hidden" name="basket" value={now.basket} />
        <input type="hidden" name="way" value={isLoan ? 'loan' : 'lab'} />
        <WhenCard start={start} isLoan={isLoan} />
        {preview && <DatesCard preview={preview} hasSkipped={now.hasSkipped} />}
        <PurposeCard schools={schools} canGoWithout={can.bookWithoutSchool} mine={mine} />
        {isLoan && <HandoverCard canDeliver={canDeliver(preview)} sites={mine.sites} />}
        {can.manage && <StaffCard people={now.people} wasSought={now.sought !== ''} />}
        <Summary preview={preview} />
        <div className="flex flex-wrap gap-3">
          <Button name="step" value="book">
            {buttonOf(preview)}
          </Button>
          <ButtonLink to={paths.start()} variant="tertiary">
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </div>
  )
}

const canDeliver = (preview: Preview | null) => preview?.canDeliver ?? true
const amount = (name: string, quantity: number) => (quantity > 1 ? `${quantity} × ${name}` : name)

/** In words what the button will do. */
function Summary({ preview }: { preview: Preview | null }) {
  if (!preview) return null
  const { offers, dates, state, needsPrincipal } = preview
  const going = dates.filter(({ faults }) => faults.length === 0).length
  return (
    <Card title="Zusammenfassung">
      <p>
        {offers.map(({ name, quantity }) => amount(name, quantity)).join(', ')}
        {dates.length > 1 && `, ${going} von ${dates.length} Terminen`}
      </p>
      {dates.length === 1 && dates[0] && <p>{whenWords(dates[0].when)}</p>}
      <p className="text-leise">{outcome(state, needsPrincipal)}</p>
    </Card>
  )
}

function outcome(state: Preview['state'], needsPrincipal: boolean): string {
  if (state === 'refused') return checkoutWords.stands
  if (state === 'confirmed') return 'Sie bekommen sofort eine verbindliche Zusage.'
  return needsPrincipal
    ? 'Ihre Schulleitung stimmt zu, dann bestätigt das SMZ. Bis dahin ist es für Sie vorgemerkt.'
    : 'Das SMZ bestätigt Ihre Anfrage. Bis dahin ist es für Sie vorgemerkt.'
}

function Nothing({ canBook }: { canBook: boolean }) {
  return (
    <>
      <PageHead title="Buchen" />
      <EmptyState
        title={
          canBook
            ? 'Ihr Korb ist leer.'
            : 'Buchen können Sie, sobald Ihre Schule Sie bestätigt hat.'
        }
        action={<ButtonLink to={paths.find()}>Termin suchen</ButtonLink>}
      >
        {canBook
          ? 'Sagen Sie, wann und was Sie brauchen, und legen Sie es in den Korb.'
          : 'Ansehen und suchen können Sie schon jetzt.'}
      </EmptyState>
    </>
  )
}
