import type { ReactNode } from 'react'
import { day } from '#app/ui/format.ts'
import { Fold } from '#app/ui/fold.tsx'
import { accountNames, deviceNames } from '#server/software/words.ts'
import type { Use } from '#server/software/products/contract.ts'
import { scopeWords } from '#server/software/products/words.ts'
import type { StandingName } from '#server/software/standing/contract.ts'
import { verdictNames } from '#server/software/standing/words.ts'
import { ConditionList } from './condition-list.tsx'
import { StandingBadge } from './standing-badge.tsx'

type Given = {
  standing: StandingName
  best: Use | null
  uses: Use[]
  form: string | null
  /** Below an answer, which says the same for what was asked. */
  isFolded: boolean
  /** What else one wants to know first. */
  children: ReactNode
}

/** What holds today, since when and until when, who said so and why, and what has to be done before the first lesson. */
export function VerdictBox({ isFolded, ...given }: Given) {
  return (
    <section
      aria-label="Darf man das nutzen?"
      className="rounded-xl border border-linie bg-flaeche p-karte"
    >
      <h2 className="sr-only">Was heute gilt</h2>
      {isFolded ? (
        <Fold title="Entscheidungen und Nutzungen im Einzelnen">
          <Verdict {...given} />
        </Fold>
      ) : (
        <Verdict {...given} />
      )}
    </section>
  )
}

function Verdict({ standing, best, uses, form, children }: Omit<Given, 'isFolded'>) {
  const others = uses.filter(({ id }) => id !== best?.id)
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StandingBadge standing={{ name: standing, until: best?.until ?? null }} />
        {best && <span className="font-semibold">{best.label}</span>}
      </p>
      {best ? <UseVerdict use={best} /> : <Meaning standing={standing} />}
      {best && form !== null && !best.isForForm && (
        <p>Für die Schulform Ihrer Schule ist das nicht entschieden.</p>
      )}
      {children}
      {others.length > 0 && (
        <Fold title={`Weitere Nutzungen (${others.length})`} isOpen={others.length < 4}>
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
    </div>
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
      <Meaning standing={standing} graceText={opinion?.graceText} />
      {use.isElsewhere && <p>Freigegeben ist das nur für andere einzelne Schulen.</p>}
      {release && standing !== 'expired' && <ConditionList conditions={release.conditions} />}
      {standing !== 'not_reviewed' && opinion && (
        <p className="wrap-anywhere whitespace-pre-line">{opinion.reasoning}</p>
      )}
      {use.endReason && standing === 'not_approved' && <p>{use.endReason}</p>}
      {standing === 'not_approved' && opinion?.alternative && (
        <p>Stattdessen: {opinion.alternative}</p>
      )}
      <Decided use={use} />
    </div>
  )
}

/** Who decided, and on which ground; how long it holds the badge says. */
function Decided({ use: { opinion, release } }: { use: Use }) {
  if (!opinion && !release) return null
  const lines = [
    opinion &&
      `Stellungnahme vom ${day(opinion.givenAt)}: ${verdictNames[opinion.verdict]} (${opinion.signedName}, ${opinion.signedOffice}).`,
    release && `Freigabe vom ${day(release.decidedAt)} ${releasedBy(release)}.`,
    release?.deviates && `Abweichend von der Stellungnahme: ${release.deviationReason}`,
  ].filter((line) => typeof line === 'string' && line !== '')
  return (
    <ul className="text-sm text-leise">
      {lines.map((line) => (
        <li key={line || ''}>{line}</li>
      ))}
    </ul>
  )
}

/** The officer only says what there is to say; where an opinion releases at once, that is the rule of the Schulträger. */
const releasedBy = ({ mode, decidedName }: NonNullable<Use['release']>) =>
  mode === 'on_opinion' ? 'nach der Regel des Schulträgers' : `durch ${decidedName}, Schulträger`

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
