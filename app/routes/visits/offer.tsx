import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths as schools } from '#server/schools/paths.ts'
import { noInput } from '#server/visits/inputs.ts'
import {
  addSlot,
  closeOffer,
  removeSlot,
  reopenOffer,
  requestSlot,
} from '#server/visits/offers/commands.ts'
import { removeSlotInput, requestInput, slotInput } from '#server/visits/offers/inputs.ts'
import { offerFor } from '#server/visits/offers/views.ts'
import { paths } from '#server/visits/paths.ts'
import { gradeWords, subjectWord } from './components/choices.ts'
import { AskForm, hasRoom, NewSlot, Slots } from './components/slots.tsx'

export const loader = page(({ actor, params }) => offerFor(actor, params.offer ?? ''))

export const action = forms({
  request: intent(requestInput, async ({ actor, params, input }) => {
    const number = await requestSlot(actor, params.offer ?? '', input)
    return redirectWithToast(paths.visit(number), 'Ihre Anfrage ist unterwegs.')
  }),
  addSlot: intent(slotInput, async ({ actor, params, input }) =>
    redirectWithToast(await addSlot(actor, params.offer ?? '', input), 'Der Termin steht.'),
  ),
  removeSlot: intent(removeSlotInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await removeSlot(actor, params.offer ?? '', input.slotId),
      'Der Termin ist gestrichen.',
    ),
  ),
  close: intent(noInput, async ({ actor, params }) =>
    redirectWithToast(
      await closeOffer(actor, params.offer ?? ''),
      'Das Angebot ist geschlossen. Verabredete Besuche bleiben.',
    ),
  ),
  reopen: intent(noInput, async ({ actor, params }) =>
    redirectWithToast(await reopenOffer(actor, params.offer ?? ''), 'Das Angebot ist offen.'),
  ),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.offer.topic ?? 'Hospitation'} – Lernen 25` },
]

export default function Offer() {
  const { offer, slots, can, schools: own, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  // Whoever may ask chooses among the free ones in the form, and need not read them twice.
  const listed = slots.filter((slot) => !can.request || !hasRoom(slot) || slot.visits.length > 0)
  return (
    <>
      <Breadcrumb steps={[{ label: 'Hospitation', to: paths.list() }, { label: offer.topic }]} />
      <PageHead
        title={<span className="wrap-anywhere">{offer.topic}</span>}
        badge={!offer.isOpen && <Badge tone="offen">Geschlossen</Badge>}
        meta={`${offer.host}, ${offer.school}`}
        actions={can.change && <HostActs offer={offer} canReopen={can.reopen} />}
      />
      <div className="grid gap-5">
        <Card title="Was Sie erwartet">
          {offer.note && (
            <p className="mb-4 max-w-[68ch] whitespace-pre-wrap wrap-anywhere">{offer.note}</p>
          )}
          <DefinitionList
            facts={[
              ['Fach', subjectWord(offer.subject)],
              ['Jahrgänge', gradeWords(offer.gradeBands) || 'Alle'],
              [
                'Schule',
                <Link key="s" to={schools.school(offer.schoolSlug)} className="underline">
                  {offer.school}
                </Link>,
              ],
              ['Sehen können es', whoSees(offer)],
            ]}
          />
        </Card>
        {can.request && (
          <AskForm slots={slots} schools={own} clientKey={clientKey} reply={replyTo('request')} />
        )}
        {(listed.length > 0 || !can.request) && (
          <Slots slots={listed} canChange={can.change} reply={replyTo('removeSlot')} />
        )}
        {can.change && <NewSlot reply={replyTo('addSlot')} />}
        <p>
          <ButtonLink to={paths.report(offer.id)} variant="tertiary">
            Angebot melden
          </ButtonLink>
        </p>
      </div>
    </>
  )
}

const whoSees = ({ visibility, plg }: { visibility: string; plg: string | null }) =>
  visibility === 'network' ? 'Alle im Schulnetz' : `Die PLG${plg ? ` „${plg}“` : ''}`

type Acts = { offer: { isOpen: boolean; path: string }; canReopen: boolean }

function HostActs({ offer: { isOpen, path }, canReopen }: Acts) {
  return (
    <div className="flex flex-wrap gap-3">
      <ButtonLink to={`${path}/bearbeiten`}>Bearbeiten</ButtonLink>
      {(isOpen || canReopen) && (
        <HouseForm className="">
          <Button variant="secondary" name="intent" value={isOpen ? 'close' : 'reopen'}>
            {isOpen ? 'Angebot schließen' : 'Wieder öffnen'}
          </Button>
        </HouseForm>
      )}
    </div>
  )
}
