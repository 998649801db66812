import { gateNames, missingWords } from '../cycle/words.ts'
import type { Check } from '../cycle/contract.ts'
import { paths } from '../paths.ts'
import { type Signal, type SignalKey, WEEKS_FOR_CONSENT, WEEKS_WITHOUT_DATE } from './contract.ts'

const shortChecks: Record<Check['key'], string> = {
  consents: 'Zustimmung der Schulleitungen',
  norms: 'Absprachen',
  first_session: 'erster Termin',
  known_software: 'Software ohne bekannten Stand',
  closing_reports: 'Abschlussberichte',
  transfer_sheets: 'Transferbögen',
}

/** A signal in words, with the one thing to do next. */
export function signalWords(key: SignalKey, slug: string, missing: Check[]): Signal {
  switch (key) {
    case 'no_date':
      return {
        key,
        text: `Seit ${WEEKS_WITHOUT_DATE} Schulwochen gab es kein Treffen, und keins ist geplant.`,
        action: { label: 'Termin finden', to: `${paths.plg(slug)}/termine` },
      }
    case 'phase_over':
      return {
        key,
        text: 'Das geplante Ende der Phase ist vorbei.',
        action: { label: 'Phase besprechen', to: paths.phases(slug) },
      }
    case 'consent_open':
      return {
        key,
        text: `Eine Schulleitung hat seit ${WEEKS_FOR_CONSENT} Wochen nicht geantwortet.`,
        action: { label: 'Schulen ansehen', to: paths.members(slug) },
      }
    case 'gate_missing':
      return {
        key,
        text: `${gateOf(missing)} fehlt noch: ${missing.map(shortCheck).join(', ')}.`,
        action: { label: 'Nächsten Schritt ansehen', to: paths.phases(slug) },
      }
  }
}

const gateOf = (missing: Check[]) => (missing[0] ? gateNames[missing[0].gate] : 'Hier')
const shortCheck = (check: Check) =>
  check.key === 'consents'
    ? `${shortChecks.consents} (${missingWords(check)})`
    : shortChecks[check.key]
