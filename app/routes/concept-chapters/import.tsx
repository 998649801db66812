import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths as chapterPaths } from '#server/concepts/chapters/paths.ts'
import { dropImport } from '#server/concepts/importing/commands.ts'
import type { ImportReport } from '#server/concepts/importing/contract.ts'
import { takeImportInput } from '#server/concepts/importing/inputs.ts'
import { paths } from '#server/concepts/importing/paths.ts'
import { takeImport } from '#server/concepts/importing/taking/commands.ts'
import { importFor } from '#server/concepts/importing/views.ts'
import { foundSentence, pagesSentence } from '#server/concepts/importing/words.ts'
import { nothingInput } from '#server/concepts/inputs.ts'
import { paths as conceptPaths } from '#server/concepts/paths.ts'
import { AssignForm } from './components/assign-form.tsx'

export const loader = page(({ actor, params: { school = '', import: id = '' } }) =>
  importFor(actor, school, id),
)

export const action = forms({
  take: intent(takeImportInput, async ({ actor, params, input }) => {
    const { school = '', import: id = '' } = params
    return redirectWithToast(
      await takeImport(actor, school, id, input),
      'Die Datei ist übernommen.',
    )
  }),
  drop: intent(nothingInput, async ({ actor, params: { school = '', import: id = '' } }) =>
    redirect(await dropImport(actor, school, id), 303),
  ),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `„${data?.import.fileName ?? 'Datei'}“ übernehmen – Lernen 25` },
]

export default function Import() {
  const view = useLoaderData<typeof loader>()
  const { concept, school, import: file, report } = view
  return (
    <>
      <Breadcrumb
        steps={[
          { label: concept.title, to: conceptPaths.draft(school.slug) },
          { label: 'Kapitel', to: chapterPaths.list(school.slug) },
          { label: 'Aus Word oder PDF übernehmen', to: paths.list(school.slug) },
          { label: file.fileName },
        ]}
      />
      <PageHead title={`„${file.fileName}“ übernehmen`} />
      <div className="grid max-w-[56rem] grid-cols-[minmax(0,1fr)] gap-5">
        {(file.state === 'waiting' || file.state === 'reading') && (
          <Waiting {...file} path={paths.one(school.slug, file.id)} />
        )}
        {file.state === 'failed' && (
          <Notice
            tone="achtung"
            title="Diese Datei konnte nicht übernommen werden."
            action={<ButtonLink to={paths.list(school.slug)}>Andere Datei wählen</ButtonLink>}
          >
            {file.failure} Ihr Entwurf ist unverändert.
          </Notice>
        )}
        {file.state === 'dropped' && <Notice title="Diese Datei wurde doch nicht übernommen." />}
        {report && <Found file={file} report={report} />}
        {file.state === 'read' && <Decide view={view} />}
        {file.state === 'taken' && (
          <div className="flex flex-wrap gap-3">
            <ButtonLink variant="primary" to={chapterPaths.list(school.slug)}>
              Zu den Kapiteln
            </ButtonLink>
            {report && report.picturesWithoutAlt > 0 && (
              <ButtonLink to={chapterPaths.pictures(school.slug)}>Bilder beschreiben</ButtonLink>
            )}
            <ButtonLink to={conceptPaths.versions(school.slug)}>Versionen</ButtonLink>
          </div>
        )}
      </div>
    </>
  )
}

const LOOK_EVERY = 1_000

/** How far it is; the page looks by itself, or when one loads it anew. */
function Waiting({ id, progress, path }: { id: string; progress: number; path: string }) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return
    const timer = setTimeout(revalidate, LOOK_EVERY)
    return () => clearTimeout(timer)
  }, [revalidate, state, progress])
  return (
    <Card title="Die Datei wird gelesen">
      <label htmlFor={`stand-${id}`}>Fertig zu {progress} Prozent</label>
      <progress id={`stand-${id}`} max={100} value={progress} className="mt-2 block h-3 w-full" />
      <p className="mt-3 text-leise">
        Das dauert meist unter zehn Sekunden. Sie können die Seite verlassen und wiederkommen.
      </p>
      <noscript>
        <a className="underline" href={path}>
          Stand neu laden
        </a>
      </noscript>
    </Card>
  )
}

type File = { state: string; kind: 'docx' | 'pdf' }

function Found({ file, report }: { file: File; report: ImportReport }) {
  return (
    <Card title={file.state === 'taken' ? 'Übernommen' : 'Erkannt'}>
      <p>{file.kind === 'docx' ? foundSentence(report) : pagesSentence(report.pages)}</p>
      {report.notes.length > 0 && (
        <ul className="mt-2 list-disc pl-5">
          {report.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {file.state === 'taken' && (
        <p className="mt-2">Die Datei selbst bleibt: Die erste ist Version 0 Ihres Konzepts.</p>
      )}
    </Card>
  )
}

function Decide({ view }: { view: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const reply = useActionData<typeof action>()
  const { import: file, pieces, chapters } = view
  return (
    <>
      {file.kind === 'docx' ? (
        <AssignForm pieces={pieces} chapters={chapters} reply={reply} />
      ) : (
        <HouseForm reply={reply}>
          <p className="mb-3">
            Die PDF-Datei wird Version 0. Nur Ihre Schule liest sie. Kapitel entstehen daraus nicht;
            dafür übernehmen Sie die Word-Datei.
          </p>
          <Button name="intent" value="take">
            Als Version 0 behalten
          </Button>
        </HouseForm>
      )}
      <HouseForm>
        <Button variant="tertiary" name="intent" value="drop">
          Doch nicht übernehmen
        </Button>
      </HouseForm>
    </>
  )
}
