import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Overtaken } from '#app/ui/overtaken.tsx'
import { cancelSession, changeSession } from '#server/plg/sessions/commands.ts'
import { changeInput, versionInput } from '#server/plg/sessions/inputs.ts'
import { paths } from '#server/plg/sessions/paths.ts'
import { editSessionFor } from '#server/plg/sessions/views.ts'
import { SessionFields } from './components/session-fields.tsx'

type Params = { plg?: string; nr?: string }
const placeOf = ({ plg = '', nr = '' }: Params) => ({ plg, number: nr })
const pageOf = ({ plg = '', nr = '' }: Params) => paths.session(plg, Number(nr))

export const loader = page(({ actor, params }) => editSessionFor(actor, placeOf(params)))

export const action = forms({
  change: intent(changeInput, async ({ actor, params, input }) => {
    await changeSession(actor, placeOf(params), input)
    return redirectWithToast(pageOf(params), 'Der Termin ist gespeichert.')
  }),
  cancel: intent(versionInput, async ({ actor, params, input }) => {
    await cancelSession(actor, placeOf(params), input)
    return redirectWithToast(pageOf(params), 'Der Termin ist abgesagt. Alle erfahren davon.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.session.title ?? 'Termin'} ändern – Lernen 25` },
]

export default function EditSession() {
  const { plg, session, members, suggested, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <Card title={`Termin ändern: ${session.title}`}>
        <HouseForm reply={replyTo('change')}>
          <Overtaken reply={replyTo('change')} version={session.version} />
          <SessionFields session={session} members={members} suggested={suggested} />
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="change">
              Änderungen speichern
            </Button>
            <ButtonLink variant="tertiary" to={paths.session(plg.slug, session.number)}>
              Abbrechen
            </ButtonLink>
          </div>
        </HouseForm>
      </Card>
      {can.cancel && (
        <Card
          title="Termin absagen"
          lead="Er bleibt in der Liste und in Kalendern als abgesagt stehen. Alle Mitglieder bekommen eine Nachricht."
        >
          <HouseForm reply={replyTo('cancel')}>
            <input type="hidden" name="version" value={session.version} />
            <div>
              <Button variant="secondary" name="intent" value="cancel">
                Termin absagen
              </Button>
            </div>
          </HouseForm>
        </Card>
      )}
    </>
  )
}
