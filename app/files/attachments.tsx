import { Form } from '@remix-run/react'
import FileIcon from 'lucide-react/icons/file'
import Flag from 'lucide-react/icons/flag'
import History from 'lucide-react/icons/history'
import Trash2 from 'lucide-react/icons/trash-2'
import { FileText } from '#app/files/file-text.tsx'
import { UploadForm } from '#app/files/upload-form.tsx'
import { Card } from '#app/ui/card.tsx'
import { Menu, MenuButton, MenuLink } from '#app/ui/menu.tsx'
import type { FileLine } from '#server/files/contract.ts'
import { paths } from '#server/files/paths.ts'
import type { FilesView } from '#server/files/views.ts'

/** The files of a thing, and the way to bring more. `back` is the address of the page this stands on. */
export function Attachments({ view, back: page }: { view: FilesView; back: string }) {
  const { thing, files, canAdd, clientKey, now } = view
  const back = `${page}#dateien`
  if (files.length === 0 && !canAdd) return null
  return (
    <Card title="Dateien" id="dateien">
      {files.length === 0 && (
        <p className="text-leise">
          Hier liegt noch nichts. Arbeitsblätter, Bilder und Vorlagen zu diesem Eintrag können Sie
          hier ablegen.
        </p>
      )}
      <ul className="divide-y divide-linie">
        {files.map((file) => (
          <Row key={file.id} file={file} back={back} now={now} />
        ))}
      </ul>
      {canAdd && (
        <details className="mt-3">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-aktion underline">
            Datei hochladen
          </summary>
          <div className="mt-3">
            <UploadForm
              to={{ thingKind: thing.kind, thingId: thing.id }}
              clientKey={clientKey}
              back={back}
            />
          </div>
        </details>
      )}
    </Card>
  )
}

function Row({ file, back, now }: { file: FileLine; back: string; now: Date }) {
  return (
    <li className="flex items-center gap-3 py-zeile">
      <Thumbnail file={file} />
      <div className="min-w-0 grow">
        {/* No Link: these are bytes, not a page. */}
        <a href={paths.file(file.id)} className="font-semibold wrap-anywhere underline">
          {file.name}
        </a>
        <p>
          <FileText file={file} now={now} />
          {file.version > 1 && (
            <span className="text-sm text-leise">{` · Fassung ${file.version}`}</span>
          )}
        </p>
      </div>
      <RowMenu file={file} back={back} />
    </li>
  )
}

function Thumbnail({ file }: { file: FileLine }) {
  const frame = 'size-12 shrink-0 rounded-lg border border-linie bg-mulde'
  if (!file.isPicture)
    return (
      <span className={`inline-flex items-center justify-center ${frame}`}>
        <FileIcon className="size-6 text-leise" />
      </span>
    )
  return (
    <img
      src={paths.picture(file.id, 480)}
      alt=""
      loading="lazy"
      width={48}
      height={48}
      className={`object-cover ${frame}`}
    />
  )
}

function RowMenu({ file, back }: { file: FileLine; back: string }) {
  const formId = `datei-${file.id}`
  return (
    <>
      <Form id={formId} method="post" action={paths.about(file.id)} preventScrollReset>
        <input type="hidden" name="back" value={back} />
      </Form>
      <Menu
        summary={
          <>
            <span aria-hidden="true" className="-mt-2 text-xl leading-none font-bold">
              …
            </span>
            <span className="sr-only">{`Mehr zu ${file.name}`}</span>
          </>
        }
      >
        <MenuLink icon={History} to={paths.about(file.id)}>
          {file.can.replace ? 'Fassungen, neue Fassung' : 'Fassungen'}
        </MenuLink>
        {file.can.delete && (
          <li>
            <MenuButton form={formId} icon={Trash2} name="intent" value="delete">
              Löschen
            </MenuButton>
          </li>
        )}
        <MenuLink icon={Flag} to={paths.report(file.id)}>
          Melden
        </MenuLink>
      </Menu>
    </>
  )
}
