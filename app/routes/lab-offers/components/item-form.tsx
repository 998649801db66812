import type { Reply as Answer } from '#app/http/page.ts'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import { ITEM_STATES, type Item } from '#server/medialab/offers/items/contract.ts'
import { itemStateNames } from '#server/medialab/offers/items/words.ts'
import { EffectNotice, SaveButton } from './effect-notice.tsx'

const NUMBER = { type: 'number', inputMode: 'numeric' } as const

/** One thing with its sticker: how much of it there is, and in which state. */
export function ItemForm({ item, reply }: { item: Item; reply: Answer | undefined }) {
  return (
    <Card title="Angaben">
      <HouseForm reply={reply}>
        <SeenVersion version={item.version} />
        <div className="grid gap-5 md:grid-cols-3">
          <TextField
            {...{ name: 'code', label: 'Code', maxLength: 20, defaultValue: item.code }}
            hint="Steht auf dem Aufkleber"
          />
          <TextField
            {...{ name: 'label', label: 'Bezeichnung', optional: true, maxLength: 120 }}
            defaultValue={item.label}
            hint="Zum Beispiel „Koffer 3“"
          />
          <TextField
            {...{ name: 'inventoryNumber', label: 'Inventarnummer', optional: true }}
            maxLength={60}
            defaultValue={item.inventoryNumber}
            hint="Der Stadt oder der Schule"
          />
        </div>
        {item.isCounted && (
          <div className="grid gap-5 md:grid-cols-3">
            <TextField
              {...{ ...NUMBER, name: 'total', label: 'Anzahl', defaultValue: item.total }}
              hint="Wie viele es gibt"
            />
            <TextField
              {...{ ...NUMBER, name: 'reserve', label: 'Reserve', defaultValue: item.reserve }}
              hint="Bleiben im MediaLab"
            />
            <TextField
              {...{ ...NUMBER, name: 'broken', label: 'Defekt', defaultValue: item.broken }}
              hint="Gehen zurzeit nicht"
            />
          </div>
        )}
        <SelectField
          {...{ name: 'state', label: 'Zustand', defaultValue: item.state }}
          choices={choicesOf(ITEM_STATES, itemStateNames)}
        />
        <TextArea
          {...{ name: 'notes', label: 'Notizen des SMZ', rows: 3, optional: true }}
          maxLength={2000}
          defaultValue={item.notes}
        />
        <EffectNotice reply={reply} />
        <div>
          <SaveButton {...{ reply, name: 'intent', value: 'edit' }}>Angaben speichern</SaveButton>
        </div>
      </HouseForm>
    </Card>
  )
}
