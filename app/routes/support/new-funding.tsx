import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { beginFunding } from '#server/support/funding/commands.ts'
import { newFundingInput } from '#server/support/funding/inputs.ts'
import { newFundingFor } from '#server/support/funding/views.ts'
import { paths as plgs } from '#server/plg/paths.ts'
import { paths } from '#server/support/paths.ts'
import { queryOf } from './components/query.ts'

export const loader = page(({ actor, request }) =>
  newFundingFor(actor, queryOf(request).get('aufruf')),
)

export const action = form(newFundingInput, async ({ actor, input }) => {
  const number = await beginFunding(actor, input)
  return redirectWithToast(
    paths.editFunding(number),
    'Der Entwurf ist angelegt. Jetzt kommen Kosten und Begründung.',
  )
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction = () => [{ title: 'Förderung beantragen – Lernen 25' }]

export default function NewFunding() {
  const { projects, call, years, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'Förderanträge', to: paths.fundings() }, { label: 'Neu' }]} />
      <PageHead title="Förderung beantragen" />
      <div className="grid max-w-[42rem] gap-5">
        {call && <Notice title="Antwort auf einen Aufruf">{call.title}</Notice>}
        {projects.length === 0 ? (
          <EmptyState
            title="Es gibt kein Vorhaben, für das Sie einen Antrag stellen können."
            action={<ButtonLink to={plgs.list()}>Zu meinen PLGs</ButtonLink>}
          >
            Einen Antrag stellt, wer für die PLG spricht: für ein Vorhaben der Art
            „Innovationsprojekt“, das noch keinen laufenden Antrag hat. Legen Sie es in Ihrer PLG
            unter „Vorhaben“ an.
          </EmptyState>
        ) : (
          <Card title="Wofür?">
            <HouseForm reply={reply} clientKey={clientKey}>
              {call && <input type="hidden" name="call" value={call.number} />}
              <SelectField
                name="projectId"
                label="Innovationsprojekt"
                empty="Bitte wählen"
                choices={projects}
              />
              <SelectField
                name="year"
                label="Haushaltsjahr"
                hint="Das Jahr, in dem Sie das Geld ausgeben."
                choices={years.map((year) => ({ value: String(year), label: String(year) }))}
                defaultValue={years[0]}
                className="max-w-[16rem]"
              />
              <div className="flex flex-wrap gap-3">
                <Button>Entwurf anlegen</Button>
                <ButtonLink variant="tertiary" to={paths.fundings()}>
                  Abbrechen
                </ButtonLink>
              </div>
            </HouseForm>
          </Card>
        )}
      </div>
    </>
  )
}
