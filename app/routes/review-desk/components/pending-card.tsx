import type { SerializeFrom } from '@remix-run/node'
import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckGroup, RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { DECISIONS, LIMITS } from '#server/software/decisions/contract.ts'
import type { ReleaseDesk } from '#server/software/decisions/desk/views.ts'
import { decisionNames } from '#server/software/decisions/words.ts'
import { paths } from '#server/software/paths.ts'
import { OpinionFacts } from './opinion-facts.tsx'

type One = SerializeFrom<ReleaseDesk>['pending'][number]

/** A case whose opinions wait, and the decision about them. */
export function PendingCard({ one, reply }: { one: One; reply: Reply | undefined }) {
  return (
    <Card
      level={3}
      title={
        <Link to={paths.product(one.slug)} className="inline-flex min-h-11 items-center underline">
          {one.name}
        </Link>
      }
      lead={[
        one.schools > 0 && `${plural(one.schools, 'Schule setzt', 'Schulen setzen')} sie ein`,
        one.project && `Vorhaben „${one.project}“`,
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <div className="grid gap-4">
        {one.opinions.map((opinion) => (
          <OpinionFacts key={opinion.id} opinion={opinion} />
        ))}
        <HouseForm reply={reply} className="grid max-w-[44rem] gap-4">
          <input type="hidden" name="intent" value="decide" />
          <input type="hidden" name="number" value={one.number} />
          <RadioRows
            name="decision"
            label="Entscheidung"
            choices={choicesOf(DECISIONS, decisionNames)}
          />
          <TextField
            name="project"
            label="Vorhaben der Erprobung"
            optional
            hint={
              one.project
                ? `Adresse oder Nummer eines anderen Vorhabens; ohne Angabe „${one.project}“.`
                : 'Adresse oder Nummer eines laufenden Vorhabens; nur für eine Erprobung nötig.'
            }
            maxLength={300}
          />
          <TextField
            name="validUntil"
            type="date"
            label="Gültig bis"
            optional
            hint="Ohne Angabe so lange wie empfohlen. Länger geht nur gegen die Stellungnahme."
          />
          <Fold title="Strenger: Auflagen und Rahmen" isOpen={reply !== undefined}>
            <div className="grid gap-4">
              <TextArea
                name="conditions"
                label="Weitere Auflagen"
                optional
                hint="Eine Auflage je Zeile"
                rows={3}
              />
              <TextArea
                name="schools"
                label="Nur für diese Schulen"
                optional
                hint="Name oder Schulnummer, eine Schule je Zeile. Auch für eine Erprobung."
                rows={3}
              />
              <CheckGroup
                name="schoolForms"
                label="Nur für diese Schulformen"
                optional
                columns
                choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
              />
              <div className="grid gap-4 md:grid-cols-2">
                <TextField name="gradeMin" label="Ab Jahrgang" optional inputMode="numeric" />
                <TextField name="gradeMax" label="Bis Jahrgang" optional inputMode="numeric" />
              </div>
            </div>
          </Fold>
          <TextArea
            name="note"
            label="Begründung"
            hint="Nötig, wenn Sie nicht freigeben. Schulen lesen sie."
            rows={3}
            maxLength={LIMITS.reason}
          />
          <div>
            <Button>
              Entscheidung eintragen<span className="sr-only">: {one.name}</span>
            </Button>
          </div>
        </HouseForm>
      </div>
    </Card>
  )
}
