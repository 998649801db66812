import { Button } from '#app/ui/button.tsx'
import { CheckGroup, RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Overtaken } from '#app/ui/overtaken.tsx'
import {
  DECISION_LIMITS,
  DPIA_STATES,
  RISK_LEVELS,
} from '#server/software/review/opinions/contract.ts'
import { dpiaNames, riskNames } from '#server/software/review/opinions/words.ts'
import { verdictChoices } from '#server/software/review/words.ts'
import type { StandingName } from '#server/software/standing/contract.ts'
import { standingNames } from '#server/software/standing/words.ts'
import { type Answer, of, type ReviewView } from './view.ts'

/** How it is called afterwards wherever the app is shown. */
const BECOMES: Record<string, { tone: Tone; name: StandingName }> = {
  no_personal_data: { tone: 'ok', name: 'approved_no_data' },
  no_objection: { tone: 'ok', name: 'approved' },
  no_objection_with_conditions: { tone: 'achtung', name: 'approved_with_conditions' },
  pilot_only: { tone: 'aktion', name: 'pilot' },
  objection: { tone: 'stopp', name: 'not_approved' },
  not_assessable: { tone: 'offen', name: 'not_reviewed' },
}

const VERDICTS = verdictChoices.map(({ value, label }) => {
  const { tone, name } = BECOMES[value] ?? { tone: 'offen', name: 'not_reviewed' }
  return {
    ...{ value, label },
    badge: <Badge tone={tone}>{standingNames[name]}</Badge>,
  }
})

/** Block 3: the officer's alone. A draft is kept until it is signed; two officers see each other's. */
export function DecisionForm({ view, reply }: { view: ReviewView; reply: Answer }) {
  const { case: one, draft, uses, blocks, editor, consequences } = view
  const own = of(reply, 'draft', 'prepare')
  const { schools, persons } = consequences
  return (
    <Card title="3 · Entscheidung" aside={editor ? `Entwurf von ${editor}` : undefined}>
      {uses.length === 0 && (
        <Notice tone="achtung" title="Es ist noch keine Nutzung gewählt, die geprüft wird." />
      )}
      <HouseForm reply={own} className="grid gap-4">
        <Overtaken reply={own ?? undefined} version={one.version} />
        {uses.map(({ id, label, variant }, at) => (
          <div key={id}>
            <input type="hidden" name={`scenario${at}`} value={id} />
            <RadioRows
              name={`verdict${at}`}
              label={uses.length > 1 ? `${variant}: ${label}` : 'Ergebnis'}
              hint={uses.length > 1 ? undefined : `${variant}: ${label}`}
              choices={VERDICTS}
              defaultValue={draft.verdicts.find(({ scenarioId }) => scenarioId === id)?.verdict}
            />
          </div>
        ))}
        <CheckGroup
          name="blocks"
          label="Auflagen (öffentlich)"
          choices={blocks.map(({ id, text, isMandatory }) => ({
            ...{ value: id, label: text, hint: isMandatory ? undefined : 'empfohlen' },
          }))}
          defaultValue={draft.blocks}
        />
        <TextArea
          {...{ name: 'ownConditions', label: 'Eigene Auflagen', optional: true, rows: 2 }}
          hint="Eine in jeder Zeile"
          maxLength={DECISION_LIMITS.ownConditions}
          defaultValue={draft.ownConditions}
        />
        <TextField
          {...{ name: 'validUntil', label: 'Gültig bis', type: 'date' }}
          defaultValue={draft.validUntil}
          className="max-w-[16rem]"
        />
        <TextArea
          {...{ name: 'reasoning', label: 'Begründung', required: true }}
          hint="Für Schulen, in einfachen Worten"
          maxLength={DECISION_LIMITS.reasoning.max}
          defaultValue={draft.reasoning}
        />
        <TextField
          {...{ name: 'alternative', label: 'Was Schulen stattdessen nutzen können' }}
          hint="Nötig bei Bedenken"
          maxLength={DECISION_LIMITS.alternative}
          defaultValue={draft.alternative}
        />
        <Fold title="Risiko, Folgenabschätzung, nach dem Ablauf, Vermerk">
          <div className="grid gap-4">
            <SelectField
              key={`risk ${draft.riskLevel}`}
              {...{ name: 'riskLevel', label: 'Risiko', defaultValue: draft.riskLevel }}
              choices={choicesOf(RISK_LEVELS, riskNames)}
            />
            <SelectField
              key={`dpia ${draft.dpia}`}
              {...{
                name: 'dpia',
                label: 'Datenschutz-Folgenabschätzung',
                defaultValue: draft.dpia,
              }}
              choices={choicesOf(DPIA_STATES, dpiaNames)}
            />
            <TextField
              {...{ name: 'graceText', label: 'Wenn die Freigabe abläuft', optional: true }}
              hint="Ob die Nutzung bis zur nächsten Prüfung weitergehen darf"
              maxLength={DECISION_LIMITS.grace}
              defaultValue={draft.graceText}
            />
            <TextArea
              {...{
                name: 'internalNote',
                label: 'Vermerk der Prüfstelle',
                optional: true,
                rows: 2,
              }}
              maxLength={DECISION_LIMITS.note}
              defaultValue={one.internalNote}
            />
          </div>
        </Fold>
        <p className="text-sm text-leise">
          {plural(schools, 'Schule nutzt', 'Schulen nutzen')} die App.{' '}
          {plural(persons, 'Person erhält', 'Personen erhalten')} eine Nachricht, wenn Sie
          veröffentlichen.
        </p>
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="prepare">
            Entscheidung veröffentlichen
          </Button>
          <Button variant="secondary" name="intent" value="draft">
            Entwurf sichern
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
