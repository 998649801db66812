import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { foundPlg } from '#server/plg/commands.ts'
import { foundInput } from '#server/plg/inputs.ts'
import { paths } from '#server/plg/paths.ts'
import { foundingFor } from '#server/plg/views.ts'
import { secondPlgHint } from '#server/plg/words.ts'
import { PlgFields } from './components/plg-fields.tsx'

export const loader = page(({ actor }) => foundingFor(actor))

export const action = form(foundInput, async ({ actor, input }) => {
  const { slug } = await foundPlg(actor, input)
  return redirectWithToast(paths.plg(slug), 'Die PLG ist gegründet. Sie sprechen für sie.')
})

export const meta: MetaFunction = () => [{ title: 'PLG gründen – Lernen 25' }]

export default function Found() {
  const { clientKey, schools, isSecond, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[48rem]">
      <PageHead
        title="PLG gründen"
        meta="Sie brauchen nur eine Frage. Alles andere können Sie später ändern."
      />
      {can.found ? (
        <HouseForm reply={reply} clientKey={clientKey}>
          {isSecond && <Notice>{secondPlgHint}</Notice>}
          {schools.length > 1 && (
            <SelectField
              name="schoolId"
              label="Für welche Schule?"
              hint="Ihre Beiträge zeigen diese Schule. Deren Schulleitung wird um Zustimmung gebeten."
              empty="Bitte wählen"
              required
              choices={schools}
            />
          )}
          <PlgFields />
          <div className="flex flex-wrap gap-3">
            <Button>PLG gründen</Button>
            <ButtonLink to={paths.list()}>Abbrechen</ButtonLink>
          </div>
        </HouseForm>
      ) : (
        <Notice title="Eine PLG gründen Lehrkräfte">
          Wer eine Schule leitet oder für das Netz arbeitet, kommt auf Einladung dazu.
        </Notice>
      )}
    </div>
  )
}
