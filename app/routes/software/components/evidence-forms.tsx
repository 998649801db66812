import { AttachField } from '#app/files/attach-field.tsx'
import { Button } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { ROOM_FOR_ONE } from '#server/files/words.ts'
import { DOCUMENT_KINDS, SEAL_SCHEMES, VISIBILITIES } from '#server/software/uses/contract.ts'
import { documentChoices, schemeChoices, visibilityNames } from '#server/software/uses/words.ts'

/** A document by its file, or its address and the day one read it, or a block of text that packages for schools are made of. */
export function DocumentForm({ reply }: { reply: Reply }) {
  return (
    <Fold title="Unterlage hinzufügen" isOpen={Boolean(reply)}>
      <HouseForm reply={reply} encType="multipart/form-data" className="grid gap-4 md:grid-cols-2">
        <SelectField
          name="kind"
          label="Was ist es?"
          choices={choicesOf(DOCUMENT_KINDS, documentChoices)}
        />
        <SelectField
          name="visibility"
          label="Wer darf sie lesen?"
          choices={choicesOf(VISIBILITIES, visibilityNames)}
          defaultValue="reviewers"
        />
        <AttachField
          label="Datei"
          hint="PDF, Word, Excel oder Bild, neben der Adresse oder an ihrer Stelle."
          room={ROOM_FOR_ONE}
        />
        <TextField name="url" label="Adresse" optional type="url" maxLength={500} />
        <TextField name="versionLabel" label="Fassung" optional maxLength={120} />
        <TextField name="retrievedOn" label="Gelesen am" optional type="date" />
        <TextArea
          name="body"
          label="Text für die Unterlagen der Schulen"
          hint="Nur für Textbausteine, Elternbriefe und Nutzungsregeln."
          optional
          maxLength={20_000}
          className="md:col-span-2"
        />
        <div className="md:col-span-2">
          <Button variant="secondary" name="intent" value="document">
            Unterlage hinzufügen
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}

export function SealForm({ reply }: { reply: Reply }) {
  return (
    <Fold title="Siegel hinzufügen" isOpen={Boolean(reply)}>
      <HouseForm reply={reply} className="grid gap-4 md:grid-cols-2">
        <SelectField
          name="scheme"
          label="Von wem?"
          choices={choicesOf(SEAL_SCHEMES, schemeChoices)}
        />
        <TextField name="result" label="Ergebnis" maxLength={200} />
        <TextField name="issuedOn" label="Vergeben am" optional type="date" />
        <TextField name="validUntil" label="Gültig bis" optional type="date" />
        <TextField name="url" label="Adresse" optional type="url" maxLength={500} />
        <div className="md:col-span-2">
          <Button variant="secondary" name="intent" value="seal">
            Siegel hinzufügen
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
