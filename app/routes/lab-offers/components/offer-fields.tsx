import { CheckGroup, RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { CLASSES, FIELDS, LIMITS } from '#server/medialab/contract.ts'
import { type EditableOffer, WITH_PLACES } from '#server/medialab/offers/editing/contract.ts'
import { classNames, fieldNames } from '#server/medialab/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

type Props = { offer: EditableOffer }

/** What one reads of an offer. */
export function AboutFields({ offer }: Props) {
  return (
    <Card title="Beschreibung">
      <div className="grid gap-5">
        <TextField
          {...{ name: 'name', label: 'Name', maxLength: LIMITS.name.max }}
          defaultValue={offer.name}
        />
        <TextArea
          {...{ name: 'summary', label: 'In einem Satz', rows: 2, optional: true }}
          maxLength={LIMITS.summary}
          defaultValue={offer.summary}
          counter
        />
        <TextArea
          {...{ name: 'description', label: 'Was es ist', rows: 6, optional: true }}
          maxLength={LIMITS.description}
          defaultValue={offer.description}
          hint="Was man damit im Unterricht macht, was dabei ist, worauf man achten soll"
        />
        <TextArea
          {...{ name: 'accessibility', label: 'Barrierefreiheit', rows: 2, optional: true }}
          maxLength={1000}
          defaultValue={offer.accessibility}
          hint="Stufenlos? Höhenverstellbar? Mit einer Hand, ohne zu hören oder zu sehen nutzbar?"
        />
        <div className="grid gap-5 md:grid-cols-2">
          <SelectField
            {...{ name: 'field', label: 'Bereich', empty: 'Keiner', defaultValue: offer.field }}
            choices={choicesOf(FIELDS, fieldNames)}
          />
          <TextField
            {...{ name: 'manualUrl', label: 'Anleitung im Netz', type: 'url', optional: true }}
            maxLength={500}
            defaultValue={offer.manualUrl}
            placeholder="https://"
          />
        </div>
        {offer.kind === 'set' && (
          <RadioRows
            {...{ name: 'class', label: 'Ausstattung', defaultValue: offer.class }}
            choices={choicesOf(CLASSES, classNames)}
          />
        )}
        <Audience offer={offer} />
      </div>
    </Card>
  )
}

function Audience({ offer }: Props) {
  const numbers = { type: 'number', inputMode: 'numeric', optional: true } as const
  return (
    <>
      <div className="grid gap-5 md:grid-cols-4">
        {WITH_PLACES.includes(offer.kind) && (
          <TextField
            {...{ ...numbers, name: 'places', label: 'Plätze', optional: offer.kind !== 'room' }}
            defaultValue={offer.places}
          />
        )}
        <TextField
          {...{ ...numbers, name: 'minAge', label: 'Mindestalter', defaultValue: offer.minAge }}
        />
        <TextField
          {...{ ...numbers, name: 'gradeMin', label: 'Ab Klasse', defaultValue: offer.gradeMin }}
        />
        <TextField
          {...{ ...numbers, name: 'gradeMax', label: 'Bis Klasse', defaultValue: offer.gradeMax }}
        />
      </div>
      <Fold title="Nur für bestimmte Schulformen" isOpen={offer.schoolForms.length > 0}>
        <CheckGroup
          {...{ name: 'schoolForms', label: 'Schulformen', columns: true }}
          hint="Nichts angekreuzt heißt: für alle."
          choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
          defaultValue={offer.schoolForms}
        />
      </Fold>
    </>
  )
}
