import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { DIMENSIONS, type Inquiry, LIMITS } from '#server/plg/inquiry/contract.ts'
import { dimensionNames, partNames } from '#server/plg/inquiry/words.ts'
import { TheirText } from './their-text.tsx'

type Props = {
  cycle: number
  version: number
  inquiry: Inquiry | null
  /** The question of the Steckbrief, to begin with. */
  question: string
  reply: Reply | undefined
}

type TextPart = Exclude<keyof typeof LIMITS, 'question'>

const HINTS: Record<TextPart, string> = {
  shouldLearn: 'So genau, dass zwei Lehrkräfte dasselbe darunter verstehen',
  knownBy: 'Eine Aufgabe, ein Produkt, ein Gespräch: etwas, das Sie sehen oder hören können',
  evidence: 'Was Sie heute schon wissen: Beobachtungen, Ergebnisse ohne Namen',
  goal: 'Ein Satz: wer kann was bis wann',
  measure: 'Womit Sie am Ende vergleichen',
  outOfScope: 'Damit Sie sich nicht verzetteln',
}

/** What the group works on: the first two of the four questions, and the goal. */
export function InquiryForm({ cycle, version, inquiry, question, reply }: Props) {
  const part = (name: TextPart, rows: number) => (
    <TextArea
      name={name}
      label={partNames[name]}
      hint={HINTS[name]}
      optional
      rows={rows}
      maxLength={LIMITS[name]}
      defaultValue={inquiry?.[name]}
    />
  )
  return (
    <HouseForm reply={reply}>
      <input type="hidden" name="cycle" value={cycle} />
      <input type="hidden" name="version" value={version} />
      {reply?.theirs && <TheirText text={reply.theirs} />}
      <TextArea
        name="question"
        label={partNames.question}
        required
        rows={2}
        maxLength={LIMITS.question}
        defaultValue={inquiry?.question ?? question}
        hint="Zum Beispiel: Wie verändert die Arbeit mit … das Verständnis von … bei Lernenden in …?"
        counter
      />
      {part('shouldLearn', 4)}
      {part('knownBy', 4)}
      {part('evidence', 3)}
      {part('goal', 2)}
      {part('measure', 2)}
      <TextField
        name="dueOn"
        type="date"
        label={partNames.dueOn}
        optional
        defaultValue={inquiry?.dueOn}
        className="max-w-[16rem]"
      />
      <SelectField
        name="dimension"
        label={partNames.dimension}
        optional
        empty="Bitte wählen"
        defaultValue={inquiry?.dimension}
        choices={choicesOf(DIMENSIONS, dimensionNames)}
        className="max-w-[28rem]"
      />
      {part('outOfScope', 2)}
      <div>
        <Button>Fokus speichern</Button>
      </div>
    </HouseForm>
  )
}
