import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day, time } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { sideNames } from '#server/concepts/talks/words.ts'
import type { ResultView } from './agreements-card.tsx'

/** Both sign what stands there. A change afterwards voids both. */
export function SignaturesCard({ view, reply }: { view: ResultView; reply: Reply }) {
  const { talk, side, can, signatures, content } = view
  const signed = new Map(signatures.map((one) => [one.side, one]))
  const mine = side && signed.get(side)
  const maySign = (can.signSchool || can.signAuthority) && !mine
  return (
    <Card
      title="Unterschriften"
      lead={
        talk.isSigned
          ? 'Beide haben unterschrieben. Das Ergebnis ändert sich nicht mehr.'
          : 'Beide Seiten bestätigen Reflexion, Vereinbarungen und Protokoll. Ändert sich danach etwas, gelten beide Unterschriften nicht mehr.'
      }
    >
      <DefinitionList
        facts={(['school', 'authority'] as const).map((one) => {
          const found = signed.get(one)
          return [
            sideNames[one],
            found
              ? `${found.name ?? 'Nicht mehr hier'}, ${day(found.signedAt)}, ${time(found.signedAt)}`
              : 'fehlt noch',
          ]
        })}
      />
      {maySign && (
        <HouseForm reply={reply} className="mt-4 grid gap-3">
          <input type="hidden" name="content" value={content} />
          <div>
            <Button name="intent" value="sign">
              Für {side === 'school' ? 'die Schule' : 'das Amt'} unterschreiben
            </Button>
          </div>
        </HouseForm>
      )}
      {side === 'school' && talk.state === 'held' && !can.signSchool && (
        <p className="mt-3 text-leise">Für die Schule unterschreibt die Schulleitung.</p>
      )}
    </Card>
  )
}
