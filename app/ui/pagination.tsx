import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { ButtonLink } from '#app/ui/button.tsx'

/** On through a list by time; a direction without a page is left out. */
export function OlderNewer({
  label,
  older,
  newer,
}: {
  label: string
  older?: string | null
  newer?: string | null
}) {
  if (!older && !newer) return null
  return (
    <nav aria-label={label} className="mt-5 flex flex-wrap justify-between gap-3">
      {newer && (
        <ButtonLink to={newer} rel="prev" icon={ChevronLeft}>
          Neuere
        </ButtonLink>
      )}
      {older && (
        <ButtonLink to={older} rel="next" icon={ChevronRight} className="ml-auto flex-row-reverse">
          Ältere
        </ButtonLink>
      )}
    </nav>
  )
}

/** "Seite 2 von 7" with the way back and on. */
export function Pages({
  label,
  page,
  pages,
  linkTo,
}: {
  label: string
  page: number
  pages: number
  linkTo: (page: number) => string
}) {
  if (pages < 2) return null
  return (
    <nav aria-label={label} className="mt-5 flex flex-wrap items-center gap-3">
      {page > 1 && (
        <ButtonLink to={linkTo(page - 1)} rel="prev" icon={ChevronLeft}>
          Zurück
        </ButtonLink>
      )}
      <p>
        Seite {page} von {pages}
      </p>
      {page < pages && (
        <ButtonLink
          to={linkTo(page + 1)}
          rel="next"
          icon={ChevronRight}
          className="flex-row-reverse"
        >
          Weiter
        </ButtonLink>
      )}
    </nav>
  )
}
