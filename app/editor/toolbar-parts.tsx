import type { LucideIcon } from 'lucide-react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'

const BUTTON =
  'inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1 rounded-lg px-2 hover:bg-mulde aria-pressed:bg-aktion-zart aria-pressed:text-aktion aria-expanded:bg-mulde aria-disabled:text-leise aria-disabled:opacity-60'

/** On a tablet the first touch of another element would throw the selection in the text away. */
const keepSelection = (event: MouseEvent) => event.preventDefault()

const buttonsOf = (bar: HTMLElement) => [
  ...bar.querySelectorAll<HTMLElement>(':scope > button, :scope > div > button'),
]

/**
 * A row of tools with one stop for Tab; arrows go from tool to tool (WAI-ARIA toolbar). Menus open in `menus`,
 * outside the row, because on a phone the row scrolls and would cut them off.
 */
export function ToolRow({ label, children }: { label: string; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const buttons = row.current ? buttonsOf(row.current) : []
    if (buttons.length > 0 && !buttons.some(({ tabIndex }) => tabIndex === 0))
      buttons.forEach((button, at) => (button.tabIndex = at === 0 ? 0 : -1))
  })
  const handleKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = buttonsOf(event.currentTarget)
    const at = buttons.indexOf(document.activeElement as HTMLElement)
    const last = buttons.length - 1
    const next = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (at === -1 || next === undefined) return
    event.preventDefault()
    buttons[next]?.focus()
  }
  const handleFocus = (event: FocusEvent<HTMLDivElement>) => {
    const buttons = buttonsOf(event.currentTarget)
    if (!buttons.includes(event.target)) return
    for (const button of buttons) button.tabIndex = button === event.target ? 0 : -1
  }
  return (
    <div
      ref={row}
      role="toolbar"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={handleKey}
      onFocus={handleFocus}
      className="werkzeuge flex gap-x-2 overflow-x-auto p-1 md:flex-wrap md:overflow-visible"
    >
      {children}
    </div>
  )
}

export const ToolGroup = ({ children }: { children: ReactNode }) => (
  <div className="flex shrink-0">{children}</div>
)

export type ToolProps = {
  label: string
  icon: LucideIcon
  /** As shown and as the browser is told, e.g. "Strg+B" and "Control+B". */
  keys?: { shown: string; aria: string }
  isPressed?: boolean
  isDisabled?: boolean
  onPress: () => void
}

export function ToolButton({ label, icon: Icon, keys, isPressed, isDisabled, onPress }: ToolProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      title={keys ? `${label} (${keys.shown})` : label}
      aria-label={label}
      aria-keyshortcuts={keys?.aria}
      aria-pressed={isPressed}
      aria-disabled={isDisabled || undefined}
      onMouseDown={keepSelection}
      onClick={() => !isDisabled && onPress()}
      className={BUTTON}
    >
      <Icon className="size-5" />
    </button>
  )
}

export type MenuEntry = {
  label: string
  detail?: string
  icon?: LucideIcon
  isChecked?: boolean
  onPress: () => void
}

/** A tool that opens a short menu. Its entries are made when it opens, because some cost a walk over the text. */
export function ToolMenu(props: {
  label: string
  shown: ReactNode
  entries: () => MenuEntry[]
  menus: RefObject<HTMLDivElement>
  onClosed: () => void
}) {
  const { label, shown, entries, menus, onClosed } = props
  const [open, setOpen] = useState<MenuEntry[] | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = (isDone: boolean) => {
    setOpen(null)
    if (isDone) onClosed()
    else button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-controls={open ? id : undefined}
        aria-label={label}
        title={label}
        onMouseDown={keepSelection}
        onClick={() => setOpen(open ? null : entries())}
        className={BUTTON}
      >
        {shown}
        <ChevronDown className="size-4 shrink-0" />
      </button>
      {open &&
        menus.current &&
        createPortal(
          <OpenMenu id={id} label={label} entries={open} anchor={button} onClose={close} />,
          menus.current,
        )}
    </>
  )
}

function OpenMenu(props: {
  id: string
  label: string
  entries: MenuEntry[]
  anchor: RefObject<HTMLButtonElement>
  onClose: (isDone: boolean) => void
}) {
  const { id, label, entries, anchor, onClose } = props
  const list = useRef<HTMLDivElement>(null)
  const isChoice = entries.some(({ isChecked }) => isChecked !== undefined)
  useLayoutEffect(() => {
    if (list.current && anchor.current) placeBelow(list.current, anchor.current)
    const items = itemsOf(list.current)
    ;(items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus()
  }, [anchor])
  useEffect(() => {
    const handlePress = ({ target }: PointerEvent) => {
      const isOwn =
        list.current?.contains(target as Node) || anchor.current?.contains(target as Node)
      if (!isOwn) onClose(true)
    }
    document.addEventListener('pointerdown', handlePress)
    return () => document.removeEventListener('pointerdown', handlePress)
  }, [anchor, onClose])
  const handleKey = (event: KeyboardEvent) => {
    const items = itemsOf(list.current)
    const at = items.indexOf(document.activeElement as HTMLElement)
    const count = items.length
    const next = {
      ArrowDown: (at + 1) % count,
      ArrowUp: (at - 1 + count) % count,
      Home: 0,
      End: count - 1,
    }[event.key]
    if (next !== undefined) items[next]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={list}
      id={id}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={handleKey}
      className="absolute top-full z-30 mt-1 max-h-[60dvh] w-max max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-xl border border-rand bg-flaeche p-1.5 shadow-lg"
    >
      {entries.map(({ label: words, detail, icon: Icon, isChecked, onPress }) => (
        <button
          key={words}
          type="button"
          role={isChoice ? 'menuitemradio' : 'menuitem'}
          aria-checked={isChoice ? isChecked === true : undefined}
          tabIndex={-1}
          onMouseDown={keepSelection}
          onClick={() => {
            onClose(true)
            onPress()
          }}
          className="flex min-h-11 w-full items-center gap-3 rounded-lg px-3 py-1.5 text-left hover:bg-mulde aria-checked:bg-aktion-zart aria-checked:font-semibold"
        >
          {Icon && <Icon className="size-5 shrink-0" />}
          <span className="mr-auto">{words}</span>
          {detail && <span className="pl-4 text-sm text-leise">{detail}</span>}
        </button>
      ))}
    </div>
  )
}

const itemsOf = (list: HTMLElement | null) => [
  ...(list?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
]

/** Below its button, but never over the edge of what it stands in. */
function placeBelow(list: HTMLElement, anchor: HTMLElement): void {
  const frame = list.offsetParent?.getBoundingClientRect()
  const button = anchor.getBoundingClientRect()
  if (!frame) return
  const most = frame.width - list.offsetWidth
  list.style.left = `${Math.max(0, Math.min(button.left - frame.left, most))}px`
}
