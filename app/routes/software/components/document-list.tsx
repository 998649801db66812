import { sizeOf } from '#app/files/file-text.tsx'
import { day } from '#app/ui/format.ts'
import { typeWord } from '#server/files/words.ts'
import { paths } from '#server/software/paths.ts'
import type { PublicDocument } from '#server/software/products/contract.ts'
import { documentNames } from '#server/software/products/words.ts'

/** What the maker has written about an app, to be read there or to be had here. */
export function DocumentList({ slug, documents }: { slug: string; documents: PublicDocument[] }) {
  if (documents.length === 0) return 'Keine hinterlegt'
  return (
    <ul>
      {documents.map(({ id, kind, url, versionLabel, retrievedOn, file }) => (
        <li key={id} className="wrap-anywhere">
          {file ? (
            // No Link: these are bytes, not a page.
            <a
              href={paths.document(slug, id)}
              className="inline-flex min-h-11 items-center underline"
            >
              {`${documentNames[kind] ?? kind} (${typeWord(file.mediaType)}, ${sizeOf(file.bytes)})`}
            </a>
          ) : (
            <WebLink url={url}>{documentNames[kind] ?? kind}</WebLink>
          )}{' '}
          <span className="text-leise">
            {[versionLabel, retrievedOn && `abgerufen am ${day(retrievedOn)}`]
              .filter(Boolean)
              .join(' · ')}
          </span>{' '}
          {file && url && <WebLink url={url}>Im Internet</WebLink>}
        </li>
      ))}
    </ul>
  )
}

const WebLink = ({ url, children }: { url: string | null; children: string }) => (
  <a
    href={url ?? undefined}
    rel="noreferrer nofollow"
    className="inline-flex min-h-11 items-center underline"
  >
    {children}
  </a>
)
