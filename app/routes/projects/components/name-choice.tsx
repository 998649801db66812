import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import type { NameUse } from '#server/projects/contract.ts'
import { nameUseNames } from '#server/projects/words.ts'

/** Each author decides about the own name; without a decision none is shown. */
export function NameChoice({ ownName, reply }: { ownName: NameUse | null; reply: Reply }) {
  if (ownName === null) return null
  return (
    <Card
      title="Ihr Name"
      lead="Ob Ihr Name nach außen steht, entscheiden nur Sie. Solange Sie nichts wählen, steht er nicht dabei."
    >
      <HouseForm reply={reply}>
        <RadioRows
          name="nameUse"
          label="Wie sollen Sie genannt werden?"
          defaultValue={ownName === 'pending' ? undefined : ownName}
          choices={(['named', 'anonymous'] as const).map((value) => ({
            value,
            label: nameUseNames[value],
          }))}
        />
        <div>
          <Button variant="secondary" name="intent" value="name">
            Entscheidung speichern
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
