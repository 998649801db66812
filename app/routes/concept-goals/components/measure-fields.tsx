import { CheckGroup } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Person } from '#server/concepts/goals/contract.ts'
import { LIMITS } from '#server/concepts/goals/measures/contract.ts'

type Given = { title?: string; nextStep?: string; dueOn?: string | null; owners: string[] }

/** What is to be done; its first field is enough. */
export function MeasureFields({ staff, given }: { staff: Person[]; given: Given }) {
  return (
    <>
      <TextField
        name="title"
        label="Was ist zu tun?"
        maxLength={LIMITS.title.max}
        required
        defaultValue={given.title}
      />
      <TextField
        name="nextStep"
        label="Nächster Schritt"
        optional
        maxLength={LIMITS.nextStep.max}
        defaultValue={given.nextStep}
      />
      <TextField name="dueOn" type="date" label="Bis wann" optional defaultValue={given.dueOn} />
      <Fold title="Wer macht es?" isOpen={given.owners.length > 0}>
        <CheckGroup
          name="owners"
          label="Zuständig"
          optional
          columns
          choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={given.owners}
        />
      </Fold>
    </>
  )
}
