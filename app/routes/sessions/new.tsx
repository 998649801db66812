import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { planSession } from '#server/plg/sessions/commands.ts'
import { planInput } from '#server/plg/sessions/inputs.ts'
import { paths } from '#server/plg/sessions/paths.ts'
import { newSessionFor } from '#server/plg/sessions/views.ts'
import { SessionFields } from './components/session-fields.tsx'

export const loader = page(({ actor, params }) => newSessionFor(actor, params.plg ?? ''))

export const action = form(planInput, async ({ actor, params, input }) => {
  const slug = params.plg ?? ''
  const number = await planSession(actor, slug, input)
  return redirectWithToast(paths.session(slug, number), 'Der Termin steht. Alle erfahren davon.')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Termin planen – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function NewSession() {
  const { plg, members, suggested, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Card title="Termin planen">
      <HouseForm reply={reply} clientKey={clientKey}>
        <SessionFields members={members} suggested={suggested} />
        <div className="flex flex-wrap gap-3">
          <Button>Termin planen</Button>
          <ButtonLink variant="tertiary" to={paths.list(plg.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </Card>
  )
}
