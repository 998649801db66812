import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { ChangeWords } from '#app/routes/schools/components/import-review.tsx'
import { OverriddenList } from '#app/routes/schools/components/overridden-list.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { editSchool, giveBack } from '#server/schools/commands.ts'
import { type District, DISTRICTS } from '#server/schools/contract.ts'
import { editInput, giveBackInput } from '#server/schools/inputs.ts'
import { paths } from '#server/schools/paths.ts'
import type { FieldChange } from '#server/schools/register/contract.ts'
import { editingFor } from '#server/schools/views.ts'
import { districtWords, overridableWords } from '#server/schools/words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.school.name ?? 'Schule'} bearbeiten – Lernen 25` },
]

export const loader = page(({ actor, params }) => editingFor(actor, params.school ?? ''))

export const action = forms({
  edit: intent(editInput, async ({ actor, params, input }) => {
    const { slug } = await editSchool(actor, params.school ?? '', input)
    return redirectWithToast(paths.edit(slug), 'Die Angaben sind gespeichert.')
  }),
  giveBack: intent(giveBackInput, async ({ actor, params, input: { field } }) => {
    const { slug } = await giveBack(actor, params.school ?? '', field)
    return redirectWithToast(
      paths.edit(slug),
      `${overridableWords[field]}: Es gilt wieder, was im Register steht.`,
    )
  }),
})

export default function Edit() {
  const { school, overridden, listed, changes } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Verwaltung', to: '/verwaltung' },
          { label: 'Schulen', to: paths.administration() },
          { label: school.name },
        ]}
      />
      <PageHead
        title={school.name}
        meta={[school.schoolNumber, school.officialName].filter(Boolean).join(', ')}
        actions={<ButtonLink to={paths.school(school.slug)}>Seite der Schule</ButtonLink>}
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <EditForm
          key={`${school.name}|${school.district}|${school.homepage}`}
          school={school}
          reply={reply?.intent === 'edit' ? reply : undefined}
        />
        <div className="grid gap-4">
          <OverriddenList
            fields={overridden}
            listed={listed}
            reply={reply?.intent === 'giveBack' ? reply : undefined}
          />
          <History changes={changes} />
        </div>
      </div>
    </>
  )
}

type School = { name: string; district: District | null; homepage: string; origin: string }

function EditForm({ school, reply }: { school: School; reply: Reply }) {
  return (
    <Card
      title="Angaben"
      lead="Was Sie hier anders setzen, als es im Register steht, bleibt beim nächsten Einlesen erhalten."
    >
      <HouseForm reply={reply}>
        <TextField name="name" label="Name" defaultValue={school.name} maxLength={200} />
        <SelectField
          name="district"
          label="Stadtbezirk"
          empty="Nicht bekannt"
          defaultValue={school.district}
          choices={DISTRICTS.map((value) => ({ value, label: districtWords[value] }))}
        />
        <TextField
          name="homepage"
          type="url"
          label="Homepage"
          optional
          defaultValue={school.homepage}
          maxLength={300}
        />
        <div>
          <Button name="intent" value="edit">
            Speichern
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

function History({
  changes,
}: {
  changes: { id: number; at: Date | string; field: string; before: string; after: string }[]
}) {
  return (
    <Card title="Verlauf">
      {changes.length === 0 ? (
        <p className="text-leise">Bisher hat sich nichts geändert.</p>
      ) : (
        <List>
          {changes.map(({ id, at, field, before, after }) => (
            <li key={id} className="py-zeile">
              <p className="text-sm text-leise">{day(at)}</p>
              <ChangeWords field={field as FieldChange['field']} before={before} after={after} />
            </li>
          ))}
        </List>
      )}
    </Card>
  )
}
