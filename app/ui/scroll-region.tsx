import type { ReactNode } from 'react'

/** Wide things scroll inside here, also by keyboard, so that the page itself never does. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    /* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who has no mouse scrolls with the arrow keys */
    <div role="region" aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      {children}
    </div>
  )
}
