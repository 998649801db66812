import type { ReactNode } from 'react'
import { Fold } from '#app/ui/fold.tsx'

/** A part of a long form behind a line with an arrow. */
export function FormPart(props: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <Fold
      title={<strong>{props.title}</strong>}
      isOpen={props.isOpen}
      className="rounded-lg border border-rand px-3"
    >
      <div className="grid gap-5">{props.children}</div>
    </Fold>
  )
}
