import type { SerializeFrom } from '@remix-run/node'
import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckField, CheckGroup, RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ADOPTION_STATUSES, AVV_STATUSES, LIMITS } from '#server/software/adoption/contract.ts'
import { avvNames, joinAvv, statusNames } from '#server/software/adoption/words.ts'
import type { AdoptionView } from '#server/software/adoption/views.ts'
import { conditionNames } from '#server/software/standing/words.ts'

export type View = SerializeFrom<AdoptionView>
export type One = View['uses'][number]

const NOTHING = {
  ...{ id: '', status: undefined, avvStatus: 'open', avvOn: null, since: null, until: null },
  ...{ vvtEntered: false, parentsInformed: false, isVisible: true, note: '' },
}

/** The decision of the Schulleitung, with what the law asks of the school. */
export function AdoptionForm({ view, one, reply }: { view: View; one: One; reply?: Reply }) {
  const { use, clientKey } = one
  const current = one.current ?? NOTHING
  return (
    <HouseForm reply={reply} clientKey={clientKey} className="grid max-w-[44rem] gap-4">
      <input type="hidden" name="intent" value="adopt" />
      <input type="hidden" name="schoolId" value={view.school.id} />
      <input type="hidden" name="scenarioId" value={use.id} />
      <input type="hidden" name="seen" value={current.id} />
      <Notices use={use} theirs={reply?.theirs} />
      <RadioRows
        name="status"
        label="Wie hält es Ihre Schule?"
        choices={choicesOf(ADOPTION_STATUSES, statusNames)}
        defaultValue={current.status}
      />
      <SelectField
        name="avv"
        label="AV-Vertrag"
        hint="Ein Vertrag über die Verarbeitung im Auftrag ist nötig, wenn der Anbieter Daten für Ihre Schule verarbeitet."
        choices={[
          ...choicesOf(AVV_STATUSES, avvNames),
          ...(view.canJoinAvv ? [{ value: 'join', label: joinAvv }] : []),
        ]}
        defaultValue={current.avvStatus}
      />
      <TextField
        name="avvOn"
        type="date"
        label="Unterschrieben am"
        optional
        defaultValue={current.avvOn}
      />
      <div>
        <CheckField
          name="vvtEntered"
          label="Im Verzeichnis der Verarbeitungen eingetragen"
          defaultChecked={current.vvtEntered}
        />
        <CheckField
          name="parentsInformed"
          label="Eltern sind informiert"
          defaultChecked={current.parentsInformed}
        />
      </div>
      <Conditions one={one} />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField name="since" type="date" label="Seit" optional defaultValue={current.since} />
        <TextField name="until" type="date" label="Bis" optional defaultValue={current.until} />
      </div>
      <TextArea
        name="note"
        label="Notiz"
        optional
        rows={2}
        hint="Zum Beispiel: welche Klassen"
        maxLength={LIMITS.note}
        defaultValue={current.note}
      />
      <CheckField
        name="isVisible"
        label="Andere Schulen sehen, dass wir die App einsetzen"
        defaultChecked={current.isVisible}
      />
      <div>
        <Button>
          Entscheidung eintragen<span className="sr-only">: {use.label}</span>
        </Button>
      </div>
    </HouseForm>
  )
}

const isReleased = ({ release, standing }: One['use']) => release !== null && standing !== 'expired'

function Notices({ use, theirs }: { use: One['use']; theirs: string | undefined }) {
  return (
    <>
      {theirs !== undefined && (
        <Notice tone="achtung" title="Das ist jetzt eingetragen">
          <p className="whitespace-pre-wrap wrap-anywhere">{theirs || 'Nichts mehr'}</p>
        </Notice>
      )}
      {!isReleased(use) && (
        <Notice>
          Diese Nutzung ist nicht freigegeben. Ihre Schule entscheidet selbst und trägt die
          Verantwortung dafür.
        </Notice>
      )}
    </>
  )
}

/** To be confirmed one by one; anew when they may have changed. */
function Conditions({ one: { use, current } }: { one: One }) {
  const conditions = isReleased(use) ? (use.release?.conditions ?? []) : []
  if (conditions.length === 0) return null
  return (
    <CheckGroup
      name="conditions"
      label="Diese Auflagen halten wir ein"
      choices={conditions.map(({ id, kind, text, isMandatory }) => ({
        value: id,
        label: text || conditionNames[kind],
        hint: isMandatory ? undefined : 'empfohlen',
      }))}
      defaultValue={current && !current.needsReview ? current.conditionsConfirmed : []}
    />
  )
}
