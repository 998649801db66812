import { Link } from '#app/ui/link.tsx'

const LINKS = [
  ['Impressum', '/impressum'],
  ['Datenschutz', '/datenschutz'],
  ['Barrierefreiheit', '/barrierefreiheit'],
  ['Barriere melden', '/barrierefreiheit/melden'],
  ['Nutzungsregeln', '/nutzungsregeln'],
  ['Status', '/status'],
  ['Hilfe', '/hilfe'],
] as const

/** The duties of every public page, in the same order everywhere; help comes last. */
export function Footer() {
  return (
    <footer className="mt-auto border-t border-linie px-3 py-2 text-sm md:px-5 print:hidden">
      <nav aria-label="Rechtliches und Hilfe">
        <ul className="flex flex-wrap gap-x-5">
          {LINKS.map(([label, to]) => (
            <li key={to}>
              <Link to={to} className="inline-flex min-h-11 items-center underline">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  )
}
