import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckGroup } from '#app/ui/choice-field.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { day, number } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { LIMITS } from '#server/concepts/equipment/contract.ts'
import type { StandingLine } from './standing-table.tsx'

type Given = {
  lines: StandingLine[]
  schoolYear: string
  severalSites: boolean
  clientKey: string
  reply: Reply
}

/** Base equipment: which and how many. No reason is asked (R4-8). */
export function BaseNeedForm({ lines, schoolYear, severalSites, clientKey, reply }: Given) {
  const due = lines.filter(({ rule }) => rule !== null)
  if (due.length === 0) return null
  const choices = due.map(({ classId, class: { name }, missing }) => ({
    value: classId,
    label: missing ? `${name} (es fehlen ${number(missing)})` : name,
  }))
  return (
    <Card
      title="Basisausstattung"
      lead="Sie steht Ihnen zu. Eine Begründung brauchen wir nicht, es gibt dafür auch kein Feld."
    >
      <HouseForm reply={reply} clientKey={clientKey} className="grid max-w-[46rem] gap-4">
        <input type="hidden" name="intent" value="base" />
        <Common {...{ choices, schoolYear, severalSites }} />
        <div>
          <Button>Basisausstattung notieren</Button>
        </div>
      </HouseForm>
    </Card>
  )
}

type Report = { id: string; offer: string; createdAt: Date | string }

export function FurtherNeedForm({
  lines,
  schoolYear,
  severalSites,
  clientKey,
  reply,
  reports,
}: Given & { reports: Report[] }) {
  const choices = lines.map(({ classId, class: { name } }) => ({ value: classId, label: name }))
  return (
    <Card title="Darüber hinaus" lead="Was über den Standard geht, braucht einen Satz, wofür.">
      <HouseForm reply={reply} clientKey={clientKey} className="grid max-w-[46rem] gap-4">
        <input type="hidden" name="intent" value="further" />
        <TextArea
          {...{
            name: 'purpose',
            label: 'Wofür im Unterricht?',
            maxLength: LIMITS.purpose,
            rows: 3,
          }}
        />
        <Common {...{ choices, schoolYear, severalSites }} />
        {reports.length > 0 && (
          <CheckGroup
            name="reports"
            label="Erprobungen, die dazu gehören"
            optional
            choices={reports.map(({ id, offer, createdAt }) => ({
              value: id,
              label: `${offer}, Bericht vom ${day(createdAt)}`,
            }))}
          />
        )}
        <div>
          <Button variant="secondary">Bedarf notieren</Button>
        </div>
      </HouseForm>
    </Card>
  )
}

function Common({
  choices,
  schoolYear,
  severalSites,
}: {
  choices: { value: string; label: string }[]
  schoolYear: string
  severalSites: boolean
}) {
  const first = Number(schoolYear.slice(0, 4))
  const years = [first, first + 1, first + 2].map(
    (year) => `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
  )
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField {...{ name: 'class', label: 'Klasse', choices, empty: 'Bitte wählen' }} />
      <TextField name="quantity" label="Anzahl" inputMode="numeric" />
      <SelectField
        {...{ name: 'wantedBy', label: 'Wann?', optional: true, empty: 'So bald wie möglich' }}
        choices={years.map((value) => ({ value, label: `Schuljahr ${value}` }))}
      />
      {severalSites && (
        <TextField {...{ name: 'site', label: 'Standort', maxLength: LIMITS.site }} optional />
      )}
    </div>
  )
}
