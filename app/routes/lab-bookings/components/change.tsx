import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Overtaken } from '#app/ui/overtaken.tsx'
import type { Reply } from '#app/http/page.ts'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { subjectNames } from '#server/accounts/words.ts'
import { LIMITS } from '#server/medialab/contract.ts'
import type { BookingView } from './views.ts'

type Props = { view: BookingView; reply: Reply | undefined }

const of = (reply: Reply | undefined, intent: string) =>
  reply?.intent === intent ? reply : undefined

/** Purpose and people, and what belongs to it. */
export function Change({ view, reply }: Props) {
  if (!view.can.edit) return null
  return (
    <Card title="Ändern" className="print:hidden">
      <Fold title="Angaben ändern" isOpen={reply?.intent === 'edit'}>
        <Words view={view} reply={of(reply, 'edit')} />
      </Fold>
      {view.can.rearrange && (
        <Fold
          title="Angebot hinzufügen oder weglassen"
          isOpen={reply?.intent === 'addOffer' || reply?.intent === 'removeOffer'}
        >
          <Offers view={view} reply={reply} />
        </Fold>
      )}
    </Card>
  )
}

const GRADES = Array.from({ length: 13 }, (_, n) => ({ value: String(n + 1), label: `${n + 1}` }))

function Words({ view, reply }: Props) {
  const { booking } = view
  const known = choicesOf(SUBJECTS, subjectNames)
  const subjects = known.some(({ value }) => value === booking.subject || booking.subject === '')
    ? known
    : [...known, { value: booking.subject, label: booking.subject }]
  return (
    <HouseForm reply={reply}>
      <Overtaken reply={reply} version={booking.version} />
      <TextField
        {...{ name: 'purpose', label: 'Wofür?', required: true }}
        maxLength={LIMITS.purpose.max}
        defaultValue={booking.purpose}
      />
      <div className="grid gap-5 md:grid-cols-2">
        <SelectField
          {...{ name: 'subject', label: 'Fach', optional: true, empty: 'Kein Fach' }}
          {...{ choices: subjects, defaultValue: booking.subject }}
        />
        <SelectField
          {...{ name: 'grade', label: 'Jahrgang', optional: true, empty: 'Keiner' }}
          {...{ choices: GRADES, defaultValue: booking.grade }}
        />
        <TextField
          {...{ name: 'participants', label: 'Wie viele Personen?', optional: true }}
          {...{ type: 'number', min: 1, max: LIMITS.participants, inputMode: 'numeric' }}
          defaultValue={booking.participants}
        />
        <TextField
          {...{ name: 'phone', label: 'Telefon für Rückfragen', optional: true, type: 'tel' }}
          {...{ maxLength: LIMITS.phone, defaultValue: booking.phone }}
        />
      </div>
      <div>
        <Button name="intent" value="edit">
          Angaben speichern
        </Button>
      </div>
    </HouseForm>
  )
}

function Offers({ view, reply }: Props) {
  const { booking, dates, more } = view
  const offers = new Map(
    dates
      .filter(({ can }) => can.rearrange)
      .flatMap((date) => date.offers.map(({ slug, name }) => [slug, name] as const)),
  )
  return (
    <div className="grid gap-5">
      {offers.size > 1 && (
        <HouseForm reply={of(reply, 'removeOffer')} className="grid gap-2">
          <input type="hidden" name="version" value={booking.version} />
          <input type="hidden" name="intent" value="removeOffer" />
          {[...offers].map(([slug, name]) => (
            <div key={slug}>
              <Button variant="secondary" name="offer" value={slug}>
                {name} weglassen
              </Button>
            </div>
          ))}
        </HouseForm>
      )}
      {more.length > 0 && (
        <HouseForm reply={of(reply, 'addOffer')}>
          <input type="hidden" name="version" value={booking.version} />
          <p className="text-leise">Gilt für alle Termine, die noch kommen.</p>
          <div className="grid gap-5 md:grid-cols-[2fr_1fr]">
            <SelectField
              {...{ name: 'offer', label: 'Was noch?', empty: 'Bitte wählen', choices: more }}
            />
            <TextField
              {...{ name: 'quantity', label: 'Wie viele?', type: 'number', min: 1 }}
              {...{ defaultValue: 1, inputMode: 'numeric' }}
            />
          </div>
          <div>
            <Button name="intent" value="addOffer">
              Hinzufügen
            </Button>
          </div>
        </HouseForm>
      )}
    </div>
  )
}
