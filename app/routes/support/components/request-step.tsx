import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { LIMITS, type RequestEvent } from '#server/support/contract.ts'

const WITH_WORDS = {
  accept: {
    title: 'Annehmen',
    lead: 'Andere sehen dann, dass Sie sich kümmern.',
    word: 'Annehmen',
    isNeeded: false,
  },
  decline: {
    title: 'Ablehnen',
    lead: 'Schreiben Sie, warum, und wer vielleicht helfen kann.',
    word: 'Ablehnen',
    isNeeded: true,
  },
  finish: {
    title: 'Abschließen',
    lead: 'Wenn die PLG hat, was sie brauchte.',
    word: 'Als erledigt abschließen',
    isNeeded: false,
  },
}

/** One thing that can be done with a request now. */
export function RequestStep({
  step,
  version,
  reply,
}: {
  step: RequestEvent
  version: number
  reply: Reply
}) {
  const hidden = <input type="hidden" name="version" value={version} />
  if (step === 'withdraw')
    return (
      <HouseForm reply={reply} id={step}>
        {hidden}
        <div>
          <Button variant="secondary" name="intent" value="withdraw">
            Anfrage zurückziehen
          </Button>
        </div>
      </HouseForm>
    )
  const { title, lead, word, isNeeded } = WITH_WORDS[step]
  const form = (
    <HouseForm reply={reply} id={step}>
      {hidden}
      <TextArea
        name="answer"
        label="Ihre Antwort an die PLG"
        optional={!isNeeded}
        maxLength={LIMITS.answer}
        counter
      />
      <div>
        <Button variant={isNeeded ? 'secondary' : 'primary'} name="intent" value={step}>
          {word}
        </Button>
      </div>
    </HouseForm>
  )
  return (
    <Card title={title} lead={lead}>
      {isNeeded ? (
        <Fold title="Begründen" isOpen={Boolean(reply)}>
          {form}
        </Fold>
      ) : (
        form
      )}
    </Card>
  )
}
