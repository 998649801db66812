import type { ActionFunctionArgs } from '@remix-run/node'
import { replace } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { when } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { ROOM_FOR_ONE } from '#server/files/words.ts'
import { damageInput } from '#server/medialab/desk/damages/inputs.ts'
import { damagePath } from '#server/medialab/desk/damages/paths.ts'
import { categoryNames } from '#server/medialab/desk/damages/words.ts'
import { recordWiped, undoHandOut } from '#server/medialab/desk/handing/commands.ts'
import { terminInput, wipeInput } from '#server/medialab/desk/handing/inputs.ts'
import {
  bring,
  bringRest,
  finish,
  recordDamage,
  scan,
  takeOut,
  undoFinish,
  withdrawDamage,
} from '#server/medialab/desk/returning/commands.ts'
import {
  bringInput,
  lineInput,
  scanInput,
  withdrawInput,
} from '#server/medialab/desk/returning/inputs.ts'
import { type TakeBackView, takeBackFor } from '#server/medialab/desk/returning/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { Others, Units } from './components/back-lines.tsx'
import { DamageForm } from './components/damage-form.tsx'
import { timesOf, whoOf } from './components/date-rows.tsx'
import { WipeForm } from './components/found-card.tsx'
import { positionIn } from './components/position.ts'
import { ScanForm } from './components/scan-form.tsx'

export const loader = page(({ actor, params, request }) =>
  takeBackFor(actor, params.booking ?? '', {
    position: positionIn(request),
    scanned: new URL(request.url).searchParams.get('zuletzt'),
  }),
)

type Params = ActionFunctionArgs['params']
const at = ({ booking = '' }: Params, position: number) => ({ number: booking, position })
const own = ({ booking = '' }: Params, position: number) =>
  `${paths.takeBack(booking)}?termin=${position}`
const stay = (params: Params, position: number, sentence: string) =>
  redirectWithToast(own(params, position), sentence)

