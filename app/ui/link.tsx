import { type AnchorHTMLAttributes, forwardRef } from 'react'

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** An address of the house, as `paths` give it, or only what follows `?` or `#`. */
  to: string
  /** Whether the page is fetched as soon as a pointer rests on the link. */
  prefetch?: 'intent' | 'none'
  /** In the place of this page in the browser's history. */
  replace?: boolean
  /** The page stays where it is scrolled to. */
  preventScrollReset?: boolean
  /** For what is no page of ours: the browser itself goes there. */
  reloadDocument?: boolean
}

/**
 * A link inside the house. It is nothing but an anchor, hundreds of which cost little to render; that it leads on without
 * loading everything anew is the work of `layout/link-clicks.tsx`, once for all.
 */
export const Link = forwardRef<HTMLAnchorElement, LinkProps>(function Link(
  { to, prefetch, replace, preventScrollReset, reloadDocument, children, ...anchor },
  ref,
) {
  if (reloadDocument)
    return (
      <a {...anchor} ref={ref} href={to}>
        {children}
      </a>
    )
  return (
    <a
      {...anchor}
      ref={ref}
      href={to}
      data-discover="true"
      data-prefetch={prefetch === 'intent' ? '' : undefined}
      data-replace={replace ? '' : undefined}
      data-stay={preventScrollReset ? '' : undefined}
    >
      {children}
    </a>
  )
})
