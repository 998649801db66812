import { Form } from '@remix-run/react'
import Pencil from 'lucide-react/icons/pencil'
import Send from 'lucide-react/icons/send'
import Trash2 from 'lucide-react/icons/trash-2'
import { ButtonLink } from '#app/ui/button.tsx'
import { Menu, MenuButton, MenuLink } from '#app/ui/menu.tsx'
import { paths } from '#server/projects/paths.ts'

type View = {
  project: { id: string; path: string; number: number; slug: string; visibility: string }
  can: { write: boolean; publish: boolean; withdraw: boolean; delete: boolean }
}

/** What can be done with a Vorhaben as a whole. */
export function ProjectMenu({ view: { project, can } }: { view: View }) {
  return (
    <>
      {can.write && (
        <ButtonLink icon={Pencil} to={paths.edit(project.path)}>
          Bearbeiten
        </ButtonLink>
      )}
      {(can.publish || can.withdraw) && (
        <ButtonLink icon={Send} to={paths.publishing(project.path)}>
          {project.visibility === 'plg' ? 'Veröffentlichen' : 'Veröffentlichung'}
        </ButtonLink>
      )}
      {can.delete && (
        <>
          <Form id="vorhaben-loeschen" method="post" />
          <Menu summary="Mehr">
            {project.visibility !== 'plg' && (
              <MenuLink to={paths.published(project)}>Öffentliche Seite</MenuLink>
            )}
            <li>
              <MenuButton form="vorhaben-loeschen" icon={Trash2} name="intent" value="delete">
                Löschen
              </MenuButton>
            </li>
          </Menu>
        </>
      )}
    </>
  )
}
