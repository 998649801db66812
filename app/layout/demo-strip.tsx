import { Link } from '#app/ui/link.tsx'

/** Says on every page that nothing here is real. */
export function DemoStrip({ mailbox }: { mailbox: boolean }) {
  return (
    <aside
      aria-label="Vorführung"
      className="border-b border-linie bg-mulde px-3 py-1.5 text-sm text-leise md:px-5 print:hidden"
    >
      <p>
        Vorführung mit erfundenen Personen und Schulen.
        {mailbox && (
          <>
            {' '}
            Alle Mails landen im{' '}
            <Link to="/postfach" className="underline">
              Postfach der Vorführung
            </Link>
            .
          </>
        )}
      </p>
    </aside>
  )
}
