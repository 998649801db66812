import { TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { type CostItem, LIMITS } from '#server/support/contract.ts'
import { euroDigits } from '#server/support/words.ts'

const SPARE = 3

/** The lines of costs, with some empty ones: so one can add lines without a script. */
export function CostFields({ items, reply }: { items: CostItem[]; reply: Reply }) {
  const sent = Object.keys(reply?.initialValue ?? {}).filter((name) => /^text\d+$/.test(name))
  const last = Math.max(-1, ...sent.map((name) => Number(name.slice('text'.length))))
  const rows = Math.min(LIMITS.items, Math.max(items.length + SPARE, last + 1))
  return (
    <div className="grid gap-4">
      {Array.from({ length: rows }, (_, at) => (
        <CostLine key={at} at={at} item={items[at]} />
      ))}
    </div>
  )
}

function CostLine({ at, item }: { at: number; item: CostItem | undefined }) {
  const name = (field: string) => `${field}${at}`
  return (
    <fieldset className="grid gap-x-3 gap-y-2 border-b border-linie pb-4 md:grid-cols-[minmax(0,1fr)_7rem_10rem]">
      <legend className="sr-only">Kostenzeile {at + 1}</legend>
      <TextField
        name={name('text')}
        label="Wofür"
        defaultValue={item?.text}
        maxLength={LIMITS.itemText}
      />
      <TextField
        name={name('quantity')}
        label="Anzahl"
        inputMode="numeric"
        defaultValue={item?.quantity}
      />
      <TextField
        name={name('unit')}
        label="Einzelpreis in Euro"
        inputMode="decimal"
        defaultValue={item ? euroDigits(item.unitCents) : undefined}
      />
    </fieldset>
  )
}
