import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { LIMITS, OFFER_KINDS } from '#server/medialab/contract.ts'
import { createOffer } from '#server/medialab/offers/editing/commands.ts'
import { newOfferInput } from '#server/medialab/offers/editing/inputs.ts'
import { newOfferFor } from '#server/medialab/offers/editing/views.ts'
import { kindHints } from '#server/medialab/offers/editing/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { kindNames } from '#server/medialab/words.ts'

export const loader = page(({ actor }) => newOfferFor(actor))

export const action = form(newOfferInput, async ({ actor, input }) =>
  redirect(paths.editOffer(await createOffer(actor, input))),
)

export const meta: MetaFunction = () => [{ title: 'Neues Angebot – MediaLab – Lernen 25' }]

export default function NewOffer() {
  const { clientKey, rooms } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Angebote verwalten', to: paths.manageOffers() },
          { label: 'Neues Angebot' },
        ]}
      />
      <PageHead
        title="Neues Angebot"
        meta="Es ist ein Entwurf, bis Sie es in den Katalog stellen."
      />
      <HouseForm reply={reply} clientKey={clientKey}>
        <RadioRows
          {...{ name: 'kind', label: 'Was ist es?' }}
          choices={OFFER_KINDS.map((value) => ({
            value,
            label: kindNames[value],
            hint: kindHints[value],
          }))}
        />
        <TextField {...{ name: 'name', label: 'Name', maxLength: LIMITS.name.max }} />
        <TextArea
          {...{ name: 'summary', label: 'In einem Satz', rows: 2, optional: true }}
          maxLength={LIMITS.summary}
        />
        <SelectField
          {...{ name: 'roomId', label: 'Raum', empty: 'Keiner' }}
          hint="Für Arbeitsbereiche, Geräte im MediaLab und Gruppentermine"
          choices={rooms.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <div className="flex flex-wrap gap-3">
          <Button>Entwurf anlegen</Button>
          <ButtonLink variant="tertiary" to={paths.manageOffers()}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </div>
  )
}
