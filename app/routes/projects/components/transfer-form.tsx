import { Button } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import {
  TRANSFER_LIMITS,
  TRANSFER_STATES,
  type TransferSheet,
} from '#server/projects/transfer/contract.ts'
import { stateNames, transferQuestions } from '#server/projects/transfer/words.ts'

/** The sheet of one's own school. */
export function TransferForm({ sheet, reply }: { sheet: TransferSheet | null; reply: Reply }) {
  const area = (name: 'take' | 'how' | 'need' | 'result') => (
    <TextArea
      name={name}
      label={transferQuestions[name]}
      optional={name !== 'take'}
      rows={3}
      maxLength={TRANSFER_LIMITS.text.max}
      defaultValue={sheet?.[name]}
    />
  )
  return (
    <HouseForm reply={reply} autoComplete="off">
      <input type="hidden" name="version" value={sheet?.version ?? 0} />
      {area('take')}
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          name="toWhom"
          label={transferQuestions.toWhom}
          optional
          maxLength={TRANSFER_LIMITS.toWhom.max}
          defaultValue={sheet?.toWhom}
          hint="Zum Beispiel „Fachkonferenz Mathematik“."
        />
        <TextField
          name="dueOn"
          label="Bis wann?"
          optional
          type="date"
          defaultValue={sheet?.dueOn}
          hint="Woran Sie sich halten wollen."
        />
      </div>
      {area('how')}
      {area('need')}
      {area('result')}
      <RadioRows
        name="state"
        label="Stand"
        defaultValue={sheet?.state ?? 'open'}
        choices={TRANSFER_STATES.map((value) => ({ value, label: stateNames[value] }))}
      />
      <TextArea
        name="reason"
        label={transferQuestions.reason}
        hint="Nur bei „Keine Übernahme“."
        optional
        rows={2}
        maxLength={TRANSFER_LIMITS.reason.max}
        defaultValue={sheet?.reason}
      />
      <div>
        <Button>Transferbogen speichern</Button>
      </div>
    </HouseForm>
  )
}
