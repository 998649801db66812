import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type Preview, stepLess, stepTo } from '#server/medialab/checkout/contract.ts'
import { whenWords } from '#server/medialab/finding/words.ts'
import { paths } from '#server/medialab/paths.ts'

/** Each date with what stands in its way, and what could be had instead without typing anything again. */
export function DatesCard({ preview, hasSkipped }: { preview: Preview; hasSkipped: boolean }) {
  const { dates, warnings, alternatives, less, canSkip } = preview
  return (
    <Card title={dates.length > 1 ? `${dates.length} Termine` : 'Termin'}>
      <div className="grid gap-4">
        <List>
          {dates.map((date) => (
            <DateRow key={whenWords(date.when)} date={date} />
          ))}
        </List>
        {(canSkip || hasSkipped) && (
          <CheckField
            name="skips"
            label="Termine mit Konflikt überspringen"
            hint="Gebucht wird dann nur, was geht."
          />
        )}
        {(less.length > 0 || alternatives.length > 0) && (
          <Notice tone="info" title="Stattdessen möglich">
            <p>Alles, was Sie eingetragen haben, bleibt stehen.</p>
            <div className="mt-2 flex flex-wrap gap-2">
              {less.map((item) => (
                <Button key={item.slug} name="step" value={stepLess(item)} variant="secondary">
                  {item.quantity} × {item.name} nehmen
                </Button>
              ))}
              {alternatives.map((when) => (
                <Button key={whenWords(when)} name="step" value={stepTo(when)} variant="secondary">
                  {whenWords(when)}
                </Button>
              ))}
            </div>
          </Notice>
        )}
        <WaitingLinks preview={preview} />
        {warnings.map((sentence) => (
          <Notice key={sentence} tone="achtung">
            {sentence}
          </Notice>
        ))}
      </div>
    </Card>
  )
}

function DateRow({ date: { when, faults } }: { date: Preview['dates'][number] }) {
  return (
    <li className="grid gap-1 py-zeile">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{whenWords(when)}</span>
        {faults.length === 0 ? (
          <Badge tone="ok">geht</Badge>
        ) : (
          <Badge tone="stopp">fällt aus</Badge>
        )}
      </p>
      {faults.map(({ sentence }) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </li>
  )
}

/** Somebody else has it: whoever waits is told when it comes free. */
function WaitingLinks({ preview: { dates, offers } }: { preview: Preview }) {
  const [taken] = dates.flatMap(({ when, faults }) =>
    faults.filter(({ isTaken }) => isTaken).map(({ slug }) => ({ when, slug })),
  )
  const offer = taken && offers.find(({ slug }) => slug === taken.slug)
  if (!taken || !offer) return null
  const { from, to, span } = taken.when
  return (
    <div>
      <ButtonLink
        to={paths.waiting({
          ...{ angebot: offer.slug, anzahl: offer.quantity, tag: from },
          ...(span ? { von: span.from, bis: span.to } : { bis_tag: to }),
        })}
      >
        Auf die Warteliste: {offer.name}
      </ButtonLink>
    </div>
  )
}
