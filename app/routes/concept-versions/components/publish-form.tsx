import { useId } from 'react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChildCheck } from '#app/ui/child-check.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { CONTROL, FieldErrors } from '#app/ui/field-frame.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useField } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { VISIBILITIES, type Visibility } from '#server/concepts/contract.ts'
import { paths } from '#server/concepts/paths.ts'
import { type Finding, LIMITS } from '#server/concepts/versions/contract.ts'
import { visibilityHints, visibilityNames } from '#server/concepts/words.ts'

type Chapter = { id: string; title: string; visibility: Visibility }
type View = {
  school: { slug: string }
  frozen: { number: number; changeNote: string } | null
  chapters: Chapter[]
  empty: string[]
  findings: Finding[]
  seen: string
  clientKey: string
}

/** Who reads which chapter, what changed, when the Schulkonferenz decided. */
export function PublishForm({
  view,
  reply,
}: {
  view: View
  reply: Parameters<typeof HouseForm>[0]['reply']
}) {
  const { frozen, findings, clientKey, school } = view
  return (
    <HouseForm reply={reply} {...(frozen ? {} : { clientKey })}>
      {frozen ? (
        <input type="hidden" name="number" value={frozen.number} />
      ) : (
        <input type="hidden" name="seen" value={view.seen} />
      )}
      <Chapters view={view} />
      <RadioRows
        name="scope"
        label="Wer soll die Version lesen?"
        hint="Kein Kapitel wird von mehr Menschen gelesen, als bei ihm steht."
        choices={(['network', 'public'] as const).map((value) => ({
          value,
          label: visibilityNames[value],
          hint: visibilityHints[value],
        }))}
      />
      {frozen ? (
        <p className="max-w-[68ch] whitespace-pre-line">{frozen.changeNote}</p>
      ) : (
        <TextArea
          name="changeNote"
          label="Was hat sich geändert und warum?"
          maxLength={LIMITS.note}
          rows={3}
        />
      )}
      <TextField
        type="date"
        name="heldOn"
        label="Beschluss der Schulkonferenz"
        hint="Das Datum steht über dem Konzept."
      />
      <ChildCheck isShown={findings.some(({ kind }) => kind === 'child')} />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value={frozen ? 'publishFrozen' : 'publish'}>
          Veröffentlichen
        </Button>
        <ButtonLink variant="tertiary" to={paths.approval(school.slug)}>
          Abbrechen
        </ButtonLink>
      </div>
    </HouseForm>
  )
}

function Chapters({ view: { chapters, empty, frozen } }: { view: View }) {
  const { id, errors, wasSent, sent } = useField('visibility')
  const chosen = wasSent ? [sent].flat().map(String) : []
  const of = ({ id: chapter, visibility }: Chapter) =>
    chosen.find((one) => one.startsWith(chapter))?.split(':')[1] ?? visibility
  return (
    <fieldset id={id} tabIndex={-1} className="min-w-0">
      <legend className="mb-1 font-semibold">Wer liest welches Kapitel?</legend>
      <FieldErrors id={id} errors={errors} />
      {chapters.length === 0 && <p className="text-leise">Noch kein Kapitel mit Text.</p>}
      <ul className="divide-y divide-linie">
        {chapters.map((one, at) => (
          <li
            key={at}
            className="grid items-center gap-x-4 gap-y-1 py-2 md:grid-cols-[minmax(0,1fr)_14rem]"
          >
            {frozen ? (
              <>
                <span className="wrap-anywhere">{one.title}</span>
                <span className="text-leise">{visibilityNames[one.visibility]}</span>
              </>
            ) : (
              <ChapterChoice chapter={one} chosen={of(one)} />
            )}
          </li>
        ))}
      </ul>
      {empty.length > 0 && (
        <p className="mt-2 text-sm text-leise">Leer und deshalb nicht dabei: {empty.join(', ')}.</p>
      )}
    </fieldset>
  )
}

function ChapterChoice({ chapter, chosen }: { chapter: Chapter; chosen: string }) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="wrap-anywhere">
        {chapter.title}
      </label>
      <select
        id={id}
        name="visibility"
        defaultValue={`${chapter.id}:${chosen}`}
        className={CONTROL}
      >
        {VISIBILITIES.map((value) => (
          <option key={value} value={`${chapter.id}:${value}`}>
            {visibilityNames[value]}
          </option>
        ))}
      </select>
    </>
  )
}
