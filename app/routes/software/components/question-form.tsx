import { Button } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { DEVICE_SCENARIOS, LIMITS, PUPIL_ACCOUNTS } from '#server/software/contract.ts'
import { paths } from '#server/software/paths.ts'
import { GRADES, PARAMS, type Question } from '#server/software/question/contract.ts'
import { accountNames, deviceQuestions } from '#server/software/words.ts'

const CLASSES = GRADES.map((grade) => ({ value: String(grade), label: `Klasse ${grade}` }))
const DEVICES = choicesOf(DEVICE_SCENARIOS, deviceQuestions).map(({ value, label }) => ({
  value,
  label: `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
}))

/**
 * "Darf ich X in meiner Klasse 6 auf Schul-iPads nutzen?" On the page of a product the name is known; elsewhere it is
 * typed.
 */
export function QuestionForm({
  product,
  name,
  question,
}: {
  product?: { slug: string; name: string }
  name?: string
  question?: Question
}) {
  const { grade = null, device = null, account = null } = question ?? {}
  return (
    <section
      aria-label="Darf ich das nutzen?"
      className="rounded-xl border border-linie bg-flaeche p-karte print:hidden"
    >
      <h2 className="mb-2 text-lg">
        {product ? `Darf ich „${product.name}“ nutzen?` : 'Darf ich diese App nutzen?'}
      </h2>
      <HouseForm
        key={[product?.slug, grade, device, account].join('|')}
        method="get"
        action={product ? `${paths.product(product.slug)}#antwort` : paths.ask()}
        className={`grid grid-cols-2 items-end gap-x-4 gap-y-3 ${product ? 'lg:grid-cols-[repeat(3,minmax(0,1fr))_auto]' : 'lg:grid-cols-[repeat(4,minmax(0,1fr))_auto]'}`}
      >
        {!product && (
          <TextField
            name={PARAMS.app}
            label="Name der App"
            className="max-md:col-span-2"
            maxLength={LIMITS.name.max}
            defaultValue={name}
            required
          />
        )}
        <SelectField
          name={PARAMS.grade}
          label="In welcher Klasse?"
          empty="Alle"
          choices={CLASSES}
          defaultValue={grade}
        />
        <SelectField
          name={PARAMS.device}
          label="Auf welchem Gerät?"
          empty="Beliebig"
          choices={DEVICES}
          defaultValue={device ?? (question ? '' : 'school_shared_at_school')}
        />
        <SelectField
          name={PARAMS.account}
          label="Mit welchem Konto?"
          className="max-md:col-span-2"
          empty="Beliebig"
          choices={choicesOf(PUPIL_ACCOUNTS, accountNames)}
          defaultValue={account}
        />
        <div>
          <Button>Antwort zeigen</Button>
        </div>
      </HouseForm>
    </section>
  )
}
