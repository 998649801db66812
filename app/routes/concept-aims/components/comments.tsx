import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { type Choice, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day, type Instant } from '#app/ui/format.ts'
import { type AimComment, type AimState, LIMITS } from '#server/concepts/aims/contract.ts'

type Comment = Omit<AimComment, 'at'> & { at: Instant }
type Props = {
  state: AimState
  until: string | null
  comments: { isAsked: boolean; list: Comment[]; schools: Choice[]; canCurate: boolean }
  clientKey: string
  reply?: Reply
}

/** What schools say to a proposal, and the form to say something. */
export function Comments({ state, until, comments, clientKey, reply }: Props) {
  const { isAsked, list, schools, canCurate } = comments
  if (list.length === 0 && !isAsked) return null
  const sent = reply?.intent === 'comment' ? reply : undefined
  return (
    <Card
      title="Stellungnahmen der Schulen"
      id="stellungnahmen"
      lead={
        isAsked ? `Erbeten bis ${day(until ?? '')}. Zu lesen ist der Name der Schule.` : undefined
      }
      className="lg:col-span-full"
    >
      {list.length === 0 && <p className="text-leise">Noch hat keine Schule Stellung genommen.</p>}
      <ul className="divide-y divide-linie">
        {list.map((one) => (
          <li key={one.id} className="grid gap-1 py-zeile">
            <p className="font-semibold">{one.school}</p>
            <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{one.body}</p>
            <p className="text-sm text-leise">{day(one.at)}</p>
            {one.hiddenReason !== null && (
              <p className="text-sm">Ausgeblendet: {one.hiddenReason}</p>
            )}
            <Acts comment={one} canCurate={canCurate} isOpen={state === 'draft'} reply={reply} />
          </li>
        ))}
      </ul>
      <NewComment schools={schools} clientKey={clientKey} reply={sent} />
    </Card>
  )
}

type NewProps = { schools: Choice[]; clientKey: string; reply?: Reply }

function NewComment({ schools, clientKey, reply }: NewProps) {
  const [only, another] = schools
  if (!only) return null
  return (
    <HouseForm reply={reply} clientKey={clientKey} className="mt-3 grid max-w-[44rem] gap-3">
      {another ? (
        <SelectField name="schoolId" label="Für welche Schule?" choices={schools} required />
      ) : (
        <input type="hidden" name="schoolId" value={only.value} />
      )}
      <TextArea
        name="body"
        label="Ihre Stellungnahme"
        hint={another ? undefined : `Alle im Netzwerk lesen sie unter „${only.label}“.`}
        required
        rows={4}
        maxLength={LIMITS.comment.max}
      />
      <div>
        <Button name="intent" value="comment">
          Stellung nehmen
        </Button>
      </div>
    </HouseForm>
  )
}

type ActsProps = { comment: Comment; canCurate: boolean; isOpen: boolean; reply?: Reply }

function Acts({ comment, canCurate, isOpen, reply }: ActsProps) {
  const { id, isOwn, hiddenReason, school } = comment
  const sent = reply?.intent === 'hide' && reply.initialValue?.comment === id ? reply : undefined
  const which = <input type="hidden" name="comment" value={id} />
  return (
    <>
      {isOwn && isOpen && (
        <HouseForm className="">
          {which}
          <Button variant="tertiary" name="intent" value="takeCommentBack">
            Löschen<span className="sr-only">: Ihre Stellungnahme</span>
          </Button>
        </HouseForm>
      )}
      {canCurate && hiddenReason !== null && (
        <HouseForm className="">
          {which}
          <Button variant="tertiary" name="intent" value="show">
            Wieder zeigen<span className="sr-only">: {school}</span>
          </Button>
        </HouseForm>
      )}
      {canCurate && hiddenReason === null && (
        <Fold title={`Ausblenden: ${school}`} isOpen={sent !== undefined}>
          <HouseForm reply={sent} className="grid max-w-[34rem] gap-3">
            {which}
            <TextField
              name="reason"
              label="Warum?"
              hint="Wer sie geschrieben hat, liest es."
              required
              maxLength={LIMITS.hiddenReason.max}
            />
            <div>
              <Button variant="secondary" name="intent" value="hide">
                Stellungnahme ausblenden
              </Button>
            </div>
          </HouseForm>
        </Fold>
      )}
    </>
  )
}
