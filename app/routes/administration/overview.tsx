import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { plural } from '#app/ui/format.ts'
import { List, NewsRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { administrationFor } from '#server/accounts/administration/views.ts'
import { paths } from '#server/accounts/paths.ts'
import { paths as ideaPaths } from '#server/ideas/paths.ts'
import { paths as schoolPaths } from '#server/schools/paths.ts'

export const loader = page(({ actor }) => administrationFor(actor))

export const meta: MetaFunction = () => [{ title: 'Verwaltung – Lernen 25' }]

export default function Administration() {
  const { people } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title="Verwaltung" />
      <div className="max-w-[44rem] rounded-xl border border-linie bg-flaeche px-karte">
        <List>
          <NewsRow
            to={paths.people()}
            title="Personen"
            meta={`${plural(people.all, 'Konto', 'Konten')}, davon ${people.switchedOff} deaktiviert`}
          >
            Suchen, Ämter vergeben und nehmen, Konten deaktivieren
          </NewsRow>
          <NewsRow to={schoolPaths.administration()} title="Schulen">
            Amtliches Schulverzeichnis einlesen, Angaben ergänzen
          </NewsRow>
          <NewsRow to={ideaPaths.import()} title="Gruppen einlesen">
            Bestehende Netzwerkgruppen aus einer Liste übernehmen
          </NewsRow>
          <NewsRow to="/verwaltung/protokoll" title="Protokoll">
            Wer welche Rechte vergeben, Schulen eingelesen oder Konten geändert hat
          </NewsRow>
        </List>
      </div>
    </>
  )
}
