import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'

type Props = {
  choices: { value: string; label: string }[]
  facilitators: { id: string; name: string }[]
  reply: Reply | undefined
}

/** For the SMZ: who accompanies this PLG. Everybody inside is told of it. */
export function Facilitation({ choices, facilitators, reply }: Props) {
  return (
    <Card
      title="Moderation durch das SMZ"
      lead="Wer eine PLG begleitet, liest und schreibt in ihr mit. Alle Mitglieder erfahren davon."
    >
      <List>
        {facilitators.map(({ id, name }) => (
          <TaskRow
            key={id}
            action={
              <HouseForm className="">
                <input type="hidden" name="intent" value="endFacilitation" />
                <Button variant="secondary" name="memberId" value={id}>
                  Begleitung beenden<span className="sr-only"> {name}</span>
                </Button>
              </HouseForm>
            }
          >
            {name}
          </TaskRow>
        ))}
      </List>
      <HouseForm reply={reply?.intent === 'assign' ? reply : undefined} className="mt-4 grid gap-3">
        <SelectField
          name="personId"
          label="Wer begleitet?"
          empty="Bitte wählen"
          required
          choices={choices}
          className="max-w-[28rem]"
        />
        <div>
          <Button variant="secondary" name="intent" value="assign">
            Eintragen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
