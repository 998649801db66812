import type { Shelf } from './contract.ts'

/** A document in an address: `number` carries the meaning, `slug` is for reading. */
type Named = { number: number; slug: string }

const shelfNames: Record<Shelf, string> = {
  active: '',
  archived: 'archiv',
  templates: 'vorlagen',
  deleted: 'papierkorb',
}

const list = (home: string) => `${home}/dokumente`
const document = (home: string, { number, slug }: Named) => `${list(home)}/${number}-${slug}`

/** Every address begins with that of the home, e.g. "/plg/bruchrechnen". */
export const paths = {
  list,
  shelf: (home: string, shelf: Shelf) =>
    shelf === 'active' ? list(home) : `${list(home)}?regal=${shelfNames[shelf]}`,
  folder: (home: string, folder: string) => `${list(home)}?ordner=${encodeURIComponent(folder)}`,
  new: (home: string) => `${list(home)}/neu`,
  document,
  edit: (home: string, of: Named) => `${document(home, of)}/bearbeiten`,
  editSimply: (home: string, of: Named) => `${document(home, of)}/bearbeiten?einfach`,
  details: (home: string, of: Named) => `${document(home, of)}/angaben`,
  versions: (home: string, of: Named) => `${document(home, of)}/versionen`,
  version: (home: string, of: Named, version: number) =>
    `${document(home, of)}/versionen/${version}`,
  compare: (home: string, of: Named, from: number | 'jetzt', to: number | 'jetzt') =>
    `${document(home, of)}/vergleich?von=${from}&bis=${to}`,
  comments: (home: string, of: Named) => `${document(home, of)}/kommentare`,
  import: (home: string, of: Named) => `${document(home, of)}/uebernehmen`,
  /** How the last import went; `document` is its address. */
  imported: (document: string) => `${document}/uebernehmen?fertig`,
  export: (home: string, of: Named, format: 'docx' | 'pdf' | 'md') =>
    `${document(home, of)}/export?format=${format}`,
  report: (documentId: string) => `/melden/document/${documentId}`,
}

/** The shelf that an address names; the active one when it names none of them. */
export function shelfOf(name: string | null): Shelf {
  const found = Object.entries(shelfNames).find(([, word]) => word !== '' && word === name)
  return (found?.[0] as Shelf | undefined) ?? 'active'
}
