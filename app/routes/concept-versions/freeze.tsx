import { useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { paths } from '#server/concepts/paths.ts'
import { freezeVersion } from '#server/concepts/versions/commands.ts'
import { LIMITS } from '#server/concepts/versions/contract.ts'
import { freezeInput } from '#server/concepts/versions/inputs.ts'
import { freezingFor } from '#server/concepts/versions/views.ts'

export const loader = page(({ actor, params }) => freezingFor(actor, params.school ?? ''))

export const action = form(freezeInput, async ({ actor, params, input }) => {
  const school = params.school ?? ''
  const number = await freezeVersion(actor, school, input)
  return redirectWithToast(
    paths.manageVersion(school, number),
    `Festgehalten als Version ${number}: „${input.label}“.`,
  )
})

export default function FreezeVersion() {
  const { school, clientKey } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-[46rem]">
      <Card
        title="Stand festhalten"
        lead="Der Entwurf wird als Version festgehalten, wie er jetzt ist. Veröffentlicht wird dabei nichts."
      >
        <HouseForm reply={useActionData<typeof action>()} clientKey={clientKey}>
          <TextField
            name="label"
            label="Name"
            hint="Zum Beispiel „Schulkonferenz 12.03.2027“."
            maxLength={LIMITS.label}
          />
          <TextArea
            name="changeNote"
            label="Was hat sich geändert und warum?"
            maxLength={LIMITS.note}
          />
          <div className="flex flex-wrap gap-3">
            <Button>Stand festhalten</Button>
            <ButtonLink variant="tertiary" to={paths.versions(school.slug)}>
              Abbrechen
            </ButtonLink>
          </div>
        </HouseForm>
      </Card>
    </div>
  )
}
