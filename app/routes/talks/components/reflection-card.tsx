import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { number } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import {
  type Consequence,
  CONSEQUENCES,
  FREQUENCIES,
  type Frequency,
  LIMITS,
} from '#server/concepts/talks/contract.ts'
import { consequenceNames, frequencyNames } from '#server/concepts/talks/words.ts'
import { type Answer, SeenPrint } from './seen-print.tsx'

type Answers = {
  frequency: Frequency
  usage: string
  benefit: string
  hindrance: string
  facts: string
  observation: string
  conclusion: string
  consequence: Consequence | null
}
type Row = {
  classId: string
  name: string
  entitled: number | null
  held: { count: number } | null
  answers: Answers
  print: { school: string; authority: string; joint: string }
}
type Part = { row: Row; reply: Answer }

/** One class of equipment: both sides beside each other, and what they conclude together. */
export function ReflectionCard({
  row,
  can,
  reply,
}: {
  row: Row
  can: { prepareSchool: boolean; prepareAuthority: boolean; conclude: boolean }
  reply: Answer
}) {
  const { classId, name, entitled, held, answers } = row
  const facts = [
    entitled !== null && `Anspruch ${number(entitled)}`,
    held && `vorhanden ${number(held.count)}`,
  ].filter(Boolean)
  const { usage, benefit, hindrance, facts: known, observation, conclusion } = answers
  const texts = [usage, benefit, hindrance, known, observation, conclusion]
  const isAnswered = answers.frequency !== 'unknown' || texts.some((text) => text !== '')
  return (
    <Card id={`klasse-${classId}`} title={name} lead={facts.join(', ') || undefined}>
      <Fold
        title={isAnswered ? 'Antworten' : 'Noch keine Antwort'}
        isOpen={isAnswered || reply !== undefined}
      >
        <div className="grid gap-5 lg:grid-cols-2">
          <section className="min-w-0">
            <h3 className="mb-2 text-lg">
              Schule<span className="sr-only">: {name}</span>
            </h3>
            {can.prepareSchool ? (
              <SchoolForm {...{ row, reply }} />
            ) : (
              <Read
                facts={[
                  ['Wie oft?', frequencyNames[answers.frequency]],
                  ['Nutzung', answers.usage],
                  ['Nutzen', answers.benefit],
                  ['Was hindert', answers.hindrance],
                ]}
              />
            )}
          </section>
          <section className="min-w-0">
            <h3 className="mb-2 text-lg">
              Amt<span className="sr-only">: {name}</span>
            </h3>
            {can.prepareAuthority ? (
              <AuthorityForm {...{ row, reply }} />
            ) : (
              <Read
                facts={[
                  ['Zahlen und Fakten', answers.facts],
                  ['Beobachtung', answers.observation],
                ]}
              />
            )}
          </section>
        </div>
        <section className="mt-4 border-t border-linie pt-4">
          <h3 className="mb-2 text-lg">
            Gemeinsam<span className="sr-only">: {name}</span>
          </h3>
          {can.conclude ? (
            <JointForm {...{ row, reply }} />
          ) : (
            <Read
              facts={[
                ['Schluss', answers.conclusion],
                ['Folge', answers.consequence && consequenceNames[answers.consequence]],
              ]}
            />
          )}
        </section>
      </Fold>
    </Card>
  )
}

function Read({ facts }: { facts: [string, string | null][] }) {
  if (facts.every(([, text]) => !text)) return <p className="text-leise">Noch keine Antwort.</p>
  return (
    <DefinitionList
      facts={facts.map(([term, text]) => [
        term,
        text && <span className="whitespace-pre-wrap wrap-anywhere">{text}</span>,
      ])}
    />
  )
}

const area = { rows: 3, maxLength: LIMITS.answer, optional: true }
const answerTo = (reply: Answer, intent: string) => (reply?.intent === intent ? reply : undefined)

function SchoolForm({ row: { classId, answers, print }, reply }: Part) {
  const own = answerTo(reply, 'school')
  return (
    <HouseForm reply={own} className="grid gap-4">
      <input type="hidden" name="class" value={classId} />
      <SeenPrint print={print.school} reply={own} />
      <SelectField
        {...{ name: 'frequency', label: 'Wie oft genutzt?', defaultValue: answers.frequency }}
        choices={choicesOf(FREQUENCIES, frequencyNames)}
      />
      <TextArea
        {...{ ...area, name: 'usage', label: 'Nutzung: wofür im Unterricht?' }}
        defaultValue={answers.usage}
      />
      <TextArea
        {...{ ...area, name: 'benefit', label: 'Nutzen: was hat es gebracht?' }}
        defaultValue={answers.benefit}
      />
      <TextArea
        {...{ ...area, name: 'hindrance', label: 'Was hat gehindert?' }}
        defaultValue={answers.hindrance}
      />
      <div>
        <Button variant="secondary" name="intent" value="school">
          Antwort speichern
        </Button>
      </div>
    </HouseForm>
  )
}

function AuthorityForm({ row: { classId, answers, print }, reply }: Part) {
  const own = answerTo(reply, 'authority')
  return (
    <HouseForm reply={own} className="grid gap-4">
      <input type="hidden" name="class" value={classId} />
      <SeenPrint print={print.authority} reply={own} />
      <TextArea
        {...{ ...area, name: 'facts', label: 'Zahlen und Fakten' }}
        defaultValue={answers.facts}
      />
      <TextArea
        {...{ ...area, name: 'observation', label: 'Beobachtung' }}
        defaultValue={answers.observation}
      />
      <div>
        <Button variant="secondary" name="intent" value="authority">
          Antwort speichern
        </Button>
      </div>
    </HouseForm>
  )
}

function JointForm({ row: { classId, answers, print }, reply }: Part) {
  const own = answerTo(reply, 'joint')
  return (
    <HouseForm reply={own} className="grid max-w-[46rem] gap-4">
      <input type="hidden" name="class" value={classId} />
      <SeenPrint print={print.joint} reply={own} />
      <TextArea
        {...{ ...area, name: 'conclusion', label: 'Gemeinsamer Schluss' }}
        defaultValue={answers.conclusion}
      />
      <SelectField
        {...{ name: 'consequence', label: 'Folge', empty: 'Noch keine', optional: true }}
        choices={choicesOf(CONSEQUENCES, consequenceNames)}
        defaultValue={answers.consequence}
      />
      <div>
        <Button variant="secondary" name="intent" value="joint">
          Schluss speichern
        </Button>
      </div>
    </HouseForm>
  )
}
