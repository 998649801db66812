import type { MouseEvent, ReactNode } from 'react'

/**
 * A link to a place on the same page. With JavaScript it moves the focus itself: a change of the hash is a
 * navigation to the router, which would throw away the answer of the action and with it all errors shown.
 */
export function JumpLink({
  target,
  className,
  children,
}: {
  /** The id of the place. */
  target: string
  className?: string
  children: ReactNode
}) {
  const handleClick = (event: MouseEvent) => {
    const place = document.getElementById(target)
    if (!place) return
    event.preventDefault()
    place.focus()
    if (place.matches('input, select, textarea')) place.scrollIntoView({ block: 'center' })
  }
  return (
    <a href={`#${target}`} onClick={handleClick} className={className}>
      {children}
    </a>
  )
}
