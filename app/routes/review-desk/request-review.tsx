import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { CASE_LIMITS } from '#server/software/cases/contract.ts'
import { stateNames } from '#server/software/cases/words.ts'
import { paths } from '#server/software/paths.ts'
import { demand, requestReview, undemand } from '#server/software/proposing/commands.ts'
import { demandInput, requestInput } from '#server/software/proposing/inputs.ts'
import { requestPath } from '#server/software/proposing/paths.ts'
import { requestFor } from '#server/software/proposing/views.ts'
import { NeededBy, OwnSchool } from './components/propose-form.tsx'

export const loader = page(({ actor, params }) => requestFor(actor, params.app ?? ''))

export const action = forms({
  request: intent(requestInput, async ({ actor, params, input }) => {
    const slug = params.app ?? ''
    const number = await requestReview(actor, slug, input)
    return redirectWithToast(paths.product(slug), `Danke. Die Prüfung hat die Nr. ${number}.`)
  }),
  demand: intent(demandInput, async ({ actor, params, input }) => {
    await demand(actor, input.number)
    return redirectWithToast(requestPath(params.app ?? ''), 'Ihre Schule zählt jetzt mit.')
  }),
  undemand: intent(demandInput, async ({ actor, params, input }) => {
    await undemand(actor, input.number)
    return redirectWithToast(requestPath(params.app ?? ''), 'Ihr „Mich auch“ ist zurückgenommen.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Prüfung anfragen – ${data?.product.name ?? 'App'} – Lernen 25` },
]

const REASONS = [
  {
    value: 'school_request',
    label: 'Prüfung anfragen',
    hint: 'Wir möchten die App einsetzen, oder anders als bisher geprüft.',
  },
  {
    value: 'complaint',
    label: 'Beschwerde',
    hint: 'Beim Datenschutz stimmt etwas nicht oder nicht mehr.',
  },
]

/** Asking the office for a review of what stands in the directory, or complaining about it. */
export default function RequestReview() {
  const { product, open, isMine, schools, clientKey, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const act = isMine ? 'undemand' : 'demand'
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: product.name, to: paths.product(product.slug) },
          { label: 'Prüfung' },
        ]}
      />
      <PageHead title={`Prüfung von „${product.name}“`} />
      <div className="grid gap-5">
        {open && (
          <Notice
            title={`Es läuft schon eine Prüfung: ${stateNames[open.state]}`}
            action={
              <HouseForm reply={reply?.intent === act ? reply : undefined}>
                <input type="hidden" name="number" value={open.number} />
                <div>
                  <Button variant="secondary" name="intent" value={act}>
                    {isMine ? '„Mich auch“ zurücknehmen' : 'Mich auch'}
                  </Button>
                </div>
              </HouseForm>
            }
          >
            Nr. {open.number}
            {open.schools > 0 && ` · ${plural(open.schools, 'Schule wartet', 'Schulen warten')}`}
          </Notice>
        )}
        <HouseForm reply={reply?.intent === 'request' ? reply : undefined} clientKey={clientKey}>
          <RadioRows
            {...{ name: 'reason', label: 'Worum geht es?', choices: REASONS }}
            defaultValue={open ? 'complaint' : 'school_request'}
          />
          <TextArea
            {...{ name: 'purpose', label: 'Was soll die Prüfstelle wissen?', required: true }}
            maxLength={CASE_LIMITS.purpose}
            counter
          />
          {!open && <NeededBy today={today} />}
          <OwnSchool schools={schools} />
          <div>
            <Button name="intent" value="request">
              An die Prüfstelle senden
            </Button>
          </div>
        </HouseForm>
      </div>
    </div>
  )
}
