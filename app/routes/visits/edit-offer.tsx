import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { editOffer } from '#server/visits/offers/commands.ts'
import { LIMITS } from '#server/visits/offers/contract.ts'
import { editOfferInput } from '#server/visits/offers/inputs.ts'
import { offerEditingFor } from '#server/visits/offers/views.ts'
import { paths } from '#server/visits/paths.ts'

export const loader = page(({ actor, params }) => offerEditingFor(actor, params.offer ?? ''))

export const action = form(editOfferInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await editOffer(actor, params.offer ?? '', input),
    'Das Angebot ist gespeichert.',
  ),
)

export const meta: MetaFunction = () => [{ title: 'Angebot bearbeiten – Lernen 25' }]

export default function EditOffer() {
  const { offer } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const theirs = reply && 'theirs' in reply ? reply.theirs : undefined
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'Hospitation', to: paths.list() },
          { label: offer.topic, to: offer.path },
          { label: 'Bearbeiten' },
        ]}
      />
      <PageHead
        title="Angebot bearbeiten"
        meta="Besuche, die schon angefragt sind, behalten ihren Titel."
      />
      <div className="grid gap-5">
        {theirs && (
          <Notice tone="achtung" title="So ist das Angebot jetzt gespeichert">
            <p className="whitespace-pre-wrap">{theirs}</p>
          </Notice>
        )}
        {/* Loaded whole after a conflict: then the form knows the version it is compared with. */}
        <HouseForm reply={reply} reloadDocument>
          <input type="hidden" name="version" value={offer.version} />
          <TextField
            name="topic"
            label="Was kann man bei Ihnen sehen?"
            hint="Keine Namen von Kindern, bitte."
            required
            maxLength={LIMITS.topic.max}
            defaultValue={offer.topic}
          />
          <TextArea
            name="note"
            label="Hinweise für Gäste"
            hint="Treffpunkt, Anfahrt, was vorher gut zu wissen ist"
            optional
            rows={3}
            maxLength={LIMITS.note}
            defaultValue={offer.note}
          />
          <div className="flex flex-wrap gap-3">
            <Button>Speichern</Button>
            <ButtonLink to={offer.path} variant="tertiary">
              Abbrechen
            </ButtonLink>
          </div>
        </HouseForm>
      </div>
    </div>
  )
}
