import X from 'lucide-react/icons/x'
import type { FocusEvent, KeyboardEvent, ReactNode, RefObject } from 'react'
import { useHydrated } from '#app/ui/use-hydrated.ts'

/** Below this the sheet lies over the text. */
const OVER_TEXT = '(width < 64rem)'
const NO_COLUMN = '(width < 80rem)'

export const hasNoColumn = () => matchMedia(NO_COLUMN).matches

/**
 * Something beside a text: a column from 1280 px on, below that a sheet (from below on a phone, from the right on a
 * tablet).
 */
export function SidePanel({
  id,
  title,
  closeLabel,
  heading,
  isOpen,
  closesInColumn = false,
  onClose,
  children,
}: {
  id: string
  title: ReactNode
  closeLabel: string
  heading: RefObject<HTMLHeadingElement>
  isOpen: boolean
  /** It may be closed where it is a column, too. */
  closesInColumn?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const isHydrated = useHydrated()
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isOpen) return
    if (closesInColumn || hasNoColumn()) onClose()
  }
  const handleBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isOutside = relatedTarget !== null && !currentTarget.contains(relatedTarget)
    if (isOutside && isOpen && matchMedia(OVER_TEXT).matches) onClose()
  }
  return (
    // The keys and the focus of what is inside are listened to; the frame itself is not operated.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      aria-labelledby={id}
      onKeyDown={handleKey}
      onBlur={handleBlur}
      className={`${COLUMN} ${isOpen ? SHEET : `max-xl:hidden ${isHydrated ? '' : 'max-xl:has-target:block'}`}`}
    >
      <div className="mb-2 flex items-center justify-between gap-2 max-xl:sticky max-xl:-top-4 max-xl:z-10 max-xl:-mx-4 max-xl:-mt-4 max-xl:bg-grund max-xl:px-4 max-xl:pt-4">
        <h2 id={id} ref={heading} tabIndex={-1} className="text-lg">
          {title}
        </h2>
        {isHydrated && (
          <button
            type="button"
            onClick={onClose}
            className={`inline-flex min-h-11 min-w-11 items-center justify-center rounded-lg hover:bg-mulde ${closesInColumn ? '' : 'xl:hidden'}`}
          >
            <X className="size-5" />
            <span className="sr-only">{closeLabel}</span>
          </button>
        )}
      </div>
      {children}
    </aside>
  )
}

const COLUMN =
  'relative min-w-0 print:hidden xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-y-auto xl:p-1'
const SHEET =
  'max-xl:fixed max-xl:right-0 max-xl:bottom-0 max-xl:z-30 max-xl:overflow-y-auto max-xl:overscroll-contain max-xl:border-rand max-xl:bg-grund max-xl:p-4 max-xl:pb-[max(1rem,env(safe-area-inset-bottom))] max-xl:shadow-lg max-md:left-0 max-md:max-h-[70dvh] max-md:rounded-t-2xl max-md:border-t md:max-xl:top-14 md:max-xl:w-[24rem] md:max-xl:border-l'
