import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'

type Person = { id: string; name: string; since: string | Date | null }

/** Whom the Schulleitung lets decide about apps. */
export function Delegates({ people, reply }: { people: Person[]; reply: Reply | undefined }) {
  const chosen = people.filter(({ since }) => since !== null)
  const others = people.filter(({ since }) => since === null)
  return (
    <Card
      title="Wer für Sie entscheidet"
      lead="Sie können die Entscheidung über Apps anderen an Ihrer Schule übertragen, zum Beispiel der oder dem Digitalisierungsbeauftragten. Die Verantwortung bleibt bei Ihnen."
    >
      {chosen.length > 0 && (
        <List>
          {chosen.map(({ id, name }) => (
            <TaskRow
              key={id}
              action={
                <HouseForm className="grid" reply={undefined}>
                  <input type="hidden" name="intent" value="take" />
                  <input type="hidden" name="personId" value={id} />
                  <Button variant="secondary">
                    Beenden<span className="sr-only">: {name}</span>
                  </Button>
                </HouseForm>
              }
            >
              {name}
            </TaskRow>
          ))}
        </List>
      )}
      {others.length > 0 && (
        <HouseForm
          reply={reply?.intent === 'give' ? reply : undefined}
          className="mt-3 flex flex-wrap items-end gap-3"
        >
          <input type="hidden" name="intent" value="give" />
          <SelectField
            name="personId"
            label="Person"
            empty="Bitte wählen"
            choices={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button variant="secondary">Übertragen</Button>
        </HouseForm>
      )}
    </Card>
  )
}
