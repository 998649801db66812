/** A share as a bar; its number stands beside it in the table, so it is not read out. */
export function Bar({
  percent,
  className = 'text-aktion',
}: {
  percent: number
  className?: string
}) {
  return (
    <svg aria-hidden="true" className={`h-3 w-full min-w-16 rounded bg-mulde ${className}`}>
      <rect width={`${Math.min(100, Math.max(0, percent))}%`} height="100%" fill="currentColor" />
    </svg>
  )
}
