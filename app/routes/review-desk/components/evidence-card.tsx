import { AttachField } from '#app/files/attach-field.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { ROOM_FOR_ONE } from '#server/files/words.ts'
import { documentNames } from '#server/software/review/words.ts'
import { type Answer, of, type ReviewView } from './view.ts'

/** What an answer rests on: a page or a document, the words, the day. */
export function EvidenceCard({ view, reply }: { view: ReviewView; reply: Answer }) {
  const { points, documents, can, today } = view
  if (!can.answer) return null
  const own = of(reply, 'evidence')
  const known = points.flatMap(({ id, question, evidence }) =>
    evidence.map((one) => ({
      value: one.id,
      label: `${id}: ${one.file?.name ?? (one.quote || one.url || question)}`,
    })),
  )
  return (
    <Card title="Belege">
      <Fold title="Beleg hinzufügen" isOpen={own !== undefined}>
        <HouseForm reply={own} encType="multipart/form-data" className="grid gap-3">
          <SelectField
            {...{ name: 'criterionId', label: 'Zu welchem Prüfpunkt?', empty: 'Bitte wählen' }}
            choices={points.map(({ id, question }) => ({ value: id, label: `${id} ${question}` }))}
          />
          <TextField
            {...{ name: 'url', label: 'Adresse im Internet', optional: true, maxLength: 1000 }}
          />
          {documents.length > 0 && (
            <SelectField
              {...{
                name: 'documentId',
                label: 'Oder eine Unterlage',
                empty: 'Keine',
                optional: true,
              }}
              choices={documents.map(({ id, kind, versionLabel }) => ({
                value: id,
                label: [documentNames[kind] ?? kind, versionLabel].filter(Boolean).join(', '),
              }))}
            />
          )}
          <AttachField
            label="Oder eine Datei"
            hint="PDF, Word, Excel, Bild: Sie liegt dann bei der Prüfung, mit ihrer Prüfsumme. Keine Bilder, auf denen Kinder zu erkennen sind."
            room={ROOM_FOR_ONE}
          />
          <TextArea
            {...{ name: 'quote', label: 'Was steht dort, im Wortlaut?', optional: true, rows: 2 }}
            maxLength={2000}
          />
          <TextField
            {...{ name: 'retrievedOn', label: 'Gelesen am', type: 'date', defaultValue: today }}
            max={today}
            className="max-w-[16rem]"
          />
          <div>
            <Button variant="secondary" name="intent" value="evidence">
              Beleg sichern
            </Button>
          </div>
        </HouseForm>
      </Fold>
      {known.length > 0 && (
        <Fold title="Beleg entfernen" isOpen={of(reply, 'removeEvidence') !== undefined}>
          <HouseForm reply={of(reply, 'removeEvidence')} className="grid gap-3">
            <SelectField
              {...{ name: 'evidence', label: 'Welchen?', empty: 'Bitte wählen', choices: known }}
            />
            <div>
              <Button variant="secondary" name="intent" value="removeEvidence">
                Entfernen
              </Button>
            </div>
          </HouseForm>
        </Fold>
      )}
    </Card>
  )
}
