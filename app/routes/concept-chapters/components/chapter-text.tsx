import Pencil from 'lucide-react/icons/pencil'
import { ButtonLink } from '#app/ui/button.tsx'
import { type SafeHtml, StoredHtml } from '#app/ui/stored-html.tsx'

type Text = { title: string; path: string; html: SafeHtml; isEmpty: boolean; canWrite: boolean }

/** The text of a chapter beside the list; all that can be done with it is on its own page. */
export function ChapterText({ text: { title, path, html, isEmpty, canWrite } }: { text: Text }) {
  return (
    <section
      id="text"
      aria-labelledby="offenes-kapitel"
      className="min-w-0 scroll-mt-24 rounded-xl border border-linie bg-flaeche p-karte"
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h3 id="offenes-kapitel" className="text-lg wrap-anywhere">
          {title}
        </h3>
        <div className="flex flex-wrap gap-2">
          {canWrite && (
            <ButtonLink variant="primary" icon={Pencil} to={`${path}/bearbeiten`}>
              Bearbeiten
            </ButtonLink>
          )}
          <ButtonLink to={path}>Ganze Seite</ButtonLink>
        </div>
      </div>
      {isEmpty ? (
        <p className="text-leise">Hier steht noch nichts.</p>
      ) : (
        <StoredHtml html={html} className="dokument" />
      )}
    </section>
  )
}
