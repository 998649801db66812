import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'

type Figures = { schoolYear: string; pupils: number; teachers: number; rooms: number } | null

/** How large the school is: by it ratios are reckoned. */
export function FiguresCard({
  figures,
  schoolYear,
  reply,
  clientKey,
}: {
  figures: Figures
  schoolYear: string
  reply: Reply
  clientKey: string
}) {
  return (
    <Card
      title="Zahlen der Schule"
      lead="Danach rechnet sich, was Ihnen zusteht. Frühere Einträge bleiben erhalten; der neueste gilt."
    >
      <HouseForm reply={reply} clientKey={`${clientKey}`} className="grid max-w-[46rem] gap-4">
        <input type="hidden" name="intent" value="figures" />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField
            name="schoolYear"
            label="Schuljahr"
            choices={yearsAround(schoolYear).map((value) => ({ value, label: value }))}
            defaultValue={schoolYear}
          />
          <TextField
            {...{ name: 'pupils', label: 'Lernende', inputMode: 'numeric' }}
            defaultValue={figures?.pupils}
          />
          <TextField
            {...{ name: 'teachers', label: 'Lehrende', inputMode: 'numeric' }}
            defaultValue={figures?.teachers}
          />
          <TextField
            {...{ name: 'rooms', label: 'Unterrichtsräume', inputMode: 'numeric' }}
            defaultValue={figures?.rooms}
          />
        </div>
        <div>
          <Button variant="secondary">Zahlen eintragen</Button>
        </div>
      </HouseForm>
    </Card>
  )
}

/** The school year before, this one and the next. */
function yearsAround(schoolYear: string): string[] {
  const year = Number(schoolYear.slice(0, 4))
  return [year - 1, year, year + 1].map(
    (first) => `${first}/${String((first + 1) % 100).padStart(2, '0')}`,
  )
}
