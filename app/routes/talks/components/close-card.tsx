import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { LIMITS } from '#server/concepts/talks/contract.ts'

/** The end, by the Amt: what both have signed needs no word, everything else does. */
export function CloseCard({ talk, reply }: { talk: { isSigned: boolean }; reply: Reply }) {
  return (
    <Card
      title="Gespräch abschließen"
      lead={
        talk.isSigned
          ? 'Beide haben unterschrieben. Abgeschlossen ist das Gespräch nur noch zu lesen; Vereinbarungen können Sie weiter abhaken.'
          : 'Wenn das Gespräch nicht zustande kommt oder nicht unterschrieben wird. Danach ist es nur noch zu lesen.'
      }
    >
      <HouseForm reply={reply} className="grid max-w-[46rem] gap-4">
        {!talk.isSigned && (
          <TextArea
            {...{ name: 'reason', label: 'Warum endet es?', rows: 2 }}
            hint="Die Schule liest diesen Satz."
            maxLength={LIMITS.closeReason}
          />
        )}
        <div>
          <Button variant="secondary" name="intent" value="close">
            Gespräch abschließen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
