import type { ActionFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { LIMITS } from '#server/medialab/desk/contract.ts'
import {
  handOut,
  markNoShow,
  prepare,
  recordWiped,
  saveList,
  tickAll,
  undoHandOut,
} from '#server/medialab/desk/handing/commands.ts'
import {
  dateInput,
  listInput,
  terminInput,
  wipeInput,
} from '#server/medialab/desk/handing/inputs.ts'
import { handOutFor } from '#server/medialab/desk/handing/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { stateNames } from '#server/medialab/words.ts'
import { CheckRows } from './components/check-rows.tsx'
import { timesOf, whoOf } from './components/date-rows.tsx'
import { WipeForm } from './components/found-card.tsx'
import { positionIn } from './components/position.ts'
import { Slip } from './components/slip.tsx'
import { type Unsent, useUnsent } from './components/use-unsent.ts'

export const loader = page(({ actor, params, request }) =>
  handOutFor(actor, params.booking ?? '', positionIn(request)),
)

type Params = ActionFunctionArgs['params']
const at = ({ booking = '' }: Params, position: number) => ({ number: booking, position })
const stay = ({ booking = '' }: Params, position: number, sentence: string) =>
  redirectWithToast(`${paths.handOut(booking)}?termin=${position}`, sentence)

export const action = forms({
  all: intent(listInput, async ({ actor, params, input: { termin } }) => {
    await tickAll(actor, at(params, termin))
    return stay(params, termin, 'Alles ist angekreuzt. Nehmen Sie heraus, was fehlt.')
  }),
  check: intent(listInput, async ({ actor, params, input }) => {
    await saveList(actor, { ...at(params, input.termin), version: input.version }, input)
    return stay(params, input.termin, 'Die Liste ist gesichert.')
  }),
  prepare: intent(listInput, async ({ actor, params, input }) => {
    await prepare(actor, { ...at(params, input.termin), version: input.version }, input)
    return stay(params, input.termin, 'Liegt bereit.')
  }),
  handOut: intent(listInput, async ({ actor, params, input }) => {
    // The whole list comes along, and the state under the lock says whether it can still go.
    await handOut(actor, at(params, input.termin), input)
    const to = `${paths.handOut(params.booking ?? '')}?termin=${input.termin}`
    return redirectWithToast(to, {
      text: 'Ausgeliehen.',
      undo: {
        label: 'Rückgängig',
        action: to,
        fields: { intent: 'undo', termin: String(input.termin) },
      },
    })
  }),
  undo: intent(terminInput, async ({ actor, params, input: { termin } }) => {
    await undoHandOut(actor, at(params, termin))
    return stay(params, termin, 'Die Ausgabe ist zurückgenommen.')
  }),
  noShow: intent(dateInput, async ({ actor, params, input: { termin, version } }) => {
    await markNoShow(actor, { ...at(params, termin), version })
    return redirectWithToast(paths.desk(), 'Eingetragen: nicht abgeholt. Andere können es buchen.')
  }),
  wiped: intent(wipeInput, async ({ actor, params, request, input }) => {
    const code = await recordWiped(actor, input)
    return stay(params, positionIn(request) ?? 1, `Eingetragen: Auf ${code} sind keine Daten mehr.`)
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Ausgabe ${data?.date.bookingNumber ?? ''} – Theke – Lernen 25` },
]

export default function HandOut() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { date, can } = view
  const unsent = useUnsent()
  return (
    <>
      <div className="print:hidden">
        <Breadcrumb steps={[{ label: 'Theke', to: paths.desk() }, { label: 'Ausgabe' }]} />
      </div>
      <PageHead
        title={`Ausgabe: ${date.offers.join(', ') || date.bookingNumber}`}
        kicker={`Buchung ${date.bookingNumber}`}
        badge={<Badge tone="aktion">{stateNames[date.state]}</Badge>}
        meta={`${whoOf(date)} · ${timesOf(date)}`}
        actions={
          <>
            {can.takeBack && (
              <ButtonLink to={`${paths.takeBack(date.bookingNumber)}?termin=${date.position}`}>
                Zur Rückgabe
              </ButtonLink>
            )}
            <ButtonLink to={paths.booking(date.bookingNumber)}>Buchung</ButtonLink>
          </>
        }
      />
      <div className="grid gap-5">
        {view.troubles.map(({ kind, sentence }) => (
          <Notice key={kind} tone="achtung" title={sentence} />
        ))}
        {can.handOut && view.obstacles.length > 0 && (
          <Notice tone="stopp" title="Das kann so nicht hinaus">
            {view.obstacles.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {view.wipes.map((one) => (
              <WipeForm key={one.code} {...one} reply={reply} />
            ))}
          </Notice>
        )}
        {can.handOut ? <ListForm {...{ reply, unsent }} /> : <Slip view={view} />}
        {can.markNoShow && <NoShow reply={reply} />}
      </div>
    </>
  )
}

function ListForm({ reply, unsent }: { reply: Reply; unsent: Unsent }) {
  const { groups, version, date, borrower, count, can } = useLoaderData<typeof loader>()
  return (
    // Ticked anew with every state that was saved: the boxes are those of the server, and what was ticked since.
    <HouseForm reply={reply} key={version} {...unsent.form}>
      <Hidden />
      {groups.length === 0 && <p className="text-leise">Hier ist nichts auszugeben.</p>}
      {groups.map((group) => (
        <Card
          key={group.thing.resourceId}
          title={`${group.thing.name} · ${group.thing.code}`}
          aside={group.thing.isCounted && `${group.thing.quantity} gebucht`}
        >
          <CheckRows {...{ group, unsent }} />
        </Card>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        {groups.length > 0 && (
          <Button variant="secondary" name="intent" value="all">
            Alle vorhanden
          </Button>
        )}
        <Button variant="secondary" name="intent" value="check">
          Liste sichern
        </Button>
        {can.prepare && (
          <Button variant="secondary" name="intent" value="prepare">
            Liegt bereit
          </Button>
        )}
        <p>
          {count.went} von {count.of} angekreuzt
        </p>
      </div>
      <TextField
        name="note"
        label="Was fehlt und warum?"
        defaultValue={unsent.of('note')?.toString()}
        hint="Nur wenn etwas nicht mitgeht."
        optional
        maxLength={LIMITS.note}
      />
      <Card title={borrower ? `Übergabe an ${borrower}` : 'Übergabe'}>
        <p className="mb-3">
          Ich habe die angekreuzten Teile übernommen und bringe sie zurück: {timesOf(date)}.
        </p>
        <TextField
          name="takenBy"
          label="Wer holt es ab?"
          defaultValue={unsent.of('takenBy')?.toString()}
          hint="Nur wenn jemand anderes kommt."
          optional
          maxLength={LIMITS.name}
          autoComplete="off"
          className="mb-3 max-w-[28rem]"
        />
        <Button name="intent" value="handOut" className="min-h-14 px-6 text-lg">
          Übernommen
        </Button>
      </Card>
    </HouseForm>
  )
}

function Hidden() {
  const { version, date } = useLoaderData<typeof loader>()
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="termin" value={date.position} />
    </>
  )
}

function NoShow({ reply }: { reply: Reply }) {
  return (
    <Fold title="Nicht abgeholt">
      <HouseForm reply={reply}>
        <Hidden />
        <p>Die Buchung endet damit, und andere können die Zeit buchen.</p>
        <div>
          <Button variant="danger" name="intent" value="noShow">
            Als nicht abgeholt eintragen
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
