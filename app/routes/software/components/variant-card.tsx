import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { dataSubjectNames } from '#server/software/products/words.ts'
import type { UseRow, VariantRow } from '#server/software/uses/contract.ts'
import { basisNames, transferChoices } from '#server/software/uses/words.ts'
import { Removal } from './removal.tsx'
import { DataForm, SubprocessorForm, UseForm } from './use-forms.tsx'

type Answered = (NonNullable<Reply> & { intent?: string | undefined }) | undefined

/** An edition of an app: where it is hosted, who else works on the data, how it is used. */
export function VariantCard({ variant, reply }: { variant: VariantRow; reply: Answered }) {
  const { id, name, subprocessors, uses } = variant
  const replyTo = (intent: string) =>
    reply?.intent === intent && reply.initialValue?.variant === id ? reply : undefined
  return (
    <Card title={name}>
      <h3 className="text-base">Nutzungen</h3>
      <ul className="divide-y divide-linie">
        {uses.map((use) => (
          <UseLine key={use.id} use={use} reply={reply} />
        ))}
      </ul>
      <Fold title="Nutzung hinzufügen" isOpen={replyTo('use') !== undefined}>
        <UseForm variant={id} reply={replyTo('use')} />
      </Fold>
      <h3 className="mt-3 text-base">Unterauftragnehmer</h3>
      <ul className="divide-y divide-linie">
        {subprocessors.map(({ position, name: other, country, service, transferBasis }) => (
          <Removal key={position} part="subprocessor" id={id} position={position} label={other}>
            {[country, service, transferChoices[transferBasis]].filter(Boolean).join(' · ')}
          </Removal>
        ))}
      </ul>
      <Fold title="Unterauftragnehmer hinzufügen" isOpen={replyTo('subprocessor') !== undefined}>
        <SubprocessorForm variant={id} reply={replyTo('subprocessor')} />
      </Fold>
      <Fold title="Ausgabe bearbeiten" isOpen={replyTo('variant') !== undefined}>
        <VariantForm variant={variant} reply={replyTo('variant')} />
        {uses.length === 0 && (
          <ul>
            <Removal part="variant" id={id} label={name} />
          </ul>
        )}
      </Fold>
    </Card>
  )
}

function UseLine({ use, reply }: { use: UseRow; reply: Answered }) {
  const own = reply?.intent === 'data' && reply.initialValue?.use === use.id ? reply : undefined
  return (
    <li>
      <ul>
        <Removal part="use" id={use.id} label={use.label} isKept={use.isDecided}>
          {use.isDecided && 'Darüber ist entschieden oder wird geprüft'}
        </Removal>
      </ul>
      <Fold title={`Daten (${use.data.length})`} isOpen={own !== undefined} className="pl-4">
        <ul className="divide-y divide-linie">
          {use.data.map(({ position, subject, category, purpose, legalBasis }) => (
            <Removal key={position} part="data" id={use.id} position={position} label={category}>
              {[dataSubjectNames[subject], purpose, basisNames[legalBasis]]
                .filter(Boolean)
                .join(' · ')}
            </Removal>
          ))}
        </ul>
        <DataForm use={use.id} reply={own} />
      </Fold>
    </li>
  )
}

export function VariantForm({ variant, reply }: { variant?: VariantRow; reply: Answered }) {
  return (
    <HouseForm reply={reply} className="grid gap-4 md:grid-cols-2">
      {variant && <input type="hidden" name="variant" value={variant.id} />}
      <TextField
        name="name"
        label="Name der Ausgabe"
        hint="Zum Beispiel: Schulausgabe, kostenlose Ausgabe."
        maxLength={120}
        defaultValue={variant?.name}
      />
      <TextField
        name="versionNote"
        label="Fassung"
        optional
        maxLength={300}
        defaultValue={variant?.versionNote}
      />
      <TextField
        name="hostingCountry"
        label="Serverstandort"
        optional
        maxLength={60}
        defaultValue={variant?.hostingCountry}
      />
      <TextField
        name="hostingProvider"
        label="Betreiber der Server"
        optional
        maxLength={120}
        defaultValue={variant?.hostingProvider}
      />
      <CheckField name="hasAi" label="Enthält KI-Funktionen" defaultChecked={variant?.hasAi} />
      <TextArea
        name="aiNote"
        label="Was die KI macht"
        optional
        rows={2}
        maxLength={1000}
        defaultValue={variant?.aiNote}
      />
      <div className="md:col-span-2">
        <Button variant="secondary" name="intent" value="variant">
          {variant ? 'Ausgabe speichern' : 'Ausgabe hinzufügen'}
        </Button>
      </div>
    </HouseForm>
  )
}
