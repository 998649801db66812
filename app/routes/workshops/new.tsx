import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { draftWorkshop } from '#server/medialab/workshops/commands.ts'
import { newWorkshopInput } from '#server/medialab/workshops/inputs.ts'
import { paths } from '#server/medialab/workshops/paths.ts'
import { newWorkshopFor } from '#server/medialab/workshops/views.ts'
import { WorkshopFields } from './components/workshop-fields.tsx'

export const loader = page(({ actor }) => newWorkshopFor(actor))

export const action = form(newWorkshopInput, async ({ actor, input }) =>
  redirectWithToast(
    await draftWorkshop(actor, input),
    'Der Entwurf ist gespeichert. So sehen ihn alle, wenn Sie ihn veröffentlichen.',
  ),
)

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction = () => [{ title: 'Workshop anlegen – Lernen 25' }]

export default function NewWorkshop() {
  const { clientKey, rooms, leaders } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'Workshops', to: paths.list() }, { label: 'Neu' }]} />
      <PageHead title="Workshop anlegen" />
      <div className="max-w-[48rem]">
        <Card title="Der Workshop">
          <HouseForm reply={reply} clientKey={clientKey}>
            <WorkshopFields rooms={rooms} leaders={leaders} />
            <div className="flex flex-wrap gap-3">
              <Button>Entwurf speichern</Button>
              <ButtonLink variant="tertiary" to={paths.list()}>
                Abbrechen
              </ButtonLink>
            </div>
          </HouseForm>
        </Card>
      </div>
    </>
  )
}
