import { number } from '#app/ui/format.ts'

/** A number in a bubble, read out with its word: "2 neu". Nothing at zero. */
export function Count({
  value,
  word = 'neu',
  size = 'small',
}: {
  value: number | undefined
  word?: string
  size?: 'small' | 'large'
}) {
  if (!value) return null
  const frame = size === 'small' ? 'h-5 min-w-5 px-1.5 text-leiste' : 'size-8 text-sm'
  return (
    <span
      className={`relative inline-flex shrink-0 items-center justify-center rounded-full border border-transparent bg-aktion leading-none font-semibold text-auf-aktion ${frame}`}
    >
      {value > 99 ? '99+' : number(value)}
      <span className="sr-only"> {word}</span>
    </span>
  )
}
