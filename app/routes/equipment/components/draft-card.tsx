import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import {
  BASES,
  type EquipmentClass,
  LIMITS,
  type Rule,
} from '#server/concepts/equipment/contract.ts'
import { basisNames } from '#server/concepts/equipment/words.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { RuleTable } from './rule-table.tsx'

/** The next version of a Schulform: its lines, a further one, and from when on it holds. */
export function DraftCard({
  form,
  draft,
  rules,
  classes,
  ruleReply,
  publishReply,
}: {
  form: SchoolForm
  draft: { number: number }
  rules: Rule[]
  classes: EquipmentClass[]
  ruleReply: Reply
  publishReply: Reply
}) {
  return (
    <Card title={`${schoolFormWords[form]}, Entwurf der Version ${draft.number}`}>
      {rules.length > 0 && (
        <RuleTable
          rules={rules}
          classes={classes}
          act={({ classId }, name) => (
            <HouseForm className="">
              <input type="hidden" name="form" value={form} />
              <input type="hidden" name="class" value={classId} />
              <Button variant="tertiary" name="intent" value="removeRule">
                Entfernen<span className="sr-only">: {name}</span>
              </Button>
            </HouseForm>
          )}
        />
      )}
      <HouseForm reply={ruleReply} className="mt-4 grid max-w-[46rem] gap-4">
        <h3 className="text-lg">Zeile eintragen oder ändern</h3>
        <input type="hidden" name="form" value={form} />
        <SelectField
          {...{ name: 'class', label: 'Klasse', empty: 'Bitte wählen' }}
          choices={classes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField name="amount" label="Stück" inputMode="numeric" defaultValue={1} />
          <TextField name="per" label="je" inputMode="numeric" defaultValue={1} />
          <SelectField name="basis" label="Wonach?" choices={choicesOf(BASES, basisNames)} />
        </div>
        <div>
          <Button variant="secondary" name="intent" value="rule">
            Zeile eintragen
          </Button>
        </div>
      </HouseForm>
      <HouseForm
        reply={publishReply}
        className="mt-5 grid max-w-[46rem] gap-4 border-t border-linie pt-4"
      >
        <input type="hidden" name="form" value={form} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="validFrom" label="Gilt ab" type="date" />
          <TextField name="note" label="Was ist neu?" optional maxLength={LIMITS.note} />
        </div>
        <div>
          <Button name="intent" value="publish">
            Version veröffentlichen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
