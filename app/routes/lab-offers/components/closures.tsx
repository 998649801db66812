import { Form } from '@remix-run/react'
import type { Reply as Answer } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { List, TaskRow } from '#app/ui/list.tsx'
import { CLOSURE_EFFECTS } from '#server/medialab/contract.ts'
import type { KeptClosure } from '#server/medialab/opening/contract.ts'
import { effectNames } from '#server/medialab/opening/words.ts'
import { EffectNotice, SaveButton } from './effect-notice.tsx'

export function ClosureList({ closures }: { closures: KeptClosure[] }) {
  if (closures.length === 0) return <EmptyState title="Keine Schließtage eingetragen." />
  return (
    <List>
      {closures.map(({ id, startsOn, endsOn, reason, effect }) => (
        <TaskRow
          key={id}
          action={
            <Form method="post">
              <input type="hidden" name="intent" value="removeClosure" />
              <input type="hidden" name="closure" value={id} />
              <Button variant="secondary">
                Löschen<span className="sr-only">: {reason}</span>
              </Button>
            </Form>
          }
        >
          <p className="font-semibold">{reason}</p>
          <p className="text-leise">
            {startsOn === endsOn ? day(startsOn) : `${day(startsOn)} bis ${day(endsOn)}`} ·{' '}
            {effectNames[effect]}
          </p>
        </TaskRow>
      ))}
    </List>
  )
}

export function ClosureForm({
  clientKey,
  reply,
}: {
  clientKey: string
  reply: Answer | undefined
}) {
  return (
    <Fold title="Schließtag hinzufügen" isOpen={Boolean(reply)} className="mt-3">
      <HouseForm clientKey={clientKey} reply={reply}>
        <div className="grid gap-4 md:grid-cols-2">
          <TextField {...{ name: 'startsOn', label: 'Erster Tag', type: 'date' }} />
          <TextField
            {...{ name: 'endsOn', label: 'Letzter Tag', type: 'date', optional: true }}
            hint="Leer: nur dieser eine Tag"
          />
        </div>
        <TextField
          {...{ name: 'reason', label: 'Grund', maxLength: 120 }}
          hint="Steht im Kalender, zum Beispiel „Betriebsausflug“"
        />
        <RadioRows
          {...{ name: 'effect', label: 'Was geht dann nicht?', defaultValue: 'closed' }}
          choices={choicesOf(CLOSURE_EFFECTS, effectNames)}
        />
        <EffectNotice reply={reply} />
        <div>
          <SaveButton {...{ reply, name: 'intent', value: 'addClosure' }}>
            Schließtag eintragen
          </SaveButton>
        </div>
      </HouseForm>
    </Fold>
  )
}
