import type { LucideIcon } from 'lucide-react'
import { type ButtonHTMLAttributes, type ReactNode, useEffect, useRef } from 'react'
import { Link, type LinkProps } from '#app/ui/link.tsx'

const ENTRY =
  'flex min-h-11 w-full items-center gap-3 rounded-lg px-3 py-1.5 text-left hover:bg-mulde aria-[current]:bg-aktion-zart aria-[current]:font-semibold'

/**
 * A button that opens a short list of links and buttons. It is a `<details>`, so it opens without
 * JavaScript; with it, Escape, a press outside and choosing something close it.
 */
export function Menu({
  summary,
  summaryClassName = 'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-lg px-2 hover:bg-mulde',
  opens = 'down',
  isOpen,
  onToggle,
  children,
}: {
  summary: ReactNode
  summaryClassName?: string
  opens?: 'down' | 'up'
  /** Comes open, for a page that was asked for with its menu open. */
  isOpen?: boolean
  /** For long pages that fill a menu only when somebody wants it. */
  onToggle?: () => void
  children: ReactNode
}) {
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => closeByItself(ref.current), [])
  const place = opens === 'down' ? 'top-full mt-1' : 'bottom-full mb-1'
  return (
    <details ref={ref} open={isOpen} onToggle={onToggle} className="relative">
      <summary className={summaryClassName}>{summary}</summary>
      <ul
        className={`absolute right-0 z-30 max-h-[70dvh] w-max max-w-[calc(100vw-1.5rem)] min-w-56 overflow-y-auto rounded-xl border border-rand bg-flaeche p-1.5 text-base font-normal text-schrift shadow-lg ${place}`}
      >
        {children}
      </ul>
    </details>
  )
}

/** A line of a menu that leads somewhere. */
export function MenuLink({ icon: Icon, children, ...link }: LinkProps & { icon?: LucideIcon }) {
  return (
    <li>
      <Link prefetch="intent" {...link} className={ENTRY}>
        {Icon && <Icon className="size-5 shrink-0" />}
        {children}
      </Link>
    </li>
  )
}

/** A line of a menu that does something; stands inside a form, or has `form` set. */
export function MenuButton({
  icon: Icon,
  children,
  ...button
}: ButtonHTMLAttributes<HTMLButtonElement> & { icon?: LucideIcon }) {
  return (
    <button type="submit" {...button} className={ENTRY}>
      {Icon && <Icon className="size-5 shrink-0" />}
      {children}
    </button>
  )
}

function closeByItself(details: HTMLDetailsElement | null) {
  if (!details) return undefined
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.open) return
    details.open = false
    details.querySelector('summary')?.focus()
  }
  const handlePress = (event: MouseEvent) => {
    const target = event.target as Element
    const isInside = details.contains(target)
    if (!isInside || target.closest('a, button')) details.open = false
  }
  details.addEventListener('keydown', handleKey)
  document.addEventListener('click', handlePress)
  return () => {
    details.removeEventListener('keydown', handleKey)
    document.removeEventListener('click', handlePress)
  }
}
