import { useState } from 'react'
import { RadioBar } from '#app/ui/choice-field.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { LONGEST_ALT } from '#server/rich-text/contract.ts'
import { textOf } from './popup-frame.tsx'

const DESCRIBED = 'beschrieben'
const DECORATIVE = 'schmueckend'

export type Words = { alt: string; decorative: boolean }

/** What a picture shows, for those who do not see it; or that it only decorates. One of both is asked for. */
export function WordsFields({ alt, decorative }: Words) {
  const [isDecorative, setDecorative] = useState(decorative)
  const handleChange = ({ target }: { target: EventTarget }) =>
    target instanceof HTMLInputElement &&
    target.name === 'purpose' &&
    setDecorative(target.value === DECORATIVE)
  return (
    <div className="grid gap-4" onChange={handleChange}>
      <RadioBar
        name="purpose"
        label="Wozu dient das Bild?"
        defaultValue={decorative ? DECORATIVE : DESCRIBED}
        choices={[
          { value: DESCRIBED, label: 'Es zeigt etwas' },
          { value: DECORATIVE, label: 'Schmückend' },
        ]}
      />
      {!isDecorative && (
        <TextArea
          name="alt"
          label="Bildbeschreibung"
          hint="Was ist zu sehen, und worauf kommt es an? Wird vorgelesen."
          rows={3}
          maxLength={LONGEST_ALT}
          counter
          defaultValue={alt}
        />
      )}
      {isDecorative && (
        <p className="text-leise">Ein schmückendes Bild wird beim Vorlesen übersprungen.</p>
      )}
    </div>
  )
}

/** What was chosen, or the sentence that asks for it. */
export function wordsIn(data: FormData): Words | { alt: [string] } {
  if (data.get('purpose') === DECORATIVE) return { alt: '', decorative: true }
  const alt = textOf(data, 'alt').replace(/\s+/g, ' ')
  if (alt === '') return { alt: ['Bitte beschreiben Sie das Bild, oder wählen Sie „Schmückend“.'] }
  return { alt, decorative: false }
}

export const isWords = (given: ReturnType<typeof wordsIn>): given is Words => 'decorative' in given
