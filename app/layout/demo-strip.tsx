import { Link } from '@remix-run/react'

/** Says on every page that nothing here is real. */
export function DemoStrip({ mailbox }: { mailbox: boolean }) {
  return (
    <aside
      aria-label="Vorführung"
      className="flex flex-wrap items-center gap-x-4 border-b border-linie bg-mulde px-3 text-sm text-leise md:px-5 print:hidden"
    >
      <p className="py-2">Vorführung mit erfundenen Personen und Schulen</p>
      {mailbox && (
        <Link to="/postfach" className="inline-flex min-h-11 items-center underline">
          Postfach der Vorführung
        </Link>
      )}
    </aside>
  )
}
