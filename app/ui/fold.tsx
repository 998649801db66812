import ChevronDown from 'lucide-react/icons/chevron-down'
import type { ReactNode } from 'react'

/** Something few need, behind a line with an arrow; opens without JavaScript. */
export function Fold({
  title,
  isOpen = false,
  className,
  children,
}: {
  title: ReactNode
  isOpen?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <details open={isOpen} className={`group ${className ?? ''}`}>
      <summary className="flex min-h-11 items-center gap-2 py-2">
        <ChevronDown className="size-5 shrink-0 group-open:rotate-180" />
        <span>{title}</span>
      </summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  )
}
