import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import type { OfferKind } from '#server/medialab/contract.ts'
import type { Item, ItemState } from '#server/medialab/offers/items/contract.ts'
import { itemStateNames } from '#server/medialab/offers/items/words.ts'
import { paths } from '#server/medialab/paths.ts'

const TONES: Record<ItemState, Tone> = {
  ...{ ok: 'ok', limited: 'achtung', repair: 'stopp', lost: 'stopp', retired: 'offen' },
}

function amountOf({ isCounted, total, reserve, broken }: Item): string {
  if (!isCounted) return 'ein Stück'
  const less = [reserve > 0 && `${reserve} bleiben hier`, broken > 0 && `${broken} defekt`]
  return [`${total} Stück`, ...less.filter(Boolean)].join(', ')
}

/** What there is of an offer, each with its sticker. */
export function ItemList({ slug, items }: { slug: string; items: (Item & { parts: number })[] }) {
  return (
    <Card title="Bestand">
      {items.length > 0 ? (
        <List>
          {items.map((item) => (
            <li
              key={item.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-zeile"
            >
              <div className="min-w-0">
                <Link
                  to={paths.item(slug, item.id)}
                  className="inline-flex min-h-11 items-center font-semibold wrap-anywhere underline"
                >
                  {item.label ? `${item.label} (${item.code})` : item.code}
                </Link>
                <p className="text-leise">
                  {amountOf(item)}
                  {item.parts > 0 && ` · ${plural(item.parts, 'Teil', 'Teile')} auf der Liste`}
                </p>
              </div>
              <Badge tone={TONES[item.state]}>{itemStateNames[item.state]}</Badge>
            </li>
          ))}
        </List>
      ) : (
        <EmptyState title="Noch nichts da.">
          Ohne Bestand lässt sich das Angebot nicht buchen.
        </EmptyState>
      )}
    </Card>
  )
}

export function NewItems({
  kind,
  clientKey,
  reply,
}: {
  kind: OfferKind
  clientKey: string
  reply: Reply
}) {
  return (
    <Card title="Bestand erweitern">
      <HouseForm clientKey={clientKey} reply={reply}>
        {kind === 'set' ? (
          <RadioRows
            {...{ name: 'way', label: 'Wie wird es gebucht?', defaultValue: 'whole' }}
            choices={[
              {
                value: 'whole',
                label: 'Als Ganzes',
                hint: 'Jedes hat seinen eigenen Aufkleber, zum Beispiel drei Kameras.',
              },
              {
                value: 'counted',
                label: 'Nach Anzahl',
                hint: 'Ein Aufkleber für alles, gebucht werden zum Beispiel 15 von 30 iPads.',
              },
            ]}
          />
        ) : (
          <input type="hidden" name="way" value="whole" />
        )}
        <div className="grid gap-5 md:grid-cols-3">
          <TextField
            {...{ name: 'amount', label: 'Anzahl', type: 'number', defaultValue: 1 }}
            inputMode="numeric"
          />
          <TextField {...{ name: 'label', label: 'Bezeichnung', optional: true, maxLength: 110 }} />
          <TextField
            {...{ name: 'code', label: 'Code', optional: true, maxLength: 20 }}
            hint="Leer: wird erzeugt"
          />
        </div>
        <div>
          <Button name="intent" value="add">
            Bestand erweitern
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
