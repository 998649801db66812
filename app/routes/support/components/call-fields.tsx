import { CheckField, RadioRows } from '#app/ui/choice-field.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { CallLine } from '#server/support/calls/views.ts'
import { CALL_KINDS, LIMITS } from '#server/support/contract.ts'
import { callKindNames } from '#server/support/words.ts'

const HINTS = {
  teaching_development: 'Antworten werden zu Ideen, in denen sich Schulen finden.',
  innovation: 'Dazu können PLGs auch Geld beantragen.',
} as const

/** The fields of a call, empty or filled. */
export function CallFields({ call }: { call?: CallLine }) {
  return (
    <>
      <TextField
        name="title"
        label="Titel"
        defaultValue={call?.title}
        maxLength={LIMITS.callTitle.max}
        counter
      />
      <RadioRows
        name="kind"
        label="Art"
        defaultValue={call?.kind ?? 'teaching_development'}
        choices={CALL_KINDS.map((kind) => ({
          value: kind,
          label: callKindNames[kind],
          hint: HINTS[kind],
        }))}
      />
      <TextArea
        name="text"
        label="Worum geht es, und wen suchen Sie?"
        rows={8}
        defaultValue={call?.text}
        maxLength={LIMITS.callText}
        counter
      />
      <CheckField
        name="hasFunding"
        label="Dafür gibt es eine Förderung."
        defaultChecked={call?.hasFunding}
      />
      <TextField
        name="closesOn"
        type="date"
        label="Antworten bis"
        optional
        defaultValue={call?.closesOn}
        className="max-w-[16rem]"
      />
    </>
  )
}
