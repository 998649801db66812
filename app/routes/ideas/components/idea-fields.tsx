import { CheckGroup } from '#app/ui/choice-field.tsx'
import { type Choice, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { LIMITS } from '#server/ideas/contract.ts'
import {
  competencyChoices,
  gradeBandChoices,
  schoolFormChoices,
  subjectChoices,
  topicChoices,
} from './choices.ts'

type Idea = {
  title: string
  problem: string
  learnersNeed: string
  technology: string
  subjects: string[]
  gradeBands: string[]
  schoolForms: string[]
  competencies: string[]
  topics: string[]
  programmeId: string | null
}
type Props = { idea?: Partial<Idea>; programmes: Choice[] }

/** Everything one says about an idea: the same fields when writing it and later. */
export function IdeaFields({ idea, programmes }: Props) {
  return (
    <>
      <TextField
        name="title"
        label="Titel"
        required
        maxLength={LIMITS.title.max}
        defaultValue={idea?.title}
      />
      <TextArea
        name="problem"
        label="Was begegnet Ihnen?"
        hint="Im Unterricht, in der Schule, mit der Ausstattung. Keine Namen von Kindern, bitte."
        required
        rows={4}
        maxLength={LIMITS.problem}
        defaultValue={idea?.problem}
        counter
      />
      <TextArea
        name="learnersNeed"
        label="Was brauchen Lernende?"
        hint="Was sollen sie am Ende besser können oder leichter haben?"
        required
        rows={4}
        maxLength={LIMITS.learnersNeed}
        defaultValue={idea?.learnersNeed}
        counter
      />
      <TextField
        name="technology"
        label="Womit?"
        hint="Geräte oder Software, wenn Sie schon an etwas denken"
        optional
        maxLength={LIMITS.technology}
        defaultValue={idea?.technology}
      />
      <Audience idea={idea} programmes={programmes} />
    </>
  )
}

/** For whom it is: long lists that many leave empty, so they are folded until something is chosen. */
function Audience({ idea = {}, programmes }: Props) {
  const { subjects = [], gradeBands = [], schoolForms = [], competencies = [], topics = [] } = idea
  const isChosen = [subjects, gradeBands, schoolForms, competencies, topics].some(
    (chosen) => chosen.length > 0,
  )
  return (
    <Fold
      title={
        <>
          <strong>Thema, Fächer, Jahrgänge, Medienkompetenzrahmen</strong>
          <span className="text-leise"> (freiwillig)</span>
        </>
      }
      isOpen={isChosen}
      className="rounded-lg border border-rand px-3"
    >
      <p className="pb-3 text-sm text-leise">
        Damit die Richtigen die Idee finden. Nichts angekreuzt heißt: für alle.
      </p>
      <div className="grid gap-5">
        <CheckGroup
          name="topics"
          label="Thema"
          choices={topicChoices}
          defaultValue={topics}
          columns
        />
        <CheckGroup
          name="subjects"
          label="Fächer"
          choices={subjectChoices}
          defaultValue={subjects}
          columns
        />
        <CheckGroup
          name="gradeBands"
          label="Jahrgänge"
          choices={gradeBandChoices}
          defaultValue={gradeBands}
          columns
        />
        <CheckGroup
          name="schoolForms"
          label="Schulformen"
          choices={schoolFormChoices}
          defaultValue={schoolForms}
          columns
        />
        <CheckGroup
          name="competencies"
          label="Medienkompetenzrahmen NRW"
          choices={competencyChoices}
          defaultValue={competencies}
        />
        {programmes.length > 0 && (
          <SelectField
            name="programmeId"
            label="Programm"
            optional
            empty="Keines"
            choices={programmes}
            defaultValue={idea.programmeId}
            className="max-w-[28rem]"
          />
        )}
      </div>
    </Fold>
  )
}
