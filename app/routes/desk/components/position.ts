/** Which date of a booking an address names; null when it names none. */
export function positionIn(request: Request): number | null {
  const position = Number(new URL(request.url).searchParams.get('termin'))
  return Number.isInteger(position) && position >= 1 && position <= 1000 ? position : null
}
