import { CheckField, CheckGroup, RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { Fold } from '#app/ui/fold.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { JOINING, type Joining, type Kind, KIND_DEFAULTS, LIMITS } from '#server/plg/contract.ts'
import { joiningHints, joiningNames } from '#server/plg/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

type Plg = {
  title: string
  question: string
  summary: string
  joining: Joining
  seeksMembers: boolean
  subjects: string[]
  gradeBands: string[]
  schoolForms: string[]
}

/** Everything one says about a PLG: the same fields when founding and later. */
export function PlgFields({ kind, plg }: { kind: Kind; plg?: Plg }) {
  return (
    <>
      <TextField
        name="title"
        label="Titel"
        required
        maxLength={LIMITS.title.max}
        defaultValue={plg?.title}
        hint="Kurz und erkennbar, zum Beispiel „iPads im Mathematikunterricht 5/6“"
      />
      <TextArea
        name="question"
        label="Ihre Frage in einem Satz"
        required
        rows={2}
        maxLength={LIMITS.question}
        defaultValue={plg?.question}
        hint="Was sollen Lernende am Ende besser können, und was wollen Sie dafür ausprobieren?"
        counter
      />
      <TextArea
        name="summary"
        label="Worum es geht"
        optional
        rows={5}
        maxLength={LIMITS.summary}
        defaultValue={plg?.summary}
        hint="Was Sie vorhaben, wie oft Sie sich treffen, für wen das etwas ist"
      />
      {KIND_DEFAULTS[kind].isWalled ? (
        <input type="hidden" name="joining" value="closed" />
      ) : (
        <WayIn kind={kind} plg={plg} />
      )}
      <Audience plg={plg} />
    </>
  )
}

/** How others come in. Walled groups have no such choice: one is invited. */
function WayIn({ kind, plg }: { kind: Kind; plg?: Plg }) {
  return (
    <>
      <RadioRows
        name="joining"
        label="Wie kommt man dazu?"
        defaultValue={plg?.joining ?? KIND_DEFAULTS[kind].joining}
        hint="Was Sie miteinander besprechen, lesen in jedem Fall nur Mitglieder."
        choices={JOINING.map((value) => ({
          value,
          label: joiningNames[value],
          hint: joiningHints[value],
        }))}
      />
      <CheckField
        name="seeksMembers"
        label="Wir suchen Mitglieder"
        defaultChecked={plg?.seeksMembers ?? true}
      />
    </>
  )
}

/** For whom it is: long lists that most leave empty, so they are folded until something is chosen. */
function Audience({ plg }: { plg?: Plg }) {
  const { subjects = [], gradeBands = [], schoolForms = [] } = plg ?? {}
  const isChosen = subjects.length + gradeBands.length + schoolForms.length > 0
  return (
    <Fold
      title={
        <>
          <strong>Fächer, Jahrgänge, Schulformen</strong>
          <span className="text-leise"> (freiwillig)</span>
        </>
      }
      isOpen={isChosen}
      className="rounded-lg border border-rand px-3"
    >
      <p className="pb-3 text-sm text-leise">
        Damit die Richtigen die PLG finden. Nichts angekreuzt heißt: für alle.
      </p>
      <div className="grid gap-5">
        <CheckGroup
          name="subjects"
          label="Fächer"
          choices={choicesOf(SUBJECTS, subjectNames)}
          defaultValue={subjects}
          columns
        />
        <CheckGroup
          name="gradeBands"
          label="Jahrgänge"
          choices={choicesOf(GRADE_BANDS, gradeBandNames)}
          defaultValue={gradeBands}
          columns
        />
        <CheckGroup
          name="schoolForms"
          label="Schulformen"
          choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
          defaultValue={schoolForms}
          columns
        />
      </div>
    </Fold>
  )
}
