import type { Mentionable } from '#server/discussions/contract.ts'
import { nameOf } from './use-mentions.ts'

export const MENTION_LIST = 'erwaehnen'
export const optionId = (at: number) => `${MENTION_LIST}-${at}`

/** The names that fit, below the field. The focus stays in the field. */
export function MentionList({
  found,
  active,
  onTake,
}: {
  found: Mentionable[]
  active: number
  onTake: (person: Mentionable) => void
}) {
  return (
    <div
      id={MENTION_LIST}
      role="listbox"
      aria-label="Mitglieder erwähnen"
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 max-w-96 overflow-y-auto rounded-xl border border-rand bg-flaeche p-1.5 shadow-lg"
    >
      {found.map((person, at) => (
        <div
          key={person.id}
          id={optionId(at)}
          role="option"
          aria-selected={at === active}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(person)
          }}
          className="flex min-h-11 cursor-pointer flex-col justify-center rounded-lg px-3 py-1 hover:bg-mulde aria-selected:bg-aktion-zart"
        >
          <span className="font-semibold">{nameOf(person)}</span>
          {person.school && <span className="text-sm text-leise">{person.school}</span>}
        </div>
      ))}
    </div>
  )
}
