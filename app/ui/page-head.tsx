import type { ReactNode } from 'react'

/** The one h1 of a page, what is above and below it, and what one can do with the whole page. */
export function PageHead({
  title,
  kicker,
  meta,
  badge,
  actions,
}: {
  title: ReactNode
  kicker?: ReactNode
  meta?: ReactNode
  badge?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="mb-5 flex flex-wrap items-start justify-between gap-x-5 gap-y-3 lg:flex-nowrap">
      <div className="min-w-0">
        {kicker && <p className="text-sm text-leise">{kicker}</p>}
        <h1 tabIndex={-1} className="text-2xl">
          {title}
        </h1>
        {(badge || meta) && (
          <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
            {badge}
            {meta && <p className="text-leise">{meta}</p>}
          </div>
        )}
      </div>
      {actions && (
        <div className="flex flex-wrap gap-2 max-lg:max-w-full lg:shrink-0 print:hidden">
          {actions}
        </div>
      )}
    </div>
  )
}
