import { Card } from '#app/ui/card.tsx'
import { CheckField, CheckGroup, RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Link } from '#app/ui/link.tsx'
import { APPROVALS, HOLIDAY_RULES } from '#server/medialab/contract.ts'
import type { EditableOffer } from '#server/medialab/offers/editing/contract.ts'
import { approvalNames, holidayNames } from '#server/medialab/offers/words.ts'
import { paths } from '#server/medialab/paths.ts'

type Props = { offer: EditableOffer }
type Needed = { id: string; name: string; isNeeded: boolean }

/** What the rules of an offer say: of lending, of the use in the lab, of how much at a time. */
export function RuleFields({ offer, instructions }: Props & { instructions: Needed[] }) {
  const isSet = offer.kind === 'set'
  return (
    <>
      {isSet && <LoanFields offer={offer} />}
      <Card title={isSet ? 'Im MediaLab' : 'Zeiten'}>
        <div className="grid gap-5">
          {isSet && (
            <CheckField
              {...{ name: 'isInLab', label: 'Kann im MediaLab genutzt werden' }}
              defaultChecked={offer.isInLab}
            />
          )}
          <div className="grid gap-5 md:grid-cols-3">
            <NumberField offer={offer} name="slotMinutes" label="Dauer in Minuten" />
            <NumberField offer={offer} name="minutesBefore" label="Minuten Vorlauf" />
            <NumberField offer={offer} name="minutesAfter" label="Minuten danach" />
          </div>
          {offer.kind === 'station' && (
            <CheckField
              {...{ name: 'needsStaff', label: 'Nur, wenn jemand vom SMZ dabei ist' }}
              defaultChecked={offer.needsStaff}
            />
          )}
        </div>
      </Card>
      <LimitFields offer={offer} />
      <Card title="Einweisungen" lead="Ohne gültige Einweisung lässt es sich nicht buchen.">
        {instructions.length > 0 ? (
          <CheckGroup
            {...{ name: 'instructions', label: 'Nötig ist' }}
            choices={instructions.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={instructions.filter(({ isNeeded }) => isNeeded).map(({ id }) => id)}
          />
        ) : (
          <p>
            Noch gibt es keine.{' '}
            <Link to={paths.instructions()} className="underline">
              Einweisungen anlegen
            </Link>
          </p>
        )}
      </Card>
    </>
  )
}

function LoanFields({ offer }: Props) {
  return (
    <Card title="Ausleihe">
      <div className="grid gap-5">
        <div className="grid md:grid-cols-2">
          <Check offer={offer} name="isLent" label="Wird ausgeliehen" />
          <Check offer={offer} name="isDelivered" label="Kommt auch mit der Schulpost" />
          <Check
            offer={offer}
            name="isFetchedInPerson"
            label="Nur Abholung selbst (groß oder mit Einweisung)"
          />
          <Check
            offer={offer}
            name="holdsData"
            label="Speichert Daten: vor der nächsten Ausgabe löschen"
          />
        </div>
        <div className="grid gap-5 md:grid-cols-3">
          <NumberField offer={offer} name="maxSchoolDays" label="Höchstens Schultage" />
          <NumberField offer={offer} name="extensions" label="Verlängerungen" />
          <NumberField
            offer={offer}
            name="maxProjectSchoolDays"
            label="Schultage mit Innovationsprojekt"
          />
          <NumberField offer={offer} name="turnaroundSchoolDays" label="Schultage zum Prüfen" />
          <NumberField offer={offer} name="cooldownDays" label="Tage für andere Schulen" />
          <TextField
            {...{ name: 'replacement', label: 'Wert in Euro', type: 'number', optional: true }}
            inputMode="numeric"
            defaultValue={
              offer.replacementCents === null ? null : Math.round(offer.replacementCents / 100)
            }
          />
        </div>
        <SelectField
          {...{ name: 'holidays', label: 'Schulferien', defaultValue: offer.holidays }}
          choices={choicesOf(HOLIDAY_RULES, holidayNames)}
        />
      </div>
    </Card>
  )
}

function LimitFields({ offer }: Props) {
  return (
    <Card title="Wer wie viel">
      <div className="grid gap-5">
        <RadioRows
          {...{ name: 'approval', label: 'Zusage', defaultValue: offer.approval }}
          choices={choicesOf(APPROVALS, approvalNames)}
        />
        <div className="grid gap-5 md:grid-cols-2">
          <NumberField offer={offer} name="maxAdvanceDays" label="Höchstens Tage im Voraus" />
          {offer.kind === 'set' && (
            <NumberField offer={offer} name="minLeadDays" label="Mindestens Tage vorher" />
          )}
          <NumberField
            offer={offer}
            name="maxOpenPerSchool"
            label="Offene Buchungen je Schule"
            optional
          />
          <NumberField
            offer={offer}
            name="maxOpenPerPerson"
            label="Offene Buchungen je Person"
            optional
          />
        </div>
      </div>
    </Card>
  )
}

type Names<Kind> = {
  [Name in keyof EditableOffer]: EditableOffer[Name] extends Kind ? Name : never
}[keyof EditableOffer]
type Named<Name> = Props & { name: Name; label: string }

function NumberField({
  offer,
  name,
  label,
  optional,
}: Named<Names<number | null>> & { optional?: boolean }) {
  return (
    <TextField
      {...{ name, label, optional, type: 'number', inputMode: 'numeric' }}
      defaultValue={offer[name]}
    />
  )
}

function Check({ offer, name, label }: Named<Names<boolean>>) {
  return <CheckField {...{ name, label }} defaultChecked={offer[name]} />
}
