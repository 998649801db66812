/** Puts text into a field as if it was typed: what listens for input hears of it, and the field has the focus. */
export function insertText(
  area: HTMLTextAreaElement,
  text: string,
  { from, to, select }: { from: number; to: number; select?: [number, number] },
): void {
  area.focus()
  area.setRangeText(text, from, to, 'end')
  if (select) area.setSelectionRange(from + select[0], from + select[1])
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
