import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { UploadForm } from '#app/files/upload-form.tsx'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { plural } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { importWord } from '#server/documents/exchange/commands.ts'
import type { ImportReport } from '#server/documents/exchange/contract.ts'
import { importWordInput } from '#server/documents/exchange/inputs.ts'
import { importFor } from '#server/documents/exchange/views.ts'
import { paths } from '#server/documents/paths.ts'
import { CHILDREN } from '#server/files/contract.ts'
import { childrenWords } from '#server/files/words.ts'
import { DocumentHead } from './components/document-head.tsx'
import { placeOf } from './components/place.ts'

export const loader = page(async ({ actor, params, request }) => {
  const view = await importFor(actor, placeOf(params))
  return { ...view, isDone: new URL(request.url).searchParams.has('fertig') }
})

export const action = forms({
  import: intent(importWordInput, async ({ actor, params, input }) => {
    const path = await importWord(actor, placeOf(params), input)
    return redirectWithToast(paths.imported(path), 'Der Text ist übernommen.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Aus Word übernehmen – ${data?.document.title ?? 'Dokument'} – Lernen 25` },
]

export default function Import() {
  const view = useLoaderData<typeof loader>()
  return (
    <>
      <DocumentHead view={view} page="Aus Word übernehmen" />
      <div className="grid max-w-[42rem] gap-5">
        {view.isDone && view.last ? <Done view={view} last={view.last} /> : <Choose view={view} />}
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Choose({ view: { document, home, files, uploadKey, clientKey } }: { view: View }) {
  const reply = useActionData<typeof action>()
  return (
    <>
      <Card
        title={files.length === 0 ? 'Word-Datei hochladen' : 'Andere Word-Datei hochladen'}
        lead="Die Datei bleibt am Dokument liegen. Danach wählen Sie hier, was damit geschieht."
      >
        <UploadForm
          to={{ thingKind: 'document', thingId: document.id }}
          clientKey={uploadKey}
          pictures="none"
          back={paths.import(home.path, document)}
        />
      </Card>
      {files.length > 0 && (
        <Card
          title="Text übernehmen"
          lead="Der Text der Datei ersetzt den Text dieses Dokuments. Was jetzt dort steht, bleibt unter „Versionen“."
        >
          <HouseForm reply={reply} clientKey={clientKey}>
            <RadioRows
              name="file"
              label="Welche Datei?"
              choices={files.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={files.length === 1 ? files[0]?.id : undefined}
            />
            <RadioRows
              name="children"
              label="Sind auf Bildern in der Datei Kinder erkennbar?"
              hint="Nur nötig, wenn die Datei Bilder hat."
              choices={CHILDREN.map((value) => ({ value, label: childrenWords[value] }))}
            />
            <div className="flex flex-wrap gap-3">
              <Button name="intent" value="import">
                Übernehmen
              </Button>
              <ButtonLink variant="tertiary" to={document.path}>
                Abbrechen
              </ButtonLink>
            </div>
          </HouseForm>
        </Card>
      )}
    </>
  )
}

function Done({ view, last }: { view: View; last: ImportReport & { version: number } }) {
  const { document, home } = view
  const counts = [
    plural(last.headings, 'Überschrift', 'Überschriften'),
    plural(last.tables, 'Tabelle', 'Tabellen'),
    plural(last.pictures, 'Bild', 'Bilder') +
      (last.picturesWithoutAlt > 0 ? ` (${last.picturesWithoutAlt} ohne Beschreibung)` : ''),
  ]
  return (
    <Card title={`Übernommen aus „${last.file}“`}>
      <p>{counts.join(', ')} erkannt.</p>
      {last.notes.length > 0 && (
        <ul className="mt-2 list-disc pl-5">
          {last.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {last.picturesWithoutAlt > 0 && (
        <div className="mt-3">
          <Notice tone="achtung" title="Bildbeschreibungen fehlen.">
            Ergänzen Sie sie im Editor: Bild antippen, dann „Beschreibung“.
          </Notice>
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink variant="primary" to={document.path}>
          Zum Dokument
        </ButtonLink>
        <ButtonLink to={paths.version(home.path, document, last.version)}>
          Vorherigen Stand ansehen
        </ButtonLink>
      </div>
    </Card>
  )
}
