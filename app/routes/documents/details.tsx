import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { describeDocument, moveDocument } from '#server/documents/commands.ts'
import { LIMITS } from '#server/documents/contract.ts'
import { describeDocumentInput, moveDocumentInput } from '#server/documents/inputs.ts'
import { detailsFor } from '#server/documents/views.ts'
import { DocumentHead } from './components/document-head.tsx'
import { FolderField } from './components/folder-field.tsx'
import { placeOf } from './components/place.ts'

export const loader = page(({ actor, params }) => detailsFor(actor, placeOf(params)))

export const action = forms({
  describe: intent(describeDocumentInput, async ({ actor, params, input }) =>
    redirect(await describeDocument(actor, placeOf(params), input), 303),
  ),
  move: intent(moveDocumentInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await moveDocument(actor, placeOf(params), input),
      'Das Dokument ist verschoben. Wer hier nicht dabei ist, liest es nicht mehr.',
    ),
  ),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Titel, Ordner, Verschieben – ${data?.document.title ?? 'Dokument'} – Lernen 25` },
]

export default function Details() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { document, homes, folders, isWalled, can } = view
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <DocumentHead view={view} page="Titel, Ordner, Verschieben" />
      <div className="grid max-w-[42rem] gap-5">
        <Card title="Titel und Ordner">
          <HouseForm reply={replyTo('describe')} autoComplete="off">
            <TextField
              name="title"
              label="Titel"
              maxLength={LIMITS.title.max}
              defaultValue={document.title}
            />
            <FolderField folders={folders} now={document.folder} />
            <div className="flex flex-wrap gap-3">
              <Button name="intent" value="describe">
                Speichern
              </Button>
              <ButtonLink variant="tertiary" to={document.path}>
                Abbrechen
              </ButtonLink>
            </div>
          </HouseForm>
        </Card>
        {can.move && (
          <Card
            title="In eine andere PLG verschieben"
            lead="Dann lesen und schreiben es die Mitglieder dort, und hier nicht mehr. Versionen und Kommentare ziehen mit um."
          >
            {homes.length === 0 ? (
              <p>Sie sind in keiner weiteren PLG.</p>
            ) : (
              <HouseForm reply={replyTo('move')}>
                <SelectField
                  name="homeId"
                  label="PLG"
                  empty="Bitte wählen"
                  choices={homes.map(({ id, title }) => ({ value: id, label: title }))}
                />
                {isWalled && (
                  <CheckField
                    name="isSure"
                    label="Ich weiß: Dort lesen Menschen, die von dieser Gruppe nichts wissen, den Text mit allen Versionen, Kommentaren und Namen."
                    hint="Nur nötig, wenn die andere Gruppe nicht genauso geschlossen ist"
                  />
                )}
                <div>
                  <Button variant="secondary" name="intent" value="move">
                    Verschieben
                  </Button>
                </div>
              </HouseForm>
            )}
          </Card>
        )}
      </div>
    </>
  )
}
