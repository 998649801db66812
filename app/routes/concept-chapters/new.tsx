import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { addChapter } from '#server/concepts/chapters/commands.ts'
import { LIMITS } from '#server/concepts/chapters/contract.ts'
import { addChapterInput } from '#server/concepts/chapters/inputs.ts'
import { paths } from '#server/concepts/chapters/paths.ts'
import { newChapterFor } from '#server/concepts/chapters/views.ts'
import { CHAPTER_KINDS } from '#server/concepts/contract.ts'
import { paths as conceptPaths } from '#server/concepts/paths.ts'
import { chapterNames } from '#server/concepts/words.ts'
import { paths as documentPaths } from '#server/documents/paths.ts'

export const loader = page(({ actor, params }) => newChapterFor(actor, params.school ?? ''))

export const action = form(addChapterInput, async ({ actor, params: { school = '' }, input }) => {
  const made = await addChapter(actor, school, input)
  return redirect(documentPaths.document(conceptPaths.draft(school), made), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Neues Kapitel – ${data?.concept.title ?? 'Medienkonzept'} – Lernen 25` },
]

export default function NewChapter() {
  const { school, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <section aria-labelledby="neues-kapitel" className="max-w-[42rem]">
      <h2 id="neues-kapitel" className="mb-3 text-xl">
        Neues Kapitel
      </h2>
      <HouseForm reply={reply} clientKey={clientKey} autoComplete="off">
        <TextField name="title" label="Titel" maxLength={LIMITS.title.max} />
        <SelectField
          name="kind"
          label="Worum geht es?"
          hint="Danach richten sich Vorlagen und Beispiele anderer Schulen."
          defaultValue="free"
          choices={CHAPTER_KINDS.map((value) => ({ value, label: chapterNames[value] }))}
        />
        <div className="flex flex-wrap gap-3">
          <Button>Kapitel anlegen</Button>
          <ButtonLink variant="tertiary" to={paths.list(school.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </section>
  )
}
