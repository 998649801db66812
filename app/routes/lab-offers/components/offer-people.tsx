import { Form } from '@remix-run/react'
import type { Reply as Answer } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckField, CheckGroup } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { EffectNotice, SaveButton } from './effect-notice.tsx'

type Servant = { personId: string; name: string; isServing: boolean }

/** Who gives the advice, or stands by: one person, one thing at a time. */
export function OfferStaff({
  isNeeded,
  servants,
  reply,
}: {
  isNeeded: boolean
  servants: Servant[]
  reply: Answer | undefined
}) {
  return (
    <Card
      title="Wer das macht"
      lead={
        isNeeded
          ? 'Buchen kann man nur, wenn eine dieser Personen frei ist.'
          : 'Für dieses Angebot muss niemand dabei sein.'
      }
    >
      <HouseForm reply={reply}>
        <CheckGroup
          {...{ name: 'people', label: 'Zuständig', columns: true }}
          choices={servants.map(({ personId, name }) => ({ value: personId, label: name }))}
          defaultValue={servants
            .filter(({ isServing }) => isServing)
            .map(({ personId }) => personId)}
        />
        <EffectNotice reply={reply} />
        <div>
          <SaveButton {...{ reply, name: 'intent', value: 'staff' }}>Personen speichern</SaveButton>
        </div>
      </HouseForm>
    </Card>
  )
}

type App = { id: string; name: string; isNeeded: boolean }

/** Apps that it needs or goes well with; their standing is told to whoever books. */
export function OfferApps({ apps, names, reply }: { apps: App[]; names: string[]; reply: Reply }) {
  return (
    <Card
      title="Apps dazu"
      lead="Ist eine nötige App für die Schulform nicht freigegeben, erfährt es, wer bucht."
    >
      {apps.length > 0 && (
        <List>
          {apps.map(({ id, name, isNeeded }) => (
            <TaskRow
              key={id}
              action={
                <Form method="post">
                  <input type="hidden" name="intent" value="removeApp" />
                  <input type="hidden" name="app" value={id} />
                  <Button variant="secondary">
                    Entfernen<span className="sr-only">: {name}</span>
                  </Button>
                </Form>
              }
            >
              <p className="font-semibold">{name}</p>
              <p className="text-leise">{isNeeded ? 'wird gebraucht' : 'passt dazu'}</p>
            </TaskRow>
          ))}
        </List>
      )}
      <HouseForm reply={reply} className="mt-3 grid gap-3" key={apps.length}>
        <TextField
          {...{ name: 'name', label: 'Name der App', maxLength: 200, list: 'apps' }}
          autoComplete="off"
        />
        <datalist id="apps">
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <CheckField {...{ name: 'isNeeded', label: 'Wird gebraucht', defaultChecked: true }} />
        <div>
          <Button name="intent" value="addApp" variant="secondary">
            App hinzufügen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
