import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { StickerThing } from '#server/medialab/desk/contract.ts'
import { paths } from '#server/medialab/paths.ts'
import { DateRows, type ShownDate } from './date-rows.tsx'

type Shown =
  | { kind: 'nothing' }
  | { kind: 'place' }
  | { kind: 'several'; dates: ShownDate[] }
  | { kind: 'thing'; thing: Omit<StickerThing, 'dates'> & { dates: ShownDate[] } }
  | { kind: 'unknown'; sentence: string; near: { code: string; name: string }[] }

/** What the field has found, when it is not one place to go to. */
export function FoundCard({ found, reply }: { found: Shown; reply: Reply }) {
  switch (found.kind) {
    case 'several':
      return (
        <Card title="Was davon?" className="mb-5">
          <DateRows dates={found.dates} />
        </Card>
      )
    case 'thing':
      return <ThingCard thing={found.thing} reply={reply} />
    case 'unknown':
      return <Unknown {...found} />
    default:
      return null
  }
}

function Unknown({ sentence, near }: { sentence: string; near: { code: string; name: string }[] }) {
  return (
    <div role="status" className="mb-5">
      <Notice tone="achtung" title={sentence}>
        {near.length > 0 && (
          <p>
            Meinten Sie{' '}
            {near.map(({ code, name }, at) => (
              <span key={code}>
                {at > 0 && ' oder '}
                <Link to={`${paths.desk()}?q=${code}`} className="underline">
                  {code} ({name})
                </Link>
              </span>
            ))}
            ?
          </p>
        )}
      </Notice>
    </div>
  )
}

function ThingCard({
  thing,
  reply,
}: {
  thing: Omit<StickerThing, 'dates'> & { dates: ShownDate[] }
  reply: Reply
}) {
  return (
    <Card title={`${thing.name} · ${thing.code}`} className="mb-5" lead={thing.offer}>
      <p className="mb-2">
        <Badge tone={thing.isWipeDue ? 'achtung' : 'ok'}>{thing.standing}</Badge>
      </p>
      {thing.isWipeDue && <WipeForm code={thing.resourceCode} name={thing.offer} reply={reply} />}
      {thing.dates.length > 0 ? (
        <DateRows dates={thing.dates} />
      ) : (
        <p className="text-leise">In den nächsten Wochen ist es nicht gebucht.</p>
      )}
    </Card>
  )
}

/** Says that nothing of the last borrower is on it any more. */
export function WipeForm({ code, name, reply }: { code: string; name: string; reply: Reply }) {
  return (
    <HouseForm reply={reply} className="mb-3 grid gap-2">
      <input type="hidden" name="code" value={code} />
      <div>
        <Button variant="secondary" name="intent" value="wiped">
          Daten gelöscht<span className="sr-only">: {name}</span>
        </Button>
      </div>
    </HouseForm>
  )
}
