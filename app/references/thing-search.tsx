import Search from 'lucide-react/icons/search'
import { type FormEvent, useId, useRef } from 'react'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { keyOf, type LiveCard } from '#server/references/contract.ts'
import { useSuggestions } from './use-suggestions.ts'

/**
 * A field to find a thing by its name. Without JavaScript, and on Enter without a choice, it leads to
 * `action`, a page that shows what was found; with it, suggestions come below while one types.
 */
export function ThingSearch({
  action,
  addressOf,
  onTake,
  q = '',
}: {
  action: string
  addressOf: (q: string) => string
  onTake: (card: LiveCard) => void
  q?: string
}) {
  const box = useRef<HTMLDivElement>(null)
  const list = useId()
  const canSuggest = useHydrated()
  const take = (card: LiveCard) => {
    const field = box.current?.querySelector('input')
    if (field) field.value = ''
    onTake(card)
  }
  const suggestions = useSuggestions(addressOf, take)
  const { open } = suggestions
  const optionId = (at: number) => `${list}-${at}`
  const combobox = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': open !== null,
    'aria-controls': open ? list : undefined,
    'aria-activedescendant': open?.active == null ? undefined : optionId(open.active),
  } as const
  const handleInput = (event: FormEvent<HTMLElement>) => {
    if (event.target instanceof HTMLInputElement) suggestions.look(event.target.value)
  }
  return (
    <HouseForm
      method="get"
      action={action}
      role="search"
      onInput={handleInput}
      onBlur={suggestions.close}
      className="flex max-w-[40rem] items-end gap-3"
    >
      <div ref={box} className="relative min-w-0 grow">
        <TextField
          {...(canSuggest ? combobox : {})}
          name="q"
          label="Verweis hinzufügen"
          hint="Name einer PLG, eines Themas, eines Dokuments oder einer Schule"
          defaultValue={q}
          maxLength={100}
          autoComplete="off"
          enterKeyHint="search"
          onKeyDown={suggestions.handleKey}
        />
        {open && <Options id={list} {...open} optionId={optionId} onTake={suggestions.take} />}
      </div>
      <Button variant="secondary" icon={Search}>
        Suchen
      </Button>
    </HouseForm>
  )
}

/** The focus stays in the field. */
function Options({
  id,
  cards,
  active,
  optionId,
  onTake,
}: {
  id: string
  cards: LiveCard[]
  active: number | null
  optionId: (at: number) => string
  onTake: (card: LiveCard) => void
}) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Vorschläge"
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-xl border border-rand bg-flaeche p-1.5 shadow-lg"
    >
      {cards.map((card, at) => (
        <div
          key={keyOf(card)}
          id={optionId(at)}
          role="option"
          aria-selected={at === active}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(card)
          }}
          className="flex min-h-11 cursor-pointer flex-col justify-center rounded-lg px-3 py-1 hover:bg-mulde aria-selected:bg-aktion-zart"
        >
          <span className="font-semibold">{card.title}</span>
          <span className="text-sm text-leise">
            {card.context ? `${card.word} · ${card.context}` : card.word}
          </span>
        </div>
      ))}
    </div>
  )
}
