import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FileText } from '#app/files/file-text.tsx'
import { UploadForm } from '#app/files/upload-form.tsx'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { deleteFile, restoreFile } from '#server/files/commands.ts'
import { fileInput } from '#server/files/inputs.ts'
import { paths } from '#server/files/paths.ts'
import { aboutFile } from '#server/files/views.ts'
import { safeRedirect } from '#server/platform/safe-redirect.ts'

export const loader = page(({ actor, params }) => aboutFile(actor, params.file ?? ''))

export const action = forms({
  delete: intent(fileInput, async ({ actor, params, input: { back } }) => {
    const id = params.file ?? ''
    const { name } = await deleteFile(actor, id)
    const to = safeRedirect(back)
    return redirectWithToast(to, {
      text: `„${name}“ ist gelöscht.`,
      undo: {
        label: 'Rückgängig',
        action: paths.about(id),
        fields: { intent: 'restore', back: to },
      },
    })
  }),
  restore: intent(fileInput, async ({ actor, params, input: { back } }) => {
    const id = params.file ?? ''
    const { name } = await restoreFile(actor, id)
    return redirectWithToast(safeRedirect(back, paths.about(id)), `„${name}“ ist wieder da.`)
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.file.name ?? 'Datei'} – Lernen 25` },
]

export default function About() {
  const { file, thing, versions, can, clientKey, now } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[...(thing ? [{ label: thing.title, to: thing.path }] : []), { label: 'Datei' }]}
      />
      <PageHead
        title={file.name}
        meta={<FileText file={{ ...file, by: versions[0]?.by ?? null }} now={now} />}
        actions={
          <a href={paths.file(file.id)} className="inline-flex min-h-11 items-center underline">
            Datei öffnen
          </a>
        }
      />
      <div className="grid max-w-[68ch] gap-4">
        <Card title="Fassungen">
          <List>
            {versions.map((version) => (
              <TaskRow
                key={version.version}
                action={
                  <a href={paths.version(file.id, version.version)} className="underline">
                    Öffnen<span className="sr-only">{`: Fassung ${version.version}`}</span>
                  </a>
                }
              >
                <p className="font-semibold">
                  Fassung {version.version}{' '}
                  {version.version === file.version && <Badge tone="aktion">aktuell</Badge>}
                </p>
                <FileText file={version} now={now} />
              </TaskRow>
            ))}
          </List>
        </Card>
        {can.replace && (
          <Card title="Neue Fassung">
            <UploadForm
              to={{ of: file.id }}
              clientKey={clientKey}
              back={paths.about(file.id)}
              pictures={file.isPicture ? 'only' : 'none'}
            />
          </Card>
        )}
        <div className="flex flex-wrap gap-3">
          {can.delete && (
            <HouseForm reply={reply}>
              <input type="hidden" name="back" value={thing?.path ?? '/heute'} />
              <div>
                <Button variant="danger" name="intent" value="delete">
                  Datei löschen
                </Button>
              </div>
            </HouseForm>
          )}
          <ButtonLink to={paths.report(file.id)}>Melden</ButtonLink>
        </div>
      </div>
    </>
  )
}
