import type { Choice } from '#app/ui/field.tsx'

/** Values with their words, as entries of a list to choose from. */
export function choicesOf<Value extends string>(
  values: readonly Value[],
  words: Record<Value, string>,
): Choice[] {
  return values.map((value) => ({ value, label: words[value] }))
}

/** The words of stored keys; one that is no longer known stands as it is. */
export function wordsOf(values: string[], words: Record<string, string>): string {
  return values.map((value) => words[value] ?? value).join(', ')
}
