import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { LIMITS } from '#server/medialab/workshops/contract.ts'

type Material = { id: string; title: string; url: string }
type Props = {
  materials: Material[]
  canLead: boolean
  clientKey: string
  replyTo: (intent: string) => Reply
}

/** What is left of it for everybody: links here, files below. */
export function MaterialCard({ materials, canLead, clientKey, replyTo }: Props) {
  if (materials.length === 0 && !canLead) return null
  return (
    <Card title="Material" id="material">
      {materials.length > 0 && (
        <HouseForm reply={replyTo('removeMaterial')} className="">
          <input type="hidden" name="intent" value="removeMaterial" />
          <List>
            {materials.map(({ id, title, url }) => (
              <TaskRow
                key={id}
                action={
                  canLead && (
                    <Button variant="tertiary" name="material" value={id}>
                      Entfernen<span className="sr-only">: {title}</span>
                    </Button>
                  )
                }
              >
                <a href={url} rel="noreferrer" className="wrap-anywhere underline">
                  {title}
                </a>
              </TaskRow>
            ))}
          </List>
        </HouseForm>
      )}
      {canLead && (
        <HouseForm reply={replyTo('material')} clientKey={clientKey} className="mt-3 grid gap-4">
          <TextField
            name="title"
            label="Titel des Materials"
            maxLength={LIMITS.material}
            hint="Alle finden es über die Suche. Dateien laden Sie weiter unten hoch."
          />
          <TextField name="url" type="url" label="Adresse" maxLength={LIMITS.url} />
          <div>
            <Button variant="secondary" name="intent" value="material">
              Material veröffentlichen
            </Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}
