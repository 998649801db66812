import { Link } from '#app/ui/link.tsx'

/**
 * The mark with the glow of the steelworks under it, and the name where there is room: with large type
 * on a phone the name drops into a second line, which is not seen.
 */
export function Brand({ home, hasName }: { home: string; hasName: 'always' | 'wide' }) {
  return (
    <Link
      to={home}
      prefetch="intent"
      className="flex h-11 flex-wrap gap-x-2.5 overflow-hidden rounded-lg text-lg leading-11 font-semibold"
    >
      <span
        aria-hidden="true"
        className="flex size-11 shrink-0 items-center justify-center rounded-lg border-b-4 border-marke bg-aktion text-lg font-bold text-auf-aktion"
      >
        25
      </span>
      <span className={hasName === 'wide' ? 'sr-only xl:not-sr-only' : ''}>Lernen 25</span>
    </Link>
  )
}
