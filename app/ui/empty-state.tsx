import type { ReactNode } from 'react'

/** What is here, why it is empty, and the one thing to do next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="rounded-xl border border-dashed border-rand p-5">
      <p className="font-semibold">{title}</p>
      {children && <div className="mt-1 max-w-[68ch] text-leise">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  )
}
