import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { QUESTION_LIMITS } from '#server/software/review/questions/contract.ts'
import { Proof } from './proof.tsx'
import { type Answer, of, type ReviewView } from './view.ts'

/** What was asked and answered, and asking. */
export function Questions({ view, reply }: { view: ReviewView; reply: Answer }) {
  const { questions, can, case: one, today } = view
  if (questions.length === 0 && !can.ask && !can.resume && !can.withdraw) return null
  return (
    <Card title="Rückfragen">
      {questions.map((question) => (
        <div key={question.id} className="grid gap-2 border-b border-linie py-zeile">
          <p className="text-sm text-leise">
            {question.addressee === 'vendor'
              ? `An den Anbieter (${question.vendorEmail ?? ''})`
              : 'An die Schule'}
            , Antwort bis {day(question.dueOn)}
          </p>
          <p className="wrap-anywhere whitespace-pre-line">{question.text}</p>
          {question.answer === null ? (
            <p>
              <Badge tone={question.dueOn < today ? 'achtung' : 'offen'}>
                {question.dueOn < today ? 'Ohne Antwort' : 'Wartet'}
              </Badge>
            </p>
          ) : (
            <div className="rounded-lg bg-mulde p-3">
              <p className="text-sm text-leise">{question.answeredName}</p>
              <p className="wrap-anywhere whitespace-pre-line">{question.answer}</p>
              {question.files.length > 0 && (
                <ul className="grid gap-1">
                  {question.files.map((file) => (
                    <li key={file.id}>
                      <Proof file={file} />
                    </li>
                  ))}
                </ul>
              )}
            </div>
          )}
        </div>
      ))}
      {questions.some(({ answer, dueOn }) => answer === null && dueOn < today) && (
        <p className="py-2 text-sm text-leise">
          Ohne Antwort können Sie noch einmal fragen, mit dem entscheiden, was vorliegt, oder „Nicht
          zu beurteilen“ wählen.
        </p>
      )}
      {can.ask && <Asking reply={reply} hasRequester={one.requester !== null} />}
      {can.resume && (
        <WithNote
          {...{ reply, intent: 'resume', title: 'Nicht länger warten' }}
          label="Wie geht es weiter?"
          word="Weiter prüfen"
        />
      )}
      {can.sendBack && (
        <WithNote
          {...{ reply, intent: 'sendBack', title: 'Zurück in die Prüfung' }}
          label="Was fehlt noch?"
          word="Zurück in die Prüfung"
        />
      )}
      {can.withdraw && (
        <WithNote
          {...{ reply, intent: 'withdraw', title: 'Prüfung beenden, ohne zu entscheiden' }}
          label="Warum?"
          word="Prüfung beenden"
        />
      )}
    </Card>
  )
}

function Asking({ reply, hasRequester }: { reply: Answer; hasRequester: boolean }) {
  return (
    <>
      {hasRequester && (
        <Fold title="Die Schule fragen" isOpen={of(reply, 'askRequester') !== undefined}>
          <HouseForm reply={of(reply, 'askRequester')} className="grid gap-3">
            <QuestionFields />
            <div>
              <Button variant="secondary" name="intent" value="askRequester">
                Frage stellen
              </Button>
            </div>
          </HouseForm>
        </Fold>
      )}
      <Fold title="Den Anbieter fragen" isOpen={of(reply, 'askVendor') !== undefined}>
        <HouseForm reply={of(reply, 'askVendor')} className="grid gap-3">
          <TextField
            {...{ name: 'vendorEmail', label: 'E-Mail-Adresse des Anbieters', type: 'email' }}
            hint="Er antwortet über einen Link, ohne Konto."
          />
          <QuestionFields />
          <div>
            <Button variant="secondary" name="intent" value="askVendor">
              Mail an den Anbieter senden
            </Button>
          </div>
        </HouseForm>
      </Fold>
    </>
  )
}

const QuestionFields = () => (
  <>
    <TextArea
      {...{ name: 'text', label: 'Frage', required: true, maxLength: QUESTION_LIMITS.text }}
    />
    <TextField
      {...{ name: 'dueOn', label: 'Antwort bis', type: 'date', className: 'max-w-[16rem]' }}
    />
  </>
)

type Note = { reply: Answer; intent: string; title: string; label: string; word: string }

function WithNote({ reply, intent, title, label, word }: Note) {
  return (
    <Fold title={title} isOpen={of(reply, intent) !== undefined}>
      <HouseForm reply={of(reply, intent)} className="grid gap-3">
        <TextArea {...{ name: 'note', label, rows: 2, maxLength: 2000 }} />
        <div>
          <Button variant="secondary" name="intent" value={intent}>
            {word}
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
