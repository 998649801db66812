import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { ImportReview } from '#app/routes/schools/components/import-review.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { FileField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { ListUpload } from '#app/ui/list-import.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { applyInput, reviewInput } from '#server/schools/inputs.ts'
import { paths } from '#server/schools/paths.ts'
import { applyReviewed, reviewRegister } from '#server/schools/register/commands.ts'
import { importPageFor } from '#server/schools/register/views.ts'
import { figuresOf, fileWords } from '#server/schools/register/words.ts'

export const meta: MetaFunction = () => [{ title: 'Schulregister einlesen – Lernen 25' }]

export const loader = page(({ actor, request }) =>
  importPageFor(actor, new URL(request.url).searchParams.get('datei')),
)

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

export const action = forms(
  {
    review: intent(reviewInput, async ({ actor, input: { file, districts } }) => {
      const uploadId = await reviewRegister(actor, {
        fileName: file.name,
        register: await bytesOf(file),
        districts: districts ? await bytesOf(districts) : null,
      })
      return redirect(paths.import(uploadId))
    }),
    apply: intent(applyInput, async ({ actor, input: { uploadId } }) => {
      const figures = await applyReviewed(actor, uploadId)
      return redirectWithToast(
        paths.administration(),
        `Das Register ist übernommen: ${figuresOf(figures)}.`,
      )
    }),
  },
  { takesFiles: true },
)

export default function Import() {
  const { review, isGone } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Verwaltung', to: '/verwaltung' },
          { label: 'Schulen', to: paths.administration() },
          { label: 'Register einlesen' },
        ]}
      />
      <PageHead
        title={review ? 'Das würde sich ändern' : 'Schulregister einlesen'}
        meta={
          review
            ? 'Geprüft, aber noch nicht übernommen'
            : 'Erst prüfen, dann übernehmen. Gelöscht wird nichts.'
        }
      />
      <div className="grid gap-4">
        {isGone && !review && <Notice tone="achtung">{fileWords.uploadGone}</Notice>}
        {review ? <ImportReview review={review} reply={reply} /> : <UploadForm reply={reply} />}
      </div>
    </>
  )
}

function UploadForm({ reply }: { reply: Reply }) {
  return (
    <ListUpload
      reply={reply}
      title="Dateien auswählen"
      label="Schulregister"
      accept=".csv,text/csv"
      hint="Die Datei schuldaten.csv des Ministeriums (Open Data, Schuldaten), höchstens 5 MB. Bitte nicht vorher in Excel speichern: Dabei gehen Umlaute und führende Nullen verloren."
    >
      <FileField
        name="districts"
        label="Stadtbezirke"
        optional
        accept=".csv,text/csv"
        hint="Eine CSV-Datei mit den Spalten schulnummer und stadtbezirk. Das Register selbst kennt keine Stadtbezirke."
      />
    </ListUpload>
  )
}
