import { GroupFrame } from '#app/ui/field-frame.tsx'
import { useField } from '#app/ui/form-context.ts'
import { COMPETENCY_AREAS } from '#server/projects/competencies/contract.ts'
import { FormPart } from './form-part.tsx'

const LABEL = 'Medienkompetenzrahmen NRW'

/** The 24 competencies to tick, under the titles of their areas; folded, because the list is long. */
export function CompetencyFields({ chosen }: { chosen: string[] }) {
  const { id, errors, wasSent, sent } = useField('competencies')
  const ticked = wasSent ? [sent].flat() : chosen
  return (
    <FormPart title={LABEL} isOpen={ticked.length > 0}>
      <GroupFrame
        name="competencies"
        label="Welche Kompetenzen werden gefördert?"
        hint="Nummern und Titel sind die amtlichen."
        id={id}
        errors={errors}
      >
        {COMPETENCY_AREAS.map(({ title, competencies }, area) => (
          <div key={title} className="mt-3">
            <p className="font-semibold">{title}</p>
            {competencies.map(([number, name], at) => (
              <label key={number} className="flex min-h-11 items-center gap-3 py-1.5">
                <input
                  id={area + at === 0 ? id : undefined}
                  type="checkbox"
                  name="competencies"
                  value={number}
                  defaultChecked={ticked.includes(number)}
                  className="size-5 shrink-0"
                />
                <span>
                  {number} {name}
                </span>
              </label>
            ))}
          </div>
        ))}
      </GroupFrame>
    </FormPart>
  )
}
