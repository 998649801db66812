import { initials } from '#app/ui/format.ts'

/** The initials of a person. Always stands beside the written name, so it is hidden from being read twice. */
export function Avatar({ name, size = 'large' }: { name: string; size?: 'small' | 'large' }) {
  const frame = size === 'large' ? 'size-11' : 'size-8 text-sm'
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center rounded-full border border-linie bg-mulde font-semibold ${frame}`}
    >
      {initials(name)}
    </span>
  )
}
