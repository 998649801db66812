import type { ReactNode } from 'react'
import { Count } from '#app/ui/count.tsx'
import { Link, type LinkProps } from '#app/ui/link.tsx'

/** Rows under each other with a fine line between them. */
export function List({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-linie">{children}</ul>
}

/** A sentence and what one can do about it. */
export function TaskRow({ action, children }: { action?: ReactNode; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-zeile md:flex-nowrap">
      <div className="min-w-0">{children}</div>
      {action && <div className="shrink-0">{action}</div>}
    </li>
  )
}

/** Something new: where and when, what, and its first words. */
export function NewsRow({
  to,
  title,
  meta,
  count,
  countWord,
  children,
}: {
  to: LinkProps['to']
  title: ReactNode
  meta?: ReactNode
  count?: number
  countWord?: string
  children?: ReactNode
}) {
  return (
    <li className="relative flex gap-3 py-zeile">
      {count !== undefined && (
        <span className="w-8 shrink-0 pt-1">
          <Count value={count} word={countWord} size="large" />
        </span>
      )}
      <div className="min-w-0">
        {meta && <p className="text-sm text-leise">{meta}</p>}
        <RowLink to={to}>{title}</RowLink>
        {children && <div>{children}</div>}
      </div>
    </li>
  )
}

/** Something of mine with a date: a coloured edge, the time, the thing, its state. */
export function EdgeRow({
  to,
  title,
  meta,
  children,
}: {
  to: LinkProps['to']
  title: ReactNode
  meta?: ReactNode
  children?: ReactNode
}) {
  return (
    <li className="relative mb-3 border-l-4 border-aktion pl-3 last:mb-0">
      {meta && <p className="text-sm text-leise">{meta}</p>}
      <RowLink to={to} isUnderlined>
        {title}
      </RowLink>
      {children && <div className="mt-1">{children}</div>}
    </li>
  )
}

/** The whole row can be pressed; only the title is the link, so that its name is short. */
function RowLink({
  to,
  isUnderlined,
  children,
}: {
  to: LinkProps['to']
  isUnderlined?: boolean
  children: ReactNode
}) {
  return (
    <Link
      to={to}
      prefetch="intent"
      className={`font-semibold after:absolute after:inset-0 ${isUnderlined ? 'underline' : 'hover:underline'}`}
    >
      {children}
    </Link>
  )
}
