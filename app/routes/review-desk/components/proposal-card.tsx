import type { SerializeFrom } from '@remix-run/node'
import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import type { ReleaseDesk } from '#server/software/decisions/desk/views.ts'
import { Conditions, OpinionFacts } from './opinion-facts.tsx'

type One = SerializeFrom<ReleaseDesk>['proposals'][number]

/** A release against an opinion, for the second person. */
export function ProposalCard({ one, reply }: { one: One; reply: Reply | undefined }) {
  return (
    <Card level={3} title={one.name} lead={`Vorgeschlagen von ${one.proposer}`}>
      <OpinionFacts opinion={one.opinion} />
      <DefinitionList
        facts={[
          [
            'Begründung dagegen',
            <span className="whitespace-pre-wrap wrap-anywhere">{one.reason}</span>,
          ],
          [
            'Auflagen dabei',
            one.conditions.length > 0 && <Conditions conditions={one.conditions} />,
          ],
          ['Gültig bis', day(one.validUntil)],
        ]}
      />
      <HouseForm reply={reply} className="mt-3 flex flex-wrap gap-3">
        <input type="hidden" name="intent" value="settle" />
        <input type="hidden" name="proposalId" value={one.id} />
        {one.can.confirm && (
          <>
            <Button name="answer" value="confirm">
              Als zweite Person bestätigen<span className="sr-only">: {one.name}</span>
            </Button>
            <Button name="answer" value="decline" variant="secondary">
              Ablehnen<span className="sr-only">: {one.name}</span>
            </Button>
          </>
        )}
        {one.can.takeBack && (
          <Button name="answer" value="withdraw" variant="secondary">
            Vorschlag zurückziehen<span className="sr-only">: {one.name}</span>
          </Button>
        )}
      </HouseForm>
    </Card>
  )
}
