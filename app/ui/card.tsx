import { type ReactNode, useId } from 'react'

/** A section with its heading on a white card; `aside` stands right of the heading. */
export function Card({
  title,
  level = 2,
  aside,
  lead,
  id,
  className,
  children,
}: {
  title: ReactNode
  level?: 2 | 3
  aside?: ReactNode
  lead?: ReactNode
  id?: string
  className?: string
  children: ReactNode
}) {
  const headingId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      id={id}
      aria-labelledby={headingId}
      className={`min-w-0 rounded-xl border border-linie bg-flaeche p-karte ${className ?? ''}`}
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Heading id={headingId} className="text-lg">
          {title}
        </Heading>
        {aside}
      </div>
      {lead && <p className="mb-3 text-leise">{lead}</p>}
      {children}
    </section>
  )
}
