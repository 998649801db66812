import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PhaseBar } from '#app/ui/phase-bar.tsx'
import type { PlgCard as Plg } from '#server/plg/contract.ts'
import { paths } from '#server/plg/paths.ts'
import { kindNames, noteOf, stepNames, stepOf } from '#server/plg/words.ts'
import { JoiningBadge } from './joining-badge.tsx'

/** A PLG of others: what it asks, who is in, how far it is, and the way in. */
export function PlgCard({ plg, schoolCount }: { plg: Plg; schoolCount: number }) {
  return (
    <article className="flex min-w-0 flex-col gap-3 rounded-xl border border-linie bg-flaeche p-karte">
      <div>
        <h3 className="text-lg">
          <Link to={paths.plg(plg.slug)} prefetch="intent" className="hover:underline">
            {plg.title}
          </Link>
        </h3>
        <p className="mt-1">{plg.question}</p>
      </div>
      <PhaseBar steps={stepNames} current={stepOf(plg.phase)} note={noteOf(plg)} />
      <p className="text-sm text-leise">
        {plg.kind !== 'plg' && `${kindNames[plg.kind]} · `}
        {plg.programme && `${plg.programme} · `}
        {plg.schools.length > 0 && `${plg.schools.join(' · ')} · `}
        {plural(plg.members, 'Mitglied', 'Mitglieder')}
      </p>
      <div className="mt-auto flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap gap-2">
          <JoiningBadge joining={plg.joining} />
          {plg.seeksMembers && plg.phase !== 'closed' && (
            <Badge tone="aktion">Sucht Mitglieder</Badge>
          )}
        </div>
        <WayIn plg={plg} schoolCount={schoolCount} />
      </div>
    </article>
  )
}

/** Who teaches at one school joins with one press; every other way in is on the page of the PLG. */
function WayIn({ plg, schoolCount }: { plg: Plg; schoolCount: number }) {
  const about = <span className="sr-only"> {plg.title}</span>
  if (schoolCount === 0 || plg.phase === 'closed')
    return <ButtonLink to={paths.plg(plg.slug)}>Ansehen{about}</ButtonLink>
  if (plg.joining === 'by_request')
    return <ButtonLink to={`${paths.plg(plg.slug)}#beitritt`}>Anfragen{about}</ButtonLink>
  if (schoolCount > 1)
    return <ButtonLink to={`${paths.plg(plg.slug)}#beitritt`}>Beitreten{about}</ButtonLink>
  return (
    <HouseForm action={paths.plg(plg.slug)} className="">
      <Button variant="secondary" name="intent" value="join">
        Beitreten{about}
      </Button>
    </HouseForm>
  )
}
