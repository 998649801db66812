/** Signing in without leaving the page, on which something typed may stand. */
export function SignInElsewhere() {
  return (
    <a
      href="/anmelden"
      target="_blank"
      rel="noopener"
      className="inline-flex min-h-11 items-center font-semibold underline"
    >
      Anmelden (öffnet einen neuen Tab)
    </a>
  )
}
