import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import {
  type EquipmentClass,
  KINDS,
  LIFECYCLES,
  LIMITS,
} from '#server/concepts/equipment/contract.ts'
import { kindNames, lifecycleNames } from '#server/concepts/equipment/words.ts'

type Class = EquipmentClass & { version: number }
type Answer = Reply & { intent?: string; initialValue?: Record<string, unknown> | null }

/** All classes of equipment with their way into the base equipment, and a new one. */
export function ClassCards({
  classes,
  clientKey,
  reply,
}: {
  classes: Class[]
  clientKey: string
  reply: Answer | undefined
}) {
  return (
    <Card title="Klassen der Ausstattung" lead="Sie gelten für alle Schulformen.">
      {classes.map((one) => {
        const answer = reply?.initialValue?.class === one.id ? reply : undefined
        return (
          <Fold
            key={one.id}
            isOpen={answer !== undefined}
            title={`${one.name} (${lifecycleNames[one.lifecycle]})`}
          >
            <HouseForm reply={answer} className="grid max-w-[46rem] gap-4">
              <input type="hidden" name="class" value={one.id} />
              <input type="hidden" name="version" value={one.version} />
              <ClassFields {...one} />
              <div>
                <Button variant="secondary" name="intent" value="changeClass">
                  Klasse speichern
                </Button>
              </div>
            </HouseForm>
          </Fold>
        )
      })}
      <Fold title="Neue Klasse" isOpen={reply?.intent === 'class'}>
        <HouseForm
          reply={reply?.intent === 'class' ? reply : undefined}
          clientKey={clientKey}
          className="grid max-w-[46rem] gap-4"
        >
          <ClassFields name="" description="" />
          <div>
            <Button name="intent" value="class">
              Klasse anlegen
            </Button>
          </div>
        </HouseForm>
      </Fold>
    </Card>
  )
}

function ClassFields({
  name,
  kind,
  lifecycle,
  description,
}: Pick<EquipmentClass, 'name' | 'description'> & Partial<EquipmentClass>) {
  return (
    <>
      <TextField name="name" label="Name" maxLength={LIMITS.className.max} defaultValue={name} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          {...{ name: 'kind', label: 'Art', defaultValue: kind }}
          choices={choicesOf(KINDS, kindNames)}
        />
        <SelectField
          {...{ name: 'lifecycle', label: 'Stand', defaultValue: lifecycle }}
          choices={choicesOf(LIFECYCLES, lifecycleNames)}
        />
      </div>
      <TextArea
        {...{ name: 'description', label: 'Beschreibung', optional: true, rows: 2 }}
        maxLength={LIMITS.description}
        defaultValue={description}
      />
    </>
  )
}
