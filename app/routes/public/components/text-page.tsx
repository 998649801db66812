import PencilLine from 'lucide-react/icons/pencil-line'
import type { ReactNode } from 'react'
import { Card } from '#app/ui/card.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

/** A page to read: one column of sections. */
export function TextPage({
  title,
  meta,
  children,
}: {
  title: string
  meta?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="max-w-[46rem]">
      <PageHead title={title} meta={meta} />
      <div className="grid gap-5">{children}</div>
    </div>
  )
}

/** A part of such a page with its heading; lists and links inside look like in a written text. */
export function Section({
  title,
  id,
  children,
}: {
  title: string
  id?: string
  children: ReactNode
}) {
  return (
    <Card title={title} id={id}>
      <div className="prose">{children}</div>
    </Card>
  )
}

/** A fact that only the operator of this installation knows. Nothing is invented in its place. */
export function ForOperator({ children }: { children: ReactNode }) {
  return (
    <div className="my-3 flex gap-3 rounded-lg border-2 border-dashed border-achtung bg-achtung-zart p-3">
      <PencilLine aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-achtung" />
      <p className="min-w-0">
        <strong>Vom Betreiber auszufüllen:</strong> {children}
      </p>
    </div>
  )
}
