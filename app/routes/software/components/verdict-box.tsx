import { day } from '#app/ui/format.ts'
import { Fold } from '#app/ui/fold.tsx'
import { accountNames, deviceNames } from '#server/software/words.ts'
import type { Use } from '#server/software/products/contract.ts'
import { scopeWords } from '#server/software/products/words.ts'
import type { StandingName } from '#server/software/standing/contract.ts'
import { verdictNames } from '#server/software/standing/words.ts'
import { ConditionList } from './condition-list.tsx'
import { StandingBadge } from './standing-badge.tsx'

type Given = { standing: StandingName; best: Use | null; uses: Use[]; form: string | null }

/** What holds today, since when and until when, who said so and why, and what has to be done before the first lesson. */
export function VerdictBox({ standing, best, uses, form }: Given) {
  const others = uses.filter(({ id }) => id !== best?.id)
  return (
    <section
      aria-label="Darf man das nutzen?"
      className="grid gap-3 rounded-xl border border-linie bg-flaeche p-karte"
    >
      <h2 className="sr-only">Was heute gilt</h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StandingBadge standing={{ name: standing, until: best?.until ?? null }} />
        {best && <span className="font-semibold">{best.label}</span>}
      </p>
      {best ? <UseVerdict use={best} /> : <Meaning standing={standing} />}
      {best && form !== null && !best.isForForm && (
        <p>Für die Schulform Ihrer Schule ist das nicht entschieden.</p>
      )}
      {others.length > 0 && (
        <Fold title={`Alle Nutzungen (${uses.length})`} isOpen={others.length < 4}>
          <ul className="divide-y divide-linie">
            {others.map((use) => (
              <li key={use.id} className="grid gap-2 py-zeile">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <StandingBadge standing={{ name: use.standing, until: use.until }} />
                  <span className="font-semibold">{use.label}</span>
                </p>
                <UseVerdict use={use} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

function UseVerdict({ use }: { use: Use }) {
  const { opinion, release, standing } = use
  return (
    <div className="grid max-w-[68ch] gap-2">
      <p className="text-leise">
        {[use.variant, deviceNames[use.device], accountNames[use.account], scopeWords(use)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Decided use={use} />
      {standing !== 'not_reviewed' && opinion && <p>{opinion.reasoning}</p>}
      {use.endReason && standing === 'not_approved' && <p>{use.endReason}</p>}
      <Meaning standing={standing} graceText={opinion?.graceText} />
      {release && standing !== 'expired' && <ConditionList conditions={release.conditions} />}
      {standing === 'not_approved' && opinion?.alternative && (
        <p>Stattdessen: {opinion.alternative}</p>
      )}
    </div>
  )
}

/** Who decided, on which ground, and for how long. */
function Decided({ use: { opinion, release, until, standing } }: { use: Use }) {
  if (!opinion && !release) return null
  const lines = [
    opinion &&
      `Stellungnahme vom ${day(opinion.givenAt)}: ${verdictNames[opinion.verdict]} (${opinion.signedName}, ${opinion.signedOffice}).`,
    release && `Freigabe vom ${day(release.decidedAt)} durch ${release.decidedName}.`,
    until &&
      (standing === 'expired' ? `Abgelaufen am ${day(until)}.` : `Gültig bis ${day(until)}.`),
    release?.deviates && `Abweichend von der Stellungnahme: ${release.deviationReason}`,
  ].filter((line) => typeof line === 'string' && line !== '')
  return (
    <ul>
      {lines.map((line) => (
        <li key={line || ''}>{line}</li>
      ))}
    </ul>
  )
}

/** What a word means for whoever stands before it. */
function Meaning({ standing, graceText = '' }: { standing: StandingName; graceText?: string }) {
  if (standing === 'not_reviewed')
    return (
      <p className="max-w-[68ch]">
        Noch nicht geprüft heißt nicht verboten. Ihre Schulleitung entscheidet und ist
        verantwortlich; eine Stellungnahme der Datenschutzbeauftragten liegt dafür nicht vor.
      </p>
    )
  if (standing === 'in_review')
    return (
      <p className="max-w-[68ch]">
        Die Prüfung läuft. Bis sie fertig ist, ist nichts entschieden, weder dafür noch dagegen.
      </p>
    )
  if (standing === 'expired')
    return (
      <p className="max-w-[68ch]">
        {graceText || 'Bitte prüfen Sie die Nutzung, bis neu entschieden ist.'}
      </p>
    )
  return null
}
