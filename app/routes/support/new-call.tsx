import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { slugOf } from '#server/platform/text.ts'
import { draftCall } from '#server/support/calls/commands.ts'
import { newCallInput } from '#server/support/calls/inputs.ts'
import { newCallFor } from '#server/support/calls/views.ts'
import { paths } from '#server/support/paths.ts'
import { CallFields } from './components/call-fields.tsx'

export const loader = page(({ actor }) => newCallFor(actor))

export const action = form(newCallInput, async ({ actor, input }) => {
  const number = await draftCall(actor, input)
  const path = paths.call({ number, slug: slugOf(input.title) })
  return redirectWithToast(path, 'Der Entwurf ist gespeichert. Noch sieht ihn sonst niemand.')
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction = () => [{ title: 'Aufruf starten – Lernen 25' }]

export default function NewCall() {
  const { clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'Aufrufe', to: paths.calls() }, { label: 'Neu' }]} />
      <PageHead title="Aufruf starten" />
      <div className="max-w-[42rem]">
        <Card title="Der Aufruf">
          <HouseForm reply={reply} clientKey={clientKey}>
            <CallFields />
            <div className="flex flex-wrap gap-3">
              <Button>Entwurf speichern</Button>
              <ButtonLink variant="tertiary" to={paths.calls()}>
                Abbrechen
              </ButtonLink>
            </div>
          </HouseForm>
        </Card>
      </div>
    </>
  )
}
