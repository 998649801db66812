import type { LucideIcon } from 'lucide-react'
import LoaderCircle from 'lucide-react/icons/loader-circle'
import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react'
import { useIsPending } from '#app/ui/form-context.ts'
import { Link, type LinkProps } from '#app/ui/link.tsx'

type Variant = 'primary' | 'secondary' | 'tertiary' | 'danger'
type Look = { variant?: Variant; icon?: LucideIcon }

const FRAME =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-lg border py-1.5 text-center'
const LOOKS: Record<Variant, string> = {
  primary: 'border-transparent px-4 font-semibold bg-aktion text-auf-aktion hover:underline',
  secondary: 'border-rand px-4 font-semibold bg-flaeche text-schrift hover:bg-mulde',
  tertiary: 'border-transparent px-1 underline hover:decoration-2',
  danger: 'border-transparent px-4 font-semibold bg-stopp text-flaeche hover:underline',
}

export type ButtonProps = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    /** Left out, a submit button inside a HouseForm knows by itself. */
    busy?: boolean
  }

/**
 * A button. While its form is under way it keeps its words and the focus, shows a wheel and takes no
 * second press; the `disabled` attribute would throw the focus away.
 */
export function Button(props: ButtonProps) {
  const { variant = 'primary', icon, busy, className, children, onClick, ...rest } = props
  const { type = 'submit', name, value } = props
  const isPending = useIsPending(name, value)
  const isBusy = busy ?? (type === 'submit' && isPending)
  const Icon = isBusy ? LoaderCircle : icon
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBusy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={isBusy || undefined}
      onClick={handleClick}
      className={`${FRAME} ${LOOKS[variant]} ${className ?? ''}`}
    >
      {Icon && <Icon className={`size-[1.2em] shrink-0 ${isBusy ? 'animate-spin' : ''}`} />}
      {boxed(children, Icon !== undefined)}
      {isBusy && <span className="sr-only">, bitte warten</span>}
    </button>
  )
}

/** Plain words with no picture beside them need no box of their own: a page may have a hundred buttons. */
function boxed(children: ReactNode, hasPicture: boolean): ReactNode {
  return hasPicture || typeof children !== 'string' ? <span>{children}</span> : children
}

/** A link that looks like a button, for going somewhere; what changes something is a Button in a form. */
export function ButtonLink({
  variant = 'secondary',
  icon: Icon,
  className,
  children,
  ...link
}: Look & LinkProps) {
  return (
    <Link prefetch="intent" {...link} className={`${FRAME} ${LOOKS[variant]} ${className ?? ''}`}>
      {Icon && <Icon className="size-[1.2em] shrink-0" />}
      <span>{children}</span>
    </Link>
  )
}
