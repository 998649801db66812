import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ReactNode } from 'react'

/** A part of a long form behind a line with an arrow; opens without JavaScript. */
export function Fold({
  title,
  isOpen = false,
  children,
}: {
  title: string
  isOpen?: boolean
  children: ReactNode
}) {
  return (
    <details open={isOpen} className="group rounded-lg border border-rand px-3">
      <summary className="flex min-h-11 items-center gap-2 py-2">
        <ChevronDown className="size-5 shrink-0 group-open:rotate-180" />
        <strong>{title}</strong>
      </summary>
      <div className="grid gap-5 pt-2 pb-3">{children}</div>
    </details>
  )
}
