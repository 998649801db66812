import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { paths } from '#server/accounts/paths.ts'
import { roleName } from '#server/accounts/words.ts'

type WaitingRole = { role: string; school: string; hasConfirmer: boolean }

/** What happens until somebody confirms: who can, how one hears of it, and what can be done meanwhile. */
export function Waiting({
  waiting,
  isConfirmed,
}: {
  waiting: WaitingRole[]
  isConfirmed: boolean
}) {
  if (waiting.length === 0)
    return (
      <EmptyState
        title="Sie gehören im Moment zu keiner Schule."
        action={
          <ButtonLink to={paths.roles()} variant="primary">
            Schule wählen
          </ButtonLink>
        }
      >
        Wählen Sie Ihre Schule und Ihre Rolle. Sobald sie bestätigt sind, können Sie mitarbeiten.
      </EmptyState>
    )
  return (
    <>
      {waiting.map(({ role, school, hasConfirmer }) => (
        <Card key={`${role} ${school}`} title={`Ihre Anmeldung wartet auf Bestätigung`}>
          <p className="font-semibold">
            {school}, {roleName(role)}
          </p>
          <p className="mt-2">{whoConfirms(role, hasConfirmer)}</p>
          <p className="mt-2">Sie bekommen eine Mail, sobald entschieden ist.</p>
        </Card>
      ))}
      <Card title="Bis dahin">
        <p>
          {isConfirmed
            ? 'An Ihren anderen Schulen und in Ihren PLGs arbeiten Sie weiter wie bisher.'
            : 'Sie lesen alles, was öffentlich ist. Mitmachen in PLGs können Sie nach der Bestätigung.'}
        </p>
        <div className="mt-4 flex flex-wrap gap-3">
          <ButtonLink to="/schulen">Schulen ansehen</ButtonLink>
          <ButtonLink to={paths.roles()}>Schule oder Rolle ändern</ButtonLink>
        </div>
      </Card>
    </>
  )
}

function whoConfirms(role: string, hasConfirmer: boolean): string {
  if (role === 'principal')
    return 'An das dienstliche Postfach der Schule ging eine Mail mit einem Link. Wer es liest, bestätigt Sie. Auch das Schulmedienzentrum (SMZ) kann bestätigen.'
  if (hasConfirmer)
    return 'Bestätigen können Ihre Schulleitung, deren Stellvertretung, die Digitalisierungsbeauftragten der Schule und das Schulmedienzentrum (SMZ).'
  return 'An Ihrer Schule ist noch niemand dabei, der bestätigen kann. Das übernimmt das Schulmedienzentrum (SMZ).'
}
