import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { type Choice, SelectField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { day } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import type { Answer } from './seen-print.tsx'

type Proposal = {
  kind: 'lab-report' | 'concept-reflection'
  id: string
  title: string
  at: string | Date
  usage: string
  benefit: string
  hindrance: string
}
const SOURCES: Record<Proposal['kind'], string> = {
  'lab-report': 'Erprobung im MediaLab',
  'concept-reflection': 'Rückblick im Medienkonzept',
}

/** What the school wrote down in the year: it chooses what of it goes into the talk, and to which class. */
export function ProposalsCard({
  proposals,
  classes,
  reply,
}: {
  proposals: Proposal[]
  classes: Choice[]
  reply: Answer
}) {
  return (
    <Card
      title="Aus Ihrem Jahr"
      lead="Nur Sie sehen diese Liste. Was Sie übernehmen, steht danach auf Ihrer Seite und lässt sich ändern."
    >
      {proposals.map(({ kind, id, title, at, usage, benefit, hindrance }) => (
        <Fold key={id} title={`${title} (${SOURCES[kind]}, ${day(at)})`}>
          {[usage, benefit, hindrance].filter(Boolean).map((text) => (
            <p key={text} className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">
              {text}
            </p>
          ))}
          <HouseForm
            reply={reply?.initialValue?.thing === id ? reply : undefined}
            className="mt-3 flex flex-wrap items-end gap-3"
          >
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="thing" value={id} />
            <SelectField
              {...{ name: 'class', label: 'Worum geht es?', choices: classes }}
              empty="Bitte wählen"
            />
            <Button variant="secondary" name="intent" value="pick">
              Übernehmen<span className="sr-only">: {title}</span>
            </Button>
          </HouseForm>
        </Fold>
      ))}
    </Card>
  )
}
