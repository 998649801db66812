import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { ListUpload, TakenLists } from '#app/ui/list-import.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { applyApps, reviewApps } from '#server/software/curation/import/commands.ts'
import type { PlannedRow } from '#server/software/curation/import/contract.ts'
import { applyInput, reviewInput } from '#server/software/curation/import/inputs.ts'
import { importPageFor } from '#server/software/curation/import/views.ts'
import { columnNames, figuresOf, fileWords } from '#server/software/curation/import/words.ts'
import { paths } from '#server/software/paths.ts'

export const loader = page(({ actor, request }) =>
  importPageFor(actor, new URL(request.url).searchParams.get('datei')),
)

export const action = forms(
  {
    review: intent(reviewInput, async ({ actor, input: { file } }) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      return redirect(paths.import(await reviewApps(actor, { fileName: file.name, bytes })))
    }),
    apply: intent(applyInput, async ({ actor, input }) =>
      redirectWithToast(
        paths.import(),
        `Übernommen: ${figuresOf(await applyApps(actor, input.importId))}.`,
      ),
    ),
  },
  { takesFiles: true },
)

export const meta: MetaFunction = () => [{ title: 'Liste einlesen – Software – Lernen 25' }]

type View = ReturnType<typeof useLoaderData<typeof loader>>

export default function SoftwareImport() {
  const { review, isGone, recent } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Software', to: paths.directory() }, { label: 'Liste einlesen' }]}
      />
      <PageHead
        title={review ? 'Das würde dazukommen' : 'Liste von Apps einlesen'}
        meta={
          review
            ? 'Geprüft, aber noch nicht übernommen'
            : 'Erst prüfen, dann übernehmen. Was neu ist, steht danach als „Noch nicht geprüft“ im Verzeichnis.'
        }
      />
      <div className="grid gap-4">
        {isGone && !review && <Notice tone="achtung">{fileWords.gone}</Notice>}
        {review ? (
          <Plan review={review} reply={reply} />
        ) : (
          <ListUpload
            reply={reply}
            label="Liste der Apps"
            accept=".csv,.tsv,.txt,text/csv"
            hint={`Eine CSV-Datei, höchstens 1 MB. Nötig ist die Spalte „${columnNames.name}“; möglich sind außerdem: ${Object.values(columnNames).slice(1).join(', ')}.`}
          />
        )}
        <TakenLists
          lists={recent.map(({ id, fileName, appliedAt, ...figures }) => ({
            ...{ id, title: fileName },
            about: [appliedAt && day(appliedAt), figuresOf(figures)].filter(Boolean).join(' · '),
          }))}
        />
      </div>
    </>
  )
}

/** No page of a browser gets better with thousands of rows. */
const MOST_SHOWN = 300

const comesIn = ({ known, isRepeated }: PlannedRow) => !isRepeated && known?.isSame !== true

function Plan({ review, reply }: { review: NonNullable<View['review']>; reply: Reply }) {
  const { id, fileName, plan } = review
  const created = plan.filter(comesIn).length
  return (
    <>
      <Card title={fileName}>
        <p>{figuresOf({ created, skipped: plan.length - created })}</p>
        <HouseForm reply={reply} className="mt-4 flex flex-wrap gap-3">
          <input type="hidden" name="importId" value={id} />
          {created > 0 && (
            <Button name="intent" value="apply">
              Übernehmen
            </Button>
          )}
          <ButtonLink to={paths.import()}>Andere Datei</ButtonLink>
        </HouseForm>
      </Card>
      <Table
        stacks
        caption="Zeilen der Liste"
        rows={plan.slice(0, MOST_SHOWN)}
        rowKey={({ line }) => String(line)}
        columns={[
          {
            key: 'name',
            title: 'App',
            cell: ({ name }) => <span className="wrap-anywhere">{name}</span>,
          },
          { key: 'vendor', title: 'Anbieter', cell: ({ vendor }) => vendor },
          { key: 'fate', title: 'Was damit geschieht', cell: (row) => <Fate row={row} /> },
        ]}
      />
      {plan.length > MOST_SHOWN && <p>und {plan.length - MOST_SHOWN} weitere Zeilen</p>}
    </>
  )
}

function Fate({ row }: { row: PlannedRow }) {
  const { known, isRepeated } = row
  if (isRepeated) return <Badge tone="offen">Steht weiter oben schon</Badge>
  const entry = known && (
    <Link to={paths.product(known.slug)} className="underline">
      {known.name}
    </Link>
  )
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Badge tone={comesIn(row) ? 'aktion' : 'offen'}>
        {comesIn(row) ? 'Kommt dazu' : 'Schon im Verzeichnis'}
      </Badge>
      {entry && <span>{known.isSame ? entry : <>Ähnlich: {entry}</>}</span>}
    </span>
  )
}
