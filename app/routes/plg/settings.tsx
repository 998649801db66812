import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { closePlg, editPlg, movePhase } from '#server/plg/commands.ts'
import { OPEN_PHASES, SCHOOLS_FOR_FOCUS } from '#server/plg/contract.ts'
import { closeInput, editInput, phaseInput } from '#server/plg/inputs.ts'
import { paths } from '#server/plg/paths.ts'
import { settingsFor } from '#server/plg/views.ts'
import { phaseNames } from '#server/plg/words.ts'
import { choicesOf } from './components/choices.ts'
import { PlgFields } from './components/plg-fields.tsx'

export const loader = page(({ actor, params }) => settingsFor(actor, params.plg ?? ''))

export const action = forms({
  edit: intent(editInput, async ({ actor, params, input }) => {
    await editPlg(actor, params.plg ?? '', input)
    return redirectWithToast(paths.settings(params.plg ?? ''), 'Der Steckbrief ist gespeichert.')
  }),
  phase: intent(phaseInput, async ({ actor, params, input }) => {
    await movePhase(actor, params.plg ?? '', input)
    return redirectWithToast(paths.settings(params.plg ?? ''), 'Die Phase ist gespeichert.')
  }),
  close: intent(closeInput, async ({ actor, params }) => {
    await closePlg(actor, params.plg ?? '')
    return redirectWithToast(paths.plg(params.plg ?? ''), 'Die PLG ist abgeschlossen.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Einstellungen – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Settings() {
  const { plg, agreedSchools } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const isOpen = plg.phase !== 'closed'
  return (
    <>
      {isOpen ? (
        <Card
          title="Phase"
          lead={`Zurückgehen ist erlaubt. Für den Fokus braucht es die Zustimmung der Schulleitungen von ${SCHOOLS_FOR_FOCUS} Schulen; bisher ${agreedSchools === 0 ? 'hat keine zugestimmt' : `haben ${plural(agreedSchools, 'Schule', 'Schulen')} zugestimmt`}.`}
        >
          <HouseForm reply={replyTo('phase')}>
            <SelectField
              name="phase"
              label="Wo stehen Sie?"
              choices={choicesOf(OPEN_PHASES, phaseNames)}
              defaultValue={plg.phase}
              className="max-w-[28rem]"
            />
            <CheckField
              name="isPaused"
              label="Die PLG pausiert"
              hint="Zum Beispiel bis nach den Ferien. Alles bleibt lesbar."
              defaultChecked={plg.isPaused}
            />
            <div>
              <Button name="intent" value="phase">
                Phase speichern
              </Button>
            </div>
          </HouseForm>
        </Card>
      ) : (
        <Notice title="Diese PLG ist abgeschlossen">
          Sie bleibt lesbar. Für einen neuen Durchgang gründen Sie eine neue PLG.
        </Notice>
      )}
      <Card title="Steckbrief">
        <HouseForm reply={replyTo('edit')}>
          <PlgFields plg={plg} />
          <div>
            <Button name="intent" value="edit">
              Steckbrief speichern
            </Button>
          </div>
        </HouseForm>
      </Card>
      {isOpen && (
        <Card
          title="PLG abschließen"
          lead="Danach kommt niemand mehr dazu, und die Phase lässt sich nicht mehr ändern. Alles bleibt lesbar."
        >
          <HouseForm reply={replyTo('close')}>
            <CheckField name="isSure" label="Unsere gemeinsame Arbeit ist abgeschlossen." />
            <div>
              <Button variant="secondary" name="intent" value="close">
                PLG abschließen
              </Button>
            </div>
          </HouseForm>
        </Card>
      )}
    </>
  )
}
