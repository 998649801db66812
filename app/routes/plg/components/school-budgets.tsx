import type { Reply } from '#app/http/page.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import { LIMITS } from '#server/plg/agreement/contract.ts'
import type { SchoolSeat } from '#server/plg/agreement/views.ts'
import type { Consent } from '#server/plg/contract.ts'
import { consentNames } from '#server/plg/words.ts'
import { TheirText } from './their-text.tsx'

const TONES: Record<Consent, Tone> = { open: 'achtung', granted: 'ok', refused: 'offen' }

type Props = {
  schools: SchoolSeat[]
  /** The version that holds; 0 before the first. */
  latest: number
  canChange: boolean
  reply: Reply | undefined
}

/** What every school gives, and whether its principal has agreed, and to what. */
export function SchoolBudgets({ schools, latest, canChange, reply }: Props) {
  if (schools.length === 0)
    return (
      <EmptyState title="Noch keine Schule.">
        Sobald eine Lehrkraft für ihre Schule mitarbeitet, wird deren Schulleitung gefragt.
      </EmptyState>
    )
  return (
    <Card title="Die Schulen">
      <List>
        {schools.map((school) => (
          <li key={school.schoolId} className="grid gap-2 py-zeile">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <strong>{school.name}</strong>
              <Badge tone={TONES[school.consent]}>{consentNames[school.consent]}</Badge>
            </div>
            {school.timeBudget && <p>Gibt: {school.timeBudget}</p>}
            {school.consent === 'granted' && latest > 0 && school.agreedVersion !== latest && (
              <p className="text-leise">
                {school.agreedVersion
                  ? `Zugestimmt ist Fassung ${school.agreedVersion}; es gilt Fassung ${latest}.`
                  : 'Zugestimmt, bevor es die Vereinbarung gab.'}
              </p>
            )}
            {canChange && <Budget school={school} reply={reply} />}
          </li>
        ))}
      </List>
    </Card>
  )
}

function Budget({ school, reply }: { school: SchoolSeat; reply: Reply | undefined }) {
  const isMine = reply?.intent === 'budget' && reply.initialValue?.schoolId === school.schoolId
  return (
    <Fold
      title={
        <>
          Zeitbudget ändern<span className="sr-only"> {school.name}</span>
        </>
      }
      isOpen={isMine}
    >
      {/* Loaded whole after a conflict: then the form knows the version it is compared with. */}
      <HouseForm reply={isMine ? reply : undefined} className="grid gap-3" reloadDocument>
        {isMine && reply?.theirs && <TheirText text={reply.theirs} />}
        <input type="hidden" name="schoolId" value={school.schoolId} />
        <SeenVersion version={school.version} />
        <TextField
          name="timeBudget"
          label="Was die Schule gibt"
          hint="Zum Beispiel: eine Entlastungsstunde, vier Nachmittage. Die Schulleitung kann es ändern."
          maxLength={LIMITS.timeBudget}
          defaultValue={school.timeBudget}
        />
        <div>
          <Button variant="secondary" name="intent" value="budget">
            Speichern<span className="sr-only"> {school.name}</span>
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
