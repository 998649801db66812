const POINTS = '[data-point]'
const ANSWERS = 'input[type="radio"]'

/**
 * Answers the check point that has the focus, or the first open one, with its n-th answer, and goes on to the next: nine
 * points are nine keys.
 *
 * @returns whether there was such an answer
 */
export function answerByDigit(list: HTMLElement | null, digit: number): boolean {
  const points = [...(list?.querySelectorAll<HTMLElement>(POINTS) ?? [])].filter(isSeen)
  const at = points.findIndex((point) => point.contains(document.activeElement))
  const place =
    at >= 0 ? at : points.findIndex((point) => !point.querySelector(`${ANSWERS}:checked`))
  const chosen = points[place]?.querySelectorAll<HTMLInputElement>(ANSWERS)[digit - 1]
  if (!chosen) return false
  chosen.click()
  const next = points[place + 1]
  const goal =
    next?.querySelector<HTMLElement>(`${ANSWERS}:checked`) ??
    next?.querySelector<HTMLElement>(ANSWERS)
  ;(goal ?? chosen).focus()
  return true
}

const isSeen = (point: HTMLElement) => point.closest('details:not([open])') === null
