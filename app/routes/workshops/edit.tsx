import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { editWorkshop } from '#server/medialab/workshops/commands.ts'
import { editWorkshopInput } from '#server/medialab/workshops/inputs.ts'
import { numberIn, paths } from '#server/medialab/workshops/paths.ts'
import { workshopForEdit } from '#server/medialab/workshops/views.ts'
import { WorkshopFields } from './components/workshop-fields.tsx'

export const loader = page(({ actor, params }) => workshopForEdit(actor, params.workshop ?? ''))

export const action = form(editWorkshopInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await editWorkshop(actor, numberIn(params.workshop), input),
    'Der Workshop ist gespeichert.',
  ),
)

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bearbeiten – ${data?.workshop.title ?? 'Workshop'} – Lernen 25` },
]

export default function EditWorkshop() {
  const { workshop, rooms, leaders } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Workshops', to: paths.list() },
          { label: workshop.title, to: workshop.path },
          { label: 'Bearbeiten' },
        ]}
      />
      <PageHead title="Workshop bearbeiten" />
      <div className="grid max-w-[48rem] gap-5">
        {workshop.state === 'published' && (
          <Notice title={plural(workshop.seatsHeld, 'Platz ist vergeben', 'Plätze sind vergeben')}>
            Ändern Sie Zeit oder Ort, erfahren es alle mit Platz und auf der Warteliste. Mehr Plätze
            gehen zuerst an die Warteliste.
          </Notice>
        )}
        <Card title="Der Workshop">
          <HouseForm reply={reply}>
            {/* After a conflict the next sending is meant to overwrite. */}
            <input type="hidden" name="version" value={reply?.theirs ?? workshop.version} />
            <WorkshopFields workshop={workshop} rooms={rooms} leaders={leaders} />
            <div className="flex flex-wrap gap-3">
              <Button>Speichern</Button>
              <ButtonLink variant="tertiary" to={workshop.path}>
                Abbrechen
              </ButtonLink>
            </div>
          </HouseForm>
        </Card>
      </div>
    </>
  )
}
