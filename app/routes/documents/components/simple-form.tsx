import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { LIMITS } from '#server/documents/contract.ts'
import { paths } from '#server/documents/paths.ts'

type Reply = Parameters<typeof HouseForm>[0]['reply'] & { theirs?: string }
type View = {
  home: { path: string }
  document: { number: number; slug: string; path: string }
  markdown: string
  base: string
  reasons: string[]
}

/** A document as one big text field: for a browser or a line on which the editor does not run. */
export function SimpleForm({ view, reply }: { view: View; reply?: Reply }) {
  const { home, document, markdown, base, reasons } = view
  if (reasons.length > 0)
    return (
      <Notice
        tone="achtung"
        title="Dieses Dokument lässt sich nur im Editor bearbeiten."
        action={<ButtonLink to={document.path}>Zum Lesen</ButtonLink>}
      >
        <p>Im einfachen Formular ginge etwas verloren:</p>
        <ul className="list-disc pl-5">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </Notice>
    )
  return (
    <>
      {reply?.theirs !== undefined && <BothTexts theirs={reply.theirs} />}
      <HouseForm
        reply={reply}
        action={paths.editSimply(home.path, document)}
        reloadDocument
        autoComplete="off"
      >
        {/* After a conflict the page is loaded whole, and this is the text as it stands then: who has read both may decide. */}
        <input type="hidden" name="base" value={base} />
        <TextArea
          name="markdown"
          label={reply?.theirs === undefined ? 'Text' : 'Ihre Fassung'}
          hint="Überschriften beginnen mit ##, Aufzählungen mit -, Aufgaben mit - [ ]. **Fett** und *kursiv* stehen zwischen Sternen."
          rows={24}
          maxLength={LIMITS.markdown.max}
          defaultValue={markdown}
          className="font-mono"
        />
        <div className="flex flex-wrap gap-3">
          <Button>Speichern</Button>
          <ButtonLink variant="tertiary" to={document.path}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </>
  )
}

/** Somebody was faster: nothing is lost, and whoever reads both decides. */
function BothTexts({ theirs }: { theirs: string }) {
  return (
    <div className="mb-5 grid gap-3">
      <Notice tone="achtung" title="Es gibt zwei Fassungen. Noch ist keine verloren.">
        Unter „Ihre Fassung“ steht, was Sie geschrieben haben. Übernehmen Sie daraus oder aus der
        anderen, was gelten soll, und speichern Sie noch einmal.
      </Notice>
      <label htmlFor="andere-fassung" className="font-semibold">
        Die andere Fassung, wie sie jetzt gespeichert ist
      </label>
      <textarea
        id="andere-fassung"
        readOnly
        rows={12}
        value={theirs}
        className="w-full rounded-lg border border-rand bg-mulde p-3 font-mono"
      />
    </div>
  )
}
