/**
 * Which bytes of a file are asked for. Only the plain form "from-to", as players and viewers of PDF send it;
 * all else gets the whole.
 *
 * @returns 'none' when there are no such bytes
 */
export function rangeOf(
  header: string | null,
  bytes: number,
): { start: number; end: number } | 'whole' | 'none' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return 'whole'
  const isTail = from === ''
  const start = isTail ? Math.max(0, bytes - Number(to)) : Number(from)
  const end = isTail || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return start >= bytes || end < start ? 'none' : { start, end }
}
