import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { editCall } from '#server/support/calls/commands.ts'
import { editCallInput } from '#server/support/calls/inputs.ts'
import { callForEdit } from '#server/support/calls/views.ts'
import { numberIn, paths } from '#server/support/paths.ts'
import { CallFields } from './components/call-fields.tsx'

export const loader = page(({ actor, params }) => callForEdit(actor, params.call ?? ''))

export const action = form(editCallInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await editCall(actor, numberIn(params.call), input),
    'Der Aufruf ist gespeichert.',
  ),
)

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bearbeiten – ${data?.call.title ?? 'Aufruf'} – Lernen 25` },
]

export default function EditCall() {
  const { call } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Aufrufe', to: paths.calls() },
          { label: call.title, to: call.path },
          { label: 'Bearbeiten' },
        ]}
      />
      <PageHead title="Aufruf bearbeiten" />
      <div className="max-w-[42rem]">
        <Card title="Der Aufruf">
          <HouseForm reply={reply}>
            {/* After a conflict the next sending is meant to overwrite. */}
            <input type="hidden" name="version" value={reply?.theirs ?? call.version} />
            <CallFields call={call} />
            <div>
              <Button>Speichern</Button>
            </div>
          </HouseForm>
        </Card>
      </div>
    </>
  )
}
