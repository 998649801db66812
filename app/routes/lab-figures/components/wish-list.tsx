import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { day, plural } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Overtaken } from '#app/ui/overtaken.tsx'
import {
  OUTCOMES,
  type Wish,
  WISH_LIMITS,
  type WishOutcome,
} from '#server/medialab/wishes/contract.ts'
import { frequencyNames, outcomeNames } from '#server/medialab/wishes/words.ts'

const TONES: Record<WishOutcome, Tone> = {
  open: 'offen',
  planned: 'aktion',
  bought: 'ok',
  declined: 'achtung',
}

/** What a form of the page answered. */
type Sent = Reply & { intent?: string | undefined; theirs?: string | undefined }
type Given = { rows: Wish[]; canAnswer: boolean; reply: Sent | undefined }

/** What schools miss, with who says so too and what the SMZ says to it. */
export function WishList({ rows, canAnswer, reply }: Given) {
  return (
    <ul className="divide-y divide-linie">
      {rows.map((wish) => (
        <li key={wish.id} id={`wunsch-${wish.number}`} className="grid gap-1 py-zeile">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="font-semibold wrap-anywhere">{wish.title}</h3>
            <Badge tone={TONES[wish.outcome]}>{outcomeNames[wish.outcome]}</Badge>
          </div>
          <p className="text-sm text-leise">
            {[
              plural(wish.voices, 'Person', 'Personen'),
              wish.schools > 0 && `aus ${plural(wish.schools, 'Schule', 'Schulen')}`,
              frequencyNames[wish.frequency],
              day(wish.createdAt),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{wish.purpose}</p>
          {wish.answer && (
            <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">
              <span className="font-semibold">Das SMZ antwortet: </span>
              {wish.answer}
            </p>
          )}
          <Acts wish={wish} />
          {canAnswer && <AnswerForm wish={wish} reply={replyFor(wish, reply)} />}
        </li>
      ))}
    </ul>
  )
}

const replyFor = ({ id }: Wish, reply: Sent | undefined) =>
  reply?.intent === 'answer' && reply.initialValue?.wish === id ? reply : undefined

function Acts({ wish: { id, title, isOwn, isMine, canDelete } }: { wish: Wish }) {
  return (
    <div className="flex flex-wrap gap-x-4 print:hidden">
      {!isOwn && (
        <HouseForm className="">
          <input type="hidden" name="wish" value={id} />
          <Button
            variant={isMine ? 'tertiary' : 'secondary'}
            name="intent"
            value={isMine ? 'leave' : 'join'}
          >
            {isMine ? 'Mich doch nicht' : 'Mich auch'}
            <span className="sr-only">: {title}</span>
          </Button>
        </HouseForm>
      )}
      {canDelete && (
        <HouseForm className="">
          <input type="hidden" name="wish" value={id} />
          <Button variant="tertiary" name="intent" value="delete">
            Löschen<span className="sr-only">: {title}</span>
          </Button>
        </HouseForm>
      )}
    </div>
  )
}

function AnswerForm({ wish, reply }: { wish: Wish; reply: Sent | undefined }) {
  return (
    <Fold
      title={
        <>
          Antworten<span className="sr-only">: {wish.title}</span>
        </>
      }
      isOpen={reply !== undefined}
    >
      <HouseForm reply={reply} className="grid max-w-[46rem] gap-4">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="wish" value={wish.id} />
        <Overtaken reply={reply} version={wish.version} />
        <SelectField
          name="outcome"
          label="Was wird daraus?"
          choices={choicesOf(OUTCOMES, outcomeNames)}
          defaultValue={wish.outcome}
        />
        <TextArea
          name="answer"
          label="Antwort an die Schulen"
          rows={2}
          maxLength={WISH_LIMITS.answer}
          defaultValue={wish.answer}
        />
        <div>
          <Button variant="secondary">Antwort speichern</Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
