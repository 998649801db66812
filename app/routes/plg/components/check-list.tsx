import Circle from 'lucide-react/icons/circle'
import CircleCheck from 'lucide-react/icons/circle-check'
import { Link } from '#app/ui/link.tsx'
import type { Check, CheckKey } from '#server/plg/cycle/contract.ts'
import { checkNames, missingWords } from '#server/plg/cycle/words.ts'
import { paths } from '#server/plg/paths.ts'
import { paths as sessions } from '#server/plg/sessions/paths.ts'
import { paths as projects } from '#server/projects/paths.ts'

/** Where one does what a gate asks for. */
const PLACES: Record<CheckKey, { label: string; to: (slug: string) => string }> = {
  consents: { label: 'Stand der Schulen', to: paths.agreement },
  norms: { label: 'Absprachen vereinbaren', to: (slug) => `${paths.agreement(slug)}#absprachen` },
  first_session: { label: 'Termin festlegen', to: sessions.new },
  known_software: { label: 'Zu den Vorhaben', to: projects.list },
  closing_reports: { label: 'Zu den Vorhaben', to: projects.list },
  transfer_sheets: { label: 'Zu den Transferbögen', to: projects.transfer },
}

/** What a gate asks: a mark, the sentence, and the way there for what is missing. */
export function CheckList({ plg, checks }: { plg: string; checks: Check[] }) {
  return (
    <ul className="grid gap-2">
      {checks.map((check) => (
        <li key={check.key} className="flex items-start gap-3">
          {check.isMet ? (
            <CircleCheck className="mt-0.5 shrink-0 text-ok" />
          ) : (
            <Circle className="mt-0.5 shrink-0 text-leise" />
          )}
          <div className="min-w-0 wrap-anywhere">
            <p>
              <span className="sr-only">{check.isMet ? 'Erledigt: ' : 'Offen: '}</span>
              {checkNames[check.key]}
              {!check.isMet && <span className="text-leise"> ({missingWords(check)})</span>}
            </p>
            {!check.isMet && (
              <Link
                to={PLACES[check.key].to(plg)}
                className="inline-flex min-h-11 items-center underline"
              >
                {PLACES[check.key].label}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
