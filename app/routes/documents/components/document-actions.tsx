import Archive from 'lucide-react/icons/archive'
import ArchiveRestore from 'lucide-react/icons/archive-restore'
import Ellipsis from 'lucide-react/icons/ellipsis'
import FileDown from 'lucide-react/icons/file-down'
import FileUp from 'lucide-react/icons/file-up'
import Flag from 'lucide-react/icons/flag'
import History from 'lucide-react/icons/history'
import LayoutTemplate from 'lucide-react/icons/layout-template'
import Pencil from 'lucide-react/icons/pencil'
import Printer from 'lucide-react/icons/printer'
import Settings2 from 'lucide-react/icons/settings-2'
import SquarePen from 'lucide-react/icons/square-pen'
import Trash2 from 'lucide-react/icons/trash-2'
import { useFetcher } from '@remix-run/react'
import type { LucideIcon } from 'lucide-react'
import { ButtonLink } from '#app/ui/button.tsx'
import { Menu, MenuButton, MenuLink } from '#app/ui/menu.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { paths } from '#server/documents/paths.ts'

type View = {
  home: { path: string }
  document: { id: string; number: number; slug: string; archivedAt: unknown; isTemplate: boolean }
  canPrintPdf: boolean
  can: { write: boolean; describe: boolean; archive: boolean; delete: boolean }
}

/** What one may do with a whole document: writing first, the rest in a menu. */
export function DocumentActions({ view }: { view: View }) {
  const { home, document, can } = view
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      {can.write && (
        <ButtonLink variant="primary" icon={Pencil} to={paths.edit(home.path, document)}>
          Bearbeiten
        </ButtonLink>
      )}
      <ButtonLink icon={History} to={paths.versions(home.path, document)}>
        Versionen
      </ButtonLink>
      <MoreMenu view={view} />
    </div>
  )
}

function MoreMenu({ view: { home, document, can, canPrintPdf } }: { view: View }) {
  const fetcher = useFetcher()
  const isHydrated = useHydrated()
  const form = `dokument-${document.number}`
  const acts: [wanted: boolean, icon: LucideIcon, intent: string, label: string][] = [
    document.isTemplate
      ? [can.describe, LayoutTemplate, 'noTemplate', 'Nicht mehr als Vorlage']
      : [can.describe, LayoutTemplate, 'template', 'Als Vorlage anbieten'],
    document.archivedAt
      ? [can.archive, ArchiveRestore, 'unarchive', 'Aus dem Archiv holen']
      : [can.archive, Archive, 'archive', 'Ins Archiv'],
    [can.delete, Trash2, 'delete', 'Löschen'],
  ]
  return (
    <>
      <fetcher.Form method="post" id={form} />
      <Menu
        summary={
          <>
            <Ellipsis className="size-5" />
            <span className="sr-only">Mehr zu diesem Dokument</span>
          </>
        }
      >
        <MenuLink icon={FileDown} to={paths.export(home.path, document, 'docx')} reloadDocument>
          Als Word herunterladen
        </MenuLink>
        {canPrintPdf && (
          <MenuLink icon={FileDown} to={paths.export(home.path, document, 'pdf')} reloadDocument>
            Als PDF herunterladen
          </MenuLink>
        )}
        <MenuLink icon={FileDown} to={paths.export(home.path, document, 'md')} reloadDocument>
          Als Markdown herunterladen
        </MenuLink>
        {isHydrated && (
          <li>
            <MenuButton type="button" icon={Printer} onClick={() => window.print()}>
              Drucken
            </MenuButton>
          </li>
        )}
        {can.write && (
          <>
            <MenuLink icon={SquarePen} to={paths.editSimply(home.path, document)}>
              Bearbeiten (einfach)
            </MenuLink>
            <MenuLink icon={FileUp} to={paths.import(home.path, document)}>
              Aus Word übernehmen
            </MenuLink>
          </>
        )}
        {can.describe && (
          <MenuLink icon={Settings2} to={paths.details(home.path, document)}>
            Titel, Ordner, Verschieben
          </MenuLink>
        )}
        {acts
          .filter(([wanted]) => wanted)
          .map(([, icon, intent, label]) => (
            <li key={intent}>
              <MenuButton form={form} icon={icon} name="intent" value={intent}>
                {label}
              </MenuButton>
            </li>
          ))}
        <MenuLink icon={Flag} to={paths.report(document.id)}>
          Melden
        </MenuLink>
      </Menu>
    </>
  )
}
