import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { TextField } from '#app/ui/field.tsx'
import { day } from '#app/ui/format.ts'
import { ListUpload, TakenLists } from '#app/ui/list-import.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { applyGroups, reviewGroups } from '#server/ideas/import/commands.ts'
import { LONGEST_ORIGIN } from '#server/ideas/import/contract.ts'
import { applyInput, reviewInput } from '#server/ideas/import/inputs.ts'
import { importPageFor } from '#server/ideas/import/views.ts'
import { columnNames, figuresOf, fileWords } from '#server/ideas/import/words.ts'
import { paths } from '#server/ideas/paths.ts'
import { ImportPlanReview } from './components/import-plan.tsx'

export const loader = page(({ actor, request }) =>
  importPageFor(actor, new URL(request.url).searchParams.get('datei')),
)

export const action = forms(
  {
    review: intent(reviewInput, async ({ actor, input: { file, origin } }) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const id = await reviewGroups(actor, { fileName: file.name, bytes, origin })
      return redirect(paths.import(id))
    }),
    apply: intent(applyInput, async ({ actor, input: { importId } }) => {
      const figures = await applyGroups(actor, importId)
      return redirectWithToast(paths.import(), `Übernommen: ${figuresOf(figures)}.`)
    }),
  },
  { takesFiles: true },
)

export const meta: MetaFunction = () => [{ title: 'Gruppen einlesen – Lernen 25' }]

export default function GroupImport() {
  const { review, isGone, recent } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'Ideen', to: paths.list() }, { label: 'Gruppen einlesen' }]} />
      <PageHead
        title={review ? 'Das würde sich ändern' : 'Bestehende Gruppen einlesen'}
        meta={
          review
            ? 'Geprüft, aber noch nicht übernommen'
            : 'Erst prüfen, dann übernehmen. Niemand bekommt ein Konto; alle werden eingeladen.'
        }
      />
      <div className="grid gap-4">
        {isGone && !review && <Notice tone="achtung">{fileWords.gone}</Notice>}
        {review ? (
          <ImportPlanReview review={review} reply={reply} />
        ) : (
          <ListUpload
            reply={reply}
            label="Liste der Gruppen"
            accept=".csv,text/csv"
            hint={`Eine CSV-Datei, höchstens 1 MB, durch Semikolon getrennt. Nötig ist die Spalte „${columnNames.group}“; möglich sind außerdem: ${Object.values(columnNames).slice(1).join(', ')}. Eine Gruppe kann mehrere Zeilen haben.`}
          >
            <TextField
              name="origin"
              label="Woher stammt die Liste?"
              hint="Zum Beispiel „Netzwerkliste des SMZ 2025“. Daran erkennen wir sie beim zweiten Mal wieder."
              required
              maxLength={LONGEST_ORIGIN}
            />
          </ListUpload>
        )}
        <TakenLists
          lists={recent.map(({ id, fileName, origin, appliedAt, outcome }) => ({
            ...{ id, title: origin },
            about: [fileName, appliedAt && day(appliedAt), figuresOf(outcome)]
              .filter(Boolean)
              .join(' · '),
            more: <Left lines={outcome.left} />,
          }))}
        />
      </div>
    </>
  )
}

/** What of a list was of no use here. */
function Left({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <details>
      <summary className="min-h-11 py-2">
        Nicht übernommen: {lines.length} Termine und Dokumente
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line} className="wrap-anywhere">
            {line}
          </li>
        ))}
      </ul>
    </details>
  )
}
