import { ButtonLink } from '#app/ui/button.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { paths } from '#server/software/paths.ts'
import type { Answer as Said } from '#server/software/question/contract.ts'
import { adoptionWords, differsIn } from '#server/software/question/words.ts'
import type { StandingName } from '#server/software/standing/contract.ts'
import { ConditionList } from './condition-list.tsx'
import { StandingBadge } from './standing-badge.tsx'

export type Alternative = {
  slug: string
  name: string
  standing: StandingName
  until: string | null
}

type Given = {
  product: { slug: string; name: string }
  answer: Said
  use: { schools: number; names: string[]; own: { school: string; status: string | null }[] }
  alternatives: Alternative[]
  isSignedIn: boolean
}

/** The answer as a sentence, and what one needs next. */
export function Answer({ product, answer, use, alternatives, isSignedIn }: Given) {
  const { standing, conditions, others, lead, sentence } = answer
  return (
    <section
      id="antwort"
      aria-label="Antwort"
      className="grid scroll-mt-20 gap-3 rounded-xl border-2 border-aktion bg-flaeche p-karte"
    >
      <h2 className="text-lg">{lead}</h2>
      <p className="max-w-[68ch]">{sentence}</p>
      <p>
        <StandingBadge standing={{ name: standing, until: answer.use?.until ?? null }} />
      </p>
      <ConditionList conditions={conditions} />
      {standing === 'not_approved' && <Reason use={answer.use} />}
      <Others others={others} />
      {use.own.map(({ school, status }) => (
        <p key={school}>
          {school}: {adoptionWords(status)}
        </p>
      ))}
      <UsedBy use={use} />
      {!standing.startsWith('approved') && <Alternatives alternatives={alternatives} />}
      {isSignedIn && answer.matches && standing !== 'not_approved' && (
        <p className="print:hidden">
          <ButtonLink to={paths.package(product.slug)}>Unterlagen für die Schule</ButtonLink>
        </p>
      )}
    </section>
  )
}

/** A no is never without its reason, and what to take instead. */
function Reason({ use }: { use: Said['use'] }) {
  const reason = use?.endReason || use?.opinion?.reasoning
  const instead = use?.opinion?.alternative
  return (
    <>
      {reason && <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{reason}</p>}
      {instead && <p className="max-w-[68ch] wrap-anywhere">Stattdessen: {instead}</p>}
    </>
  )
}

function Others({ others }: { others: Said['others'] }) {
  const known = others.filter(({ differs }) => differs.length > 0)
  if (known.length === 0) return null
  return (
    <div>
      <p className="font-semibold">Über andere Nutzungen ist entschieden</p>
      <ul className="divide-y divide-linie">
        {known.map(({ use, differs }) => (
          <li key={use.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-zeile">
            <StandingBadge standing={{ name: use.standing, until: use.until }} />
            <span>
              {use.label} <span className="text-leise">(anders: {differsIn(use, differs)})</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who has it already; names only where the reader may know them. */
export function UsedBy({
  use: { schools, names },
}: {
  use: Pick<Given['use'], 'schools' | 'names'>
}) {
  if (schools === 0) return <p>Noch keine Schule sagt, dass sie die App nutzt.</p>
  return (
    <p>
      {plural(schools, 'Schule nutzt', 'Schulen nutzen')} die App
      {names.length > 0 && `: ${names.join(', ')}${schools > names.length ? ' und weitere' : ''}`}.
    </p>
  )
}

/** What does the same and is released. */
export function Alternatives({ alternatives }: { alternatives: Alternative[] }) {
  if (alternatives.length === 0) return null
  return (
    <div>
      <p className="font-semibold">Freigegeben und ähnlich</p>
      <ul className="divide-y divide-linie">
        {alternatives.map(({ slug, name, standing, until }) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-zeile">
            <Link
              to={paths.product(slug)}
              className="inline-flex min-h-11 items-center font-semibold underline"
            >
              {name}
            </Link>
            <StandingBadge standing={{ name: standing, until }} />
          </li>
        ))}
      </ul>
    </div>
  )
}
