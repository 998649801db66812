import type { SerializeFrom } from '@remix-run/node'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioBar } from '#app/ui/choice-field.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { day } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { LIMITS } from '#server/concepts/talks/contract.ts'
import type { resultFor } from '#server/concepts/talks/views.ts'
import { sideNames } from '#server/concepts/talks/words.ts'

export type ResultView = SerializeFrom<Awaited<ReturnType<typeof resultFor>>>

/** Who does what until when. */
export function AgreementsCard({ view, reply }: { view: ResultView; reply: Reply }) {
  const { agreements, can, clientKey, today } = view
  return (
    <Card title="Vereinbarungen">
      {agreements.length > 0 ? (
        <List>
          {agreements.map((one) => (
            <TaskRow key={one.id} action={<Acts {...one} can={can} />}>
              <p className="whitespace-pre-wrap wrap-anywhere">{one.text}</p>
              <p className="flex flex-wrap items-center gap-2 text-sm text-leise">
                {sideNames[one.owner]}
                {one.due && `, bis ${day(one.due)}`}
                {one.doneAt ? (
                  <Badge tone="ok">Erledigt</Badge>
                ) : (
                  one.due && one.due < today && <Badge tone="achtung">Frist vorbei</Badge>
                )}
              </p>
            </TaskRow>
          ))}
        </List>
      ) : (
        <p className="text-leise">Noch ist nichts vereinbart.</p>
      )}
      {can.conclude && (
        <HouseForm
          reply={reply}
          clientKey={clientKey}
          className="mt-4 grid max-w-[46rem] gap-4 border-t border-linie pt-4"
        >
          <TextArea
            {...{ name: 'text', label: 'Was ist vereinbart?', rows: 2 }}
            maxLength={LIMITS.agreement}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <RadioBar
              name="owner"
              label="Wer übernimmt es?"
              choices={[
                { value: 'school', label: sideNames.school },
                { value: 'authority', label: sideNames.authority },
              ]}
            />
            <TextField name="due" label="Bis wann?" type="date" optional />
          </div>
          <div>
            <Button variant="secondary" name="intent" value="agree">
              Vereinbarung eintragen
            </Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}

function Acts({
  id,
  text,
  doneAt,
  can,
}: ResultView['agreements'][number] & Pick<ResultView, 'can'>) {
  if (!can.settle && !can.conclude) return null
  const about = <span className="sr-only">: {text}</span>
  return (
    <HouseForm className="flex flex-wrap gap-2">
      <input type="hidden" name="agreement" value={id} />
      {can.settle && (
        <Button variant="tertiary" name="intent" value={doneAt ? 'reopen' : 'done'}>
          {doneAt ? 'Wieder öffnen' : 'Erledigt'}
          {about}
        </Button>
      )}
      {can.conclude && (
        <Button variant="tertiary" name="intent" value="remove">
          Streichen
          {about}
        </Button>
      )}
    </HouseForm>
  )
}
