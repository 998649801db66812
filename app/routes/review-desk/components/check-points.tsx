import { useRef } from 'react'
import { useShortcuts } from '#app/layout/use-shortcuts.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioBar } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useNumberKeys } from '#app/ui/number-keys.tsx'
import { ANSWERS } from '#server/software/review/checks/contract.ts'
import { answerNames, areaNames } from '#server/software/review/checks/words.ts'
import { answerByDigit } from './answer-by-digit.ts'
import { Proofs } from './proofs.tsx'
import { type Answer, of, type ReviewView } from './view.ts'

type Point = ReviewView['points'][number]
type Props = { points: Point[]; canAnswer: boolean; reply: Answer }

/** Block 2: the short catalogue, then what goes deeper. */
export function CheckPoints({ points, canAnswer, reply }: Props) {
  const own = of(reply, 'answers')
  const list = useRef<HTMLDivElement>(null)
  const hasKeys = useShortcuts() && canAnswer
  useNumberKeys(hasKeys, (digit) => answerByDigit(list.current, digit))
  const short = points.filter(({ isShort }) => isShort)
  const rest = points.filter(({ isShort }) => !isShort)
  const answered = points.filter(({ answer }) => answer !== null).length
  if (!canAnswer)
    return (
      <Card title="2 · Prüfpunkte" aside={`${answered} von ${points.length} beantwortet`}>
        {answered === 0 && <p className="text-leise">Noch kein Prüfpunkt ist beantwortet.</p>}
        {points
          .filter(({ answer }) => answer !== null)
          .map((point) => (
            <AnsweredPoint key={point.id} point={point} />
          ))}
      </Card>
    )
  return (
    <Card title="2 · Prüfpunkte" aside={`${answered} von ${points.length} beantwortet`}>
      <div ref={list}>
        {hasKeys && <KeysHint />}
        <HouseForm reply={own} className="grid gap-4">
          {own?.theirs !== undefined && (
            <Notice tone="achtung" title="Das ist jetzt gespeichert">
              <p className="whitespace-pre-wrap wrap-anywhere">{own.theirs}</p>
            </Notice>
          )}
          {short.map((point) => (
            <PointFields key={point.id} point={point} />
          ))}
          <Fold
            title={`Alle weiteren Prüfpunkte (${rest.length})`}
            isOpen={rest.some(({ answer, evidence }) => answer !== null || evidence.length > 0)}
          >
            <div className="grid gap-4">
              {rest.map((point) => (
                <PointFields key={point.id} point={point} />
              ))}
            </div>
          </Fold>
          <div>
            <Button variant="secondary" name="intent" value="answers">
              Prüfpunkte sichern
            </Button>
          </div>
        </HouseForm>
      </div>
    </Card>
  )
}

/** Which digit is which answer, for those who have switched them on. */
function KeysHint() {
  return (
    <p className="mb-3 text-sm text-leise">
      Zifferntasten: {ANSWERS.map((name, at) => `${at + 1} ${answerNames[name]}`).join(' · ')}. Sie
      beantworten den gewählten Prüfpunkt, sonst den ersten offenen.
    </p>
  )
}

function PointFields({ point }: { point: Point }) {
  const { id, question, goodAnswer, answer, comment, seen, by } = point
  return (
    <div data-point={id} className="grid gap-2 border-b border-linie pb-4 last:border-0">
      <input type="hidden" name={`seen${id}`} value={seen} />
      <RadioBar
        name={`answer${id}`}
        label={question}
        hint={`Gut ist: ${goodAnswer}${by ? ` · zuletzt ${by}` : ''}`}
        choices={choicesOf(ANSWERS, answerNames)}
        defaultValue={answer ?? undefined}
      />
      <KnockOut point={point} />
      <Fold title="Anmerkung" isOpen={comment !== ''}>
        <TextArea
          {...{ name: `comment${id}`, label: `Anmerkung zu ${id}`, rows: 2, maxLength: 2000 }}
          defaultValue={comment}
        />
      </Fold>
      <Proofs evidence={point.evidence} />
    </div>
  )
}

/** What stops a release for pupils, said as soon as it is so. */
function KnockOut({ point: { knockOut, answer } }: { point: Point }) {
  if (knockOut === null || answer !== 'no') return null
  return <Notice tone="stopp" title={`${knockOut} So ist keine Freigabe für Lernende möglich.`} />
}

function AnsweredPoint({ point }: { point: Point }) {
  const { question, answer, comment, area } = point
  return (
    <div className="grid justify-items-start gap-1 border-b border-linie py-zeile last:border-0">
      <p className="text-sm text-leise">{areaNames[area] ?? area}</p>
      <p className="font-semibold">{question}</p>
      {answer && (
        <Badge tone={answer === 'yes' ? 'ok' : answer === 'no' ? 'stopp' : 'achtung'}>
          {answerNames[answer]}
        </Badge>
      )}
      {comment && <p className="wrap-anywhere whitespace-pre-line">{comment}</p>}
      <Proofs evidence={point.evidence} />
    </div>
  )
}
