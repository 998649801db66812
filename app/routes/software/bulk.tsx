import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/choice-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type ChoiceGroup, SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { editMany } from '#server/software/curation/bulk/commands.ts'
import { BULK_FIELDS, type BulkField } from '#server/software/curation/bulk/contract.ts'
import { bulkInput } from '#server/software/curation/bulk/inputs.ts'
import { bulkPageFor } from '#server/software/curation/bulk/views.ts'
import { bulkFieldNames } from '#server/software/curation/bulk/words.ts'
import { paths } from '#server/software/paths.ts'
import { standingNames } from '#server/software/standing/words.ts'
import {
  advertisingNames,
  costNames,
  functionNames,
  kindNames,
  offlineNames,
} from '#server/software/words.ts'
import { DirectoryForm } from './components/directory-form.tsx'

export const loader = page(async ({ actor, request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return { ...(await bulkPageFor(actor, asked)), asked }
})

export const action = form(bulkInput, async ({ actor, request, input }) => {
  const count = await editMany(actor, input)
  const { search } = new URL(request.url)
  return redirectWithToast(
    `${paths.bulk()}${search}`,
    count === 0 ? 'Das stand überall schon so.' : `${plural(count, 'App', 'Apps')} geändert.`,
  )
})

export const meta: MetaFunction = () => [{ title: 'Viele Apps bearbeiten – Lernen 25' }]

const WORDS: Record<BulkField, Record<string, string>> = {
  costModel: costNames,
  offlineUse: offlineNames,
  advertising: advertisingNames,
  kind: kindNames,
  subjects: subjectNames,
  gradeBands: gradeBandNames,
  schoolForms: schoolFormWords,
  functionTags: functionNames,
}

const CHANGES: ChoiceGroup[] = (Object.keys(BULK_FIELDS) as BulkField[]).map((field) => ({
  label: bulkFieldNames[field],
  choices: BULK_FIELDS[field].map((value) => ({
    value: `${field}:${value}`,
    label: WORDS[field][value] ?? value,
  })),
}))

export default function Bulk() {
  const {
    search,
    facets,
    form: schoolForm,
    hasSchool,
    products,
    asked,
  } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const isFiltered = Object.values(search).some(Boolean)
  const linkTo = (to: number) =>
    `${paths.bulk()}?${new URLSearchParams({ ...asked, seite: String(to) }).toString()}`
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Software', to: paths.directory() }, { label: 'Viele bearbeiten' }]}
      />
      <PageHead
        title="Viele Apps bearbeiten"
        meta="Suchen, ankreuzen, eine Angabe für alle setzen. Was vorher stand, bleibt im Verlauf."
      />
      <div className="grid gap-5">
        <DirectoryForm
          {...{ search, facets, form: schoolForm, hasSchool, isFiltered, to: paths.bulk() }}
        />
        {products.rows.length === 0 ? (
          <EmptyState
            title="Keine App zu dieser Auswahl."
            action={<ButtonLink to={paths.bulk()}>Alles zeigen</ButtonLink>}
          />
        ) : (
          <HouseForm reply={reply}>
            <CheckGroup
              name="ids"
              label={`Welche von ${plural(products.total, 'App', 'Apps')}?`}
              choices={products.rows.map(({ id, name, vendor, standing }) => ({
                value: id,
                label: name,
                hint: [vendor, standingNames[standing.name]].filter(Boolean).join(' · '),
              }))}
            />
            <SelectField
              name="change"
              label="Was soll sich ändern?"
              empty="Bitte wählen"
              choices={CHANGES}
              className="max-w-[24rem]"
            />
            <div>
              <Button>Für alle angekreuzten setzen</Button>
            </div>
          </HouseForm>
        )}
        <Pages
          label="Seiten der Apps"
          page={products.page}
          pages={products.pages}
          linkTo={linkTo}
        />
      </div>
    </>
  )
}
