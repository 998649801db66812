import { CheckField } from '#app/ui/choice-field.tsx'
import { useField } from '#app/ui/form-context.ts'

/** The tick that goes on although something looks like a child's name; shown when it is asked for. */
export function ChildCheck({ isShown = false }: { isShown?: boolean }) {
  const { errors } = useField('isChecked')
  if (!isShown && errors.length === 0) return null
  return (
    <CheckField
      name="isChecked"
      label="Ich habe geprüft: Im Text steht kein Name eines Kindes."
      hint="Initialen, Vornamen mit Klasse und Spitznamen zählen auch."
    />
  )
}
