import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { type Instant, longDay, time } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { paths } from '#server/medialab/workshops/paths.ts'
import type { SeatState, Standing } from '#server/medialab/workshops/contract.ts'

type Mine = {
  state: SeatState
  deadline: Instant | null
  position: number
  reason: string | null
  wasPresent: boolean | null
}
type Seen = {
  workshop: {
    number: number
    slug: string
    path: string
    standing: Standing
    needsApproval: boolean
    signupUntil: Instant
  }
  mine: Mine | null
  schools: { value: string; label: string }[]
  isSignedIn: boolean
  can: { signUp: boolean; withdraw: boolean; answer: boolean; certify: boolean }
}

/** One's own place in it, and what one can do about that. */
export function SeatCard({ view, reply }: { view: Seen; reply: Reply }) {
  const { workshop, mine, can } = view
  const isOpen = workshop.standing === 'open' || workshop.standing === 'full'
  return (
    <Card title="Ihr Platz" id="platz">
      <HouseForm reply={reply} className="grid gap-4">
        {mine && <Place mine={mine} needsApproval={workshop.needsApproval} />}
        {can.withdraw ? <Held view={view} /> : isOpen && can.signUp && <SignUp view={view} />}
        {can.certify && (
          <div>
            <ButtonLink to={paths.certificate(workshop)}>Teilnahmebescheinigung</ButtonLink>
          </div>
        )}
      </HouseForm>
      <WhyNot view={view} isOpen={isOpen} />
    </Card>
  )
}

function Held({ view: { workshop, mine, can } }: { view: Seen }) {
  if (workshop.standing === 'running' || workshop.standing === 'over') return null
  if (can.answer) return <Answer />
  return (
    <div>
      <Button variant="secondary" name="intent" value="withdraw">
        {mine?.state === 'waiting' ? 'Warteliste verlassen' : 'Platz abgeben'}
      </Button>
    </div>
  )
}

const until = (deadline: Instant | null) =>
  deadline === null ? '' : `${longDay(deadline)}, ${time(deadline)} Uhr`

function Place({ mine, needsApproval }: { mine: Mine; needsApproval: boolean }) {
  switch (mine.state) {
    case 'taken':
      return mine.wasPresent === false ? (
        <p>Sie hatten einen Platz und waren nicht da.</p>
      ) : (
        <Notice tone="ok" title={mine.wasPresent ? 'Sie waren dabei.' : 'Sie haben einen Platz.'} />
      )
    case 'requested':
      return (
        <Notice title="Sie haben angefragt.">
          Ihr Platz ist reserviert, bis das SMZ entschieden hat.
        </Notice>
      )
    case 'waiting':
      return (
        <Notice title={`Warteliste: Platz ${mine.position}`}>
          Wird ein Platz frei, bekommen Sie eine Nachricht und haben bis 12:00 Uhr des nächsten
          Schultags Zeit.
        </Notice>
      )
    case 'offered':
      return (
        <Notice tone="achtung" title="Ein Platz ist frei.">
          Bitte bestätigen Sie bis {until(mine.deadline)}.
          {needsApproval && ' Danach entscheidet das SMZ.'}
        </Notice>
      )
    case 'expired':
      return <p>Die Frist für Ihren Platz ist abgelaufen.</p>
    case 'rejected':
      return <p className="wrap-anywhere">Ihre Anfrage wurde abgelehnt: {mine.reason}</p>
    default:
      return null
  }
}

function Answer() {
  return (
    <div className="flex flex-wrap gap-3">
      <Button name="intent" value="accept">
        Platz annehmen
      </Button>
      <Button variant="secondary" name="intent" value="decline">
        Platz ablehnen
      </Button>
    </div>
  )
}

function SignUp({ view: { workshop, schools } }: { view: Seen }) {
  const words = workshop.needsApproval ? 'Platz anfragen' : 'Anmelden'
  return (
    <>
      {schools.length > 1 && (
        <SelectField
          name="school"
          label="Für welche Ihrer Schulen?"
          empty="Bitte wählen"
          choices={schools}
        />
      )}
      <p>
        {workshop.standing === 'full' && 'Ausgebucht. '}
        Anmelden können Sie sich bis {until(workshop.signupUntil)}.
      </p>
      <div>
        <Button name="intent" value="signUp">
          {workshop.standing === 'full' ? 'Auf die Warteliste' : words}
        </Button>
      </div>
    </>
  )
}

function WhyNot({ view, isOpen }: { view: Seen; isOpen: boolean }) {
  const { workshop, can, isSignedIn, mine } = view
  if (!isOpen) {
    const isAnyTime = workshop.standing === 'draft' || mine !== null
    return isAnyTime ? null : <p>Anmelden kann man sich hier nicht mehr.</p>
  }
  if (!isSignedIn)
    return (
      <ButtonLink
        variant="primary"
        to={`/anmelden?weiter=${encodeURIComponent(workshop.path)}`}
        prefetch="none"
      >
        Mit Ihrem Konto anmelden
      </ButtonLink>
    )
  return can.signUp || can.withdraw ? null : (
    <p>Dieser Workshop ist für andere gedacht. Bei Fragen hilft das SMZ.</p>
  )
}
