import type { Reply } from '#app/http/page.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import { LIMITS as AGREEMENT } from '#server/plg/agreement/contract.ts'
import { type Consent, LIMITS } from '#server/plg/contract.ts'
import { paths } from '#server/plg/paths.ts'
import type { Seat } from '#server/plg/seats/views.ts'
import { consentNames, joiningNames, phaseNames } from '#server/plg/words.ts'

const TONES: Record<Consent, Tone> = { open: 'achtung', granted: 'ok', refused: 'offen' }

/** One PLG with somebody of the school in it, and the principal's decision. It can be changed later. */
export function SeatCard({ seat, reply }: { seat: Seat; reply: Reply | undefined }) {
  const agreeing = reply?.initialValue?.consent === 'granted' ? reply : undefined
  const refusing = agreeing ? undefined : reply
  return (
    <Card
      title={seat.slug ? <SeatLink slug={seat.slug} title={seat.title} /> : seat.title}
      lead={seat.question}
      aside={<Badge tone={TONES[seat.consent]}>{consentNames[seat.consent]}</Badge>}
    >
      <DefinitionList
        facts={[
          ['Von Ihrer Schule', seat.delegates.join(', ')],
          ['Seit', day(seat.since)],
          ['Phase', seat.slug && phaseNames[seat.phase]],
          ['Beitritt', joiningNames[seat.joining]],
          ['Ihre Begründung', seat.reason],
          ['Ihre Schule gibt', seat.timeBudget],
        ]}
      />
      {seat.agreement && <Agreement seat={seat} />}
      <div className="mt-4 grid gap-4">
        {(seat.consent !== 'granted' || isBehind(seat)) && <Agree seat={seat} reply={agreeing} />}
        {seat.consent !== 'refused' && <Refuse seat={seat} reply={refusing} />}
      </div>
    </Card>
  )
}

/** Agreed, but to an earlier version than the one that holds, or before there was one. */
const isBehind = ({ consent, version, agreedVersion }: Seat) =>
  consent === 'granted' && version !== null && version !== agreedVersion

/** What the principal agrees to. */
function Agreement({ seat }: { seat: Seat }) {
  return (
    <div className="mt-4 grid gap-3">
      <h3>Vereinbarung, Fassung {seat.version}</h3>
      {isBehind(seat) && (
        <Notice tone="achtung">
          {seat.agreedVersion
            ? `Sie haben Fassung ${seat.agreedVersion} zugestimmt. Jetzt gilt Fassung ${seat.version}.`
            : 'Sie haben zugestimmt, bevor es diese Vereinbarung gab.'}
        </Notice>
      )}
      <p className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">{seat.agreement}</p>
      <DefinitionList
        facts={[
          ['Wie oft', seat.rhythm],
          ['Ende des Durchgangs', seat.endsOn && day(seat.endsOn)],
        ]}
      />
    </div>
  )
}

function Agree({ seat, reply }: { seat: Seat; reply: Reply | undefined }) {
  return (
    <HouseForm reply={reply} className="grid gap-3" key={seat.version} reloadDocument>
      <input type="hidden" name="plgId" value={seat.id} />
      <SeenVersion version={seat.seatVersion} />
      {seat.version && <input type="hidden" name="agreedVersion" value={seat.version} />}
      <TextField
        name="timeBudget"
        label="Was Ihre Schule gibt"
        optional
        hint="Zum Beispiel: eine Entlastungsstunde, vier Nachmittage"
        maxLength={AGREEMENT.timeBudget}
        defaultValue={seat.timeBudget}
        className="max-w-[36rem]"
      />
      <div>
        <Button name="consent" value="granted">
          {isBehind(seat) ? `Fassung ${seat.version} zustimmen` : 'Zustimmen'}
          <span className="sr-only"> {seat.title}</span>
        </Button>
      </div>
    </HouseForm>
  )
}

function SeatLink({ slug, title }: { slug: string; title: string }) {
  return (
    <Link to={paths.plg(slug)} prefetch="intent" className="underline">
      {title}
    </Link>
  )
}

function Refuse({ seat, reply }: { seat: Seat; reply: Reply | undefined }) {
  return (
    <Fold title="Nicht zustimmen" isOpen={reply !== undefined}>
      <p className="mb-3 max-w-[68ch] text-leise">
        Die Lehrkräfte bleiben in der PLG, aber die Schule zählt nicht als beteiligt. Wer für die
        PLG spricht, liest Ihre Begründung.
      </p>
      <HouseForm reply={reply} className="grid gap-3">
        <input type="hidden" name="plgId" value={seat.id} />
        <TextField
          name="reason"
          label="Begründung in einem Satz"
          required
          maxLength={LIMITS.reason}
        />
        <div>
          <Button variant="secondary" name="consent" value="refused">
            Nicht zustimmen<span className="sr-only"> {seat.title}</span>
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