export const action = forms(
  {
    scan: intent(scanInput, async ({ actor, params, input: { termin, code } }) => {
      const scanned = await scan(actor, at(params, termin), code)
      return replace(`${own(params, termin)}&zuletzt=${scanned}`)
    }),
    bring: intent(bringInput, async ({ actor, params, input: { termin, brought } }) => {
      await bring(actor, at(params, termin), brought)
      return stay(params, termin, 'Gesichert.')
    }),
    rest: intent(bringInput, async ({ actor, params, input: { termin } }) => {
      await bringRest(actor, at(params, termin))
      return stay(params, termin, 'Alle übrigen Teile sind zurück.')
    }),
    takeOut: intent(lineInput, async ({ actor, params, input: { termin, line } }) => {
      await takeOut(actor, at(params, termin), line)
      return stay(params, termin, 'Das Teil ist wieder als ausgeliehen eingetragen.')
    }),
    damage: intent(damageInput, async ({ actor, params, input, files: [file = null] }) => {
      await recordDamage(actor, at(params, input.termin), input, file)
      return stay(params, input.termin, 'Der Schaden steht in der Liste.')
    }),
    withdraw: intent(withdrawInput, async ({ actor, params, input: { termin, damage } }) => {
      await withdrawDamage(actor, at(params, termin), damage)
      return stay(params, termin, 'Die Meldung ist zurückgezogen.')
    }),
    finish: intent(terminInput, async ({ actor, params, input: { termin } }) => {
      await finish(actor, at(params, termin))
      const to = own(params, termin)
      return redirectWithToast(to, {
        text: 'Die Rückgabe ist abgeschlossen.',
        undo: {
          label: 'Rückgängig',
          action: to,
          fields: { intent: 'undoFinish', termin: String(termin) },
        },
      })
    }),
    undoFinish: intent(terminInput, async ({ actor, params, input: { termin } }) => {
      await undoFinish(actor, at(params, termin))
      return stay(params, termin, 'Die Rückgabe geht weiter.')
    }),
    undo: intent(terminInput, async ({ actor, params, input: { termin } }) => {
      await undoHandOut(actor, at(params, termin))
      const to = `${paths.handOut(params.booking ?? '')}?termin=${termin}`
      return redirectWithToast(to, 'Die Ausgabe ist zurückgenommen.')
    }),
    wiped: intent(wipeInput, async ({ actor, params, request, input }) => {
      const code = await recordWiped(actor, input)
      const position = positionIn(request) ?? 1
      return stay(params, position, `Eingetragen: Auf ${code} sind keine Daten mehr.`)
    }),
  },
  { room: ROOM_FOR_ONE },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Rückgabe ${data?.date.bookingNumber ?? ''} – Theke – Lernen 25` },
]

export default function TakeBack() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const reply = (...names: string[]) => (names.includes(answer?.intent ?? '') ? answer : undefined)
  const { date, can, lines, progress } = view
  const units = lines.filter(({ isUnit }) => isUnit)
  const others = lines.filter(({ isUnit }) => !isUnit)
  return (
    <>
      <Breadcrumb steps={[{ label: 'Theke', to: paths.desk() }, { label: 'Rückgabe' }]} />
      <PageHead
        title={`Rückgabe: ${date.offers.join(', ') || date.bookingNumber}`}
        kicker={`Buchung ${date.bookingNumber}`}
        badge={<Badge tone={view.damages.length > 0 ? 'achtung' : 'aktion'}>{view.standing}</Badge>}
        meta={`${whoOf(date)} · ${timesOf(date)}`}
        actions={<ButtonLink to={paths.booking(date.bookingNumber)}>Buchung</ButtonLink>}
      />
      <div className="grid gap-5">
        {view.isLate && <Notice tone="achtung" title="Das ist überfällig." />}
        {view.wipes.length > 0 && (
          <Notice tone="achtung" title="Vor der nächsten Ausgabe: Daten löschen">
            {view.wipes.map((one) => (
              <WipeForm key={one.code} {...one} reply={reply('wiped')} />
            ))}
          </Notice>
        )}
        {can.takeBack && (
          <Card title={`${progress.back} von ${progress.of} zurück`}>
            <ScanForm termin={date.position} said={view.said} reply={reply('scan')} />
            {units.length > 0 && (
              <Units lines={units} termin={date.position} reply={reply('takeOut')} />
            )}
          </Card>
        )}
        <Others
          lines={others}
          termin={date.position}
          reply={reply('bring', 'rest')}
          can={can.takeBack}
        />
        {can.takeBack && lines.length > 0 && (
          <Card title="Stimmt etwas nicht?">
            <DamageForm view={view} reply={reply('damage')} />
          </Card>
        )}
        <Damages view={view} reply={reply('withdraw')} />
        {can.takeBack && (
          <div className="flex flex-wrap gap-3">
            <HouseForm reply={reply('finish')}>
              <input type="hidden" name="termin" value={date.position} />
              <div className="flex flex-wrap gap-3">
                <Button name="intent" value="finish" className="min-h-14 px-6 text-lg">
                  Abschließen
                </Button>
                <ButtonLink to={paths.desk()}>Teilrückgabe sichern</ButtonLink>
              </div>
            </HouseForm>
          </div>
        )}
        {can.undo && (
          <HouseForm reply={reply('undo')}>
            <input type="hidden" name="termin" value={date.position} />
            <div>
              <Button variant="tertiary" name="intent" value="undo">
                Ausgabe zurücknehmen
              </Button>
            </div>
          </HouseForm>
        )}
        <History view={view} />
      </div>
    </>
  )
}

function Damages({ view, reply }: { view: TakeBackView; reply: Reply }) {
  if (view.damages.length === 0) return null
  return (
    <Card title="Schäden dieser Ausleihe">
      <ul className="divide-y divide-linie">
        {view.damages.map(({ number, item, category, isUnusable, hasPhoto }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-3 py-zeile">
            <span>
              <Link to={damagePath(number)} className="font-semibold underline">
                {item}
              </Link>{' '}
              {[categoryNames[category], isUnusable && 'nicht nutzbar', hasPhoto && 'mit Foto']
                .filter(Boolean)
                .join(', ')}
            </span>
            {view.can.takeBack && (
              <HouseForm reply={reply} className="grid">
                <input type="hidden" name="termin" value={view.date.position} />
                <input type="hidden" name="damage" value={number} />
                <Button variant="tertiary" name="intent" value="withdraw">
                  Meldung zurückziehen<span className="sr-only">: {item}</span>
                </Button>
              </HouseForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function History({ view: { handover, now } }: { view: TakeBackView }) {
  const told = (at: Date | null | undefined, by: string | null | undefined) =>
    at ? [when(at, now), by].filter(Boolean).join(', ') : ''
  return (
    <Card title="Verlauf">
      <DefinitionList
        facts={[
          ['Bereitgelegt', told(handover?.preparedAt, handover?.preparedBy)],
          ['Ausgegeben', told(handover?.outAt, handover?.outBy)],
          ['Übernommen von', handover?.takenBy ?? ''],
          ['Zurück', told(handover?.finishedAt, handover?.backBy)],
        ]}
      />
    </Card>
  )
}
