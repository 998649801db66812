import type { ReactNode } from 'react'

/** The heading of a page below the frame of a concept, and what one can do with the whole of it. */
export function SubHead({
  title,
  badge,
  meta,
  actions,
}: {
  title: ReactNode
  badge?: ReactNode
  meta?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-xl wrap-anywhere">{title}</h2>
          {badge}
        </div>
        {meta && <p className="text-leise">{meta}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  )
}
