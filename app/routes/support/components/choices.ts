import type { Choice } from '#app/ui/field.tsx'

/** Values with their words, as entries of a list to choose from. */
export function choicesOf<Value extends string>(
  values: readonly Value[],
  words: Record<Value, string>,
): Choice[] {
  return values.map((value) => ({ value, label: words[value] }))
}

/** What an address says after "?seite=" and the like. */
export const queryOf = (request: Request) => new URL(request.url).searchParams
