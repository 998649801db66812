import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { createDocument } from '#server/documents/commands.ts'
import { LIMITS } from '#server/documents/contract.ts'
import { createDocumentInput } from '#server/documents/inputs.ts'
import { paths } from '#server/documents/paths.ts'
import { newDocumentFor } from '#server/documents/views.ts'
import { templateWords } from '#server/documents/words.ts'
import { FolderField } from './components/folder-field.tsx'
import { homeOf } from './components/place.ts'

export const loader = page(({ actor, params }) => newDocumentFor(actor, homeOf(params)))

export const action = form(createDocumentInput, async ({ actor, params, input }) =>
  redirect(await createDocument(actor, homeOf(params), input), 303),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Neues Dokument – ${data?.home.title ?? 'PLG'} – Lernen 25` },
]

export default function NewDocument() {
  const { home, templates, ownTemplates, folders, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const choices = [
    ...templates.map((value) => ({
      value,
      label: templateWords[value].name,
      hint: templateWords[value].what,
    })),
    ...ownTemplates.map(({ id, title }) => ({
      value: id,
      label: title,
      hint: 'Vorlage Ihrer PLG.',
    })),
  ]
  return (
    <section aria-labelledby="neues-dokument" className="max-w-[42rem]">
      <h2 id="neues-dokument" className="mb-4 text-xl">
        Neues Dokument
      </h2>
      <HouseForm reply={reply} clientKey={clientKey} autoComplete="off">
        <TextField
          name="title"
          label="Titel"
          hint="Daran finden andere das Dokument, z. B. „Unterrichtsplan Brüche“."
          maxLength={LIMITS.title.max}
        />
        <RadioRows name="template" label="Womit beginnen?" choices={choices} defaultValue="empty" />
        <FolderField folders={folders} />
        <div className="flex flex-wrap gap-3">
          <Button>Dokument anlegen</Button>
          <ButtonLink variant="tertiary" to={paths.list(home.path)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </section>
  )
}
