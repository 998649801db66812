import type { ReactNode } from 'react'
import { PageHead } from '#app/ui/page-head.tsx'

/** The frame of the pages before and around signing in: one narrow column on a card. */
export function Door({
  title,
  lead,
  children,
  below,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
  /** Other ways, under the card. */
  below?: ReactNode
}) {
  return (
    <div className="max-w-[34rem]">
      <PageHead title={title} meta={lead} />
      <div className="rounded-xl border border-linie bg-flaeche p-4 md:p-5">{children}</div>
      {below && <div className="mt-5 grid justify-items-start gap-3">{below}</div>}
    </div>
  )
}
