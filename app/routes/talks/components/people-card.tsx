import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { LIMITS, PERSON_SIDES } from '#server/concepts/talks/contract.ts'
import { personSideNames } from '#server/concepts/talks/words.ts'
import type { TalkView } from './talk-view.ts'

/** Who takes part: of both sides, and those who advise. */
export function PeopleCard({
  view: { people, candidates, can },
  reply,
}: {
  view: TalkView
  reply: Reply
}) {
  return (
    <Card title="Beteiligte">
      {people.length > 0 ? (
        <List>
          {people.map(({ id, name, side }) => (
            <TaskRow
              key={id}
              action={
                can.plan && (
                  <HouseForm className="">
                    <input type="hidden" name="seat" value={id} />
                    <Button variant="tertiary" name="intent" value="uninvite">
                      Entfernen<span className="sr-only">: {name}</span>
                    </Button>
                  </HouseForm>
                )
              }
            >
              {name} <span className="text-leise">({personSideNames[side]})</span>
            </TaskRow>
          ))}
        </List>
      ) : (
        <p className="text-leise">Noch steht niemand fest.</p>
      )}
      {can.plan && (
        <Fold title="Person dazubitten" isOpen={reply !== undefined}>
          <HouseForm reply={reply} className="grid max-w-[46rem] gap-4">
            <SelectField
              {...{ name: 'person', label: 'Person', empty: 'Bitte wählen', optional: true }}
              choices={PERSON_SIDES.map((side) => ({
                label: personSideNames[side],
                choices: candidates
                  .filter((one) => one.side === side)
                  .map(({ personId, name }) => ({ value: personId, label: name })),
              })).filter((group) => group.choices.length > 0)}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                {...{ name: 'name', label: 'Oder ein Name', maxLength: LIMITS.name }}
                hint="Für wen es hier kein Konto gibt."
                optional
              />
              <SelectField
                {...{ name: 'side', label: 'Nimmt teil für', optional: true }}
                choices={choicesOf(PERSON_SIDES, personSideNames)}
              />
            </div>
            <div>
              <Button variant="secondary" name="intent" value="invite">
                Dazubitten
              </Button>
            </div>
          </HouseForm>
        </Fold>
      )}
    </Card>
  )
}
