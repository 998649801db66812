import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import Trash2 from 'lucide-react/icons/trash-2'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { removeChapter, setChapter } from '#server/concepts/chapters/commands.ts'
import { LIMITS } from '#server/concepts/chapters/contract.ts'
import { chapterInput, setChapterInput } from '#server/concepts/chapters/inputs.ts'
import { paths } from '#server/concepts/chapters/paths.ts'
import { chapterFor } from '#server/concepts/chapters/views.ts'
import { CHAPTER_STATES, VISIBILITIES } from '#server/concepts/contract.ts'
import { chapterStateNames, visibilityHints, visibilityNames } from '#server/concepts/words.ts'

export const loader = page(({ actor, params }) =>
  chapterFor(actor, params.school ?? '', Number(params.chapter) || 0),
)

export const action = forms({
  set: intent(setChapterInput, async ({ actor, params: { school = '' }, input }) => {
    const title = await setChapter(actor, school, input)
    return redirectWithToast(paths.list(school), `Die Angaben zu „${title}“ sind gespeichert.`)
  }),
  remove: intent(chapterInput, async ({ actor, params: { school = '' }, input }) => {
    const title = await removeChapter(actor, school, input.chapter)
    const list = paths.list(school)
    return redirectWithToast(list, {
      text: `„${title}“ ist entfernt. 30 Tage lang lässt es sich zurückholen.`,
      undo: {
        action: list,
        fields: { intent: 'restore', chapter: input.chapter },
        label: 'Rückgängig',
      },
    })
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Angaben – ${data?.chapter.title ?? 'Kapitel'} – Lernen 25` },
]

export default function Chapter() {
  const { chapter, school, people, path } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <section aria-labelledby="angaben" className="max-w-[42rem]">
      <h2 id="angaben" className="mb-3 text-xl wrap-anywhere">
        Angaben zu „{chapter.title}“
      </h2>
      <HouseForm reply={reply?.intent === 'set' ? reply : undefined} autoComplete="off">
        <Overtaken reply={reply} version={chapter.version} />
        <input type="hidden" name="chapter" value={chapter.id} />
        <TextField
          name="title"
          label="Titel"
          maxLength={LIMITS.title.max}
          defaultValue={chapter.title}
        />
        <SelectField
          name="state"
          label="Stand"
          defaultValue={chapter.state}
          choices={CHAPTER_STATES.map((value) => ({ value, label: chapterStateNames[value] }))}
        />
        <SelectField
          name="responsible"
          label="Zuständig"
          optional
          empty="Niemand"
          hint="Wer neu zuständig ist, erhält eine Nachricht."
          defaultValue={chapter.responsibleId ?? ''}
          choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadioRows
          name="visibility"
          label="Wer liest es nach dem Veröffentlichen?"
          defaultValue={chapter.visibility}
          choices={VISIBILITIES.map((value) => ({
            value,
            label: visibilityNames[value],
            hint: visibilityHints[value],
          }))}
        />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="set">
            Speichern
          </Button>
          <ButtonLink to={path}>Zum Text</ButtonLink>
          <ButtonLink variant="tertiary" to={paths.list(school.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
      <HouseForm className="mt-6 border-t border-linie pt-4">
        <input type="hidden" name="chapter" value={chapter.id} />
        <Button variant="secondary" icon={Trash2} name="intent" value="remove">
          Kapitel entfernen
        </Button>
      </HouseForm>
    </section>
  )
}
