import Search from 'lucide-react/icons/search'
import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Link } from '#app/ui/link.tsx'
import { type Shelf, SHELVES } from '#server/documents/contract.ts'
import { paths } from '#server/documents/paths.ts'
import { shelfWords } from '#server/documents/words.ts'

type List = {
  home: { path: string }
  shelf: Shelf
  folder: string | null
  folders: { folder: string; count: number }[]
  search: string
}

/** The address of this list with another page; what is chosen stays. */
export function listAddress(list: List, { seite }: { seite: number }): string {
  const base = paths.shelf(list.home.path, list.shelf)
  const query = new URLSearchParams(base.split('?')[1])
  if (list.folder !== null) query.set('ordner', list.folder)
  if (list.search) query.set('q', list.search)
  if (seite > 1) query.set('seite', String(seite))
  const text = query.toString()
  return text ? `${paths.list(list.home.path)}?${text}` : paths.list(list.home.path)
}

const CHIP =
  'inline-flex min-h-11 items-center rounded-lg px-3 hover:bg-mulde aria-[current]:bg-aktion-zart aria-[current]:font-semibold'

/** Shelves, folders and a search, all as addresses that can be passed on. */
export function ListFilters({ list }: { list: List }) {
  const { home, shelf, folder, folders, search } = list
  return (
    <div className="mb-4 grid gap-2">
      <nav aria-label="Regale" className="flex flex-wrap gap-1 text-sm">
        {SHELVES.map((one) => (
          <Link
            key={one}
            to={paths.shelf(home.path, one)}
            aria-current={one === shelf && folder === null ? 'true' : undefined}
            className={CHIP}
          >
            {shelfWords[one]}
          </Link>
        ))}
      </nav>
      {folders.length > 0 && shelf === 'active' && (
        <nav aria-label="Ordner" className="flex flex-wrap items-center gap-1 text-sm">
          <span className="text-leise">Ordner:</span>
          {folders.map((one) => (
            <Link
              key={one.folder}
              to={paths.folder(home.path, one.folder)}
              aria-current={one.folder === folder ? 'true' : undefined}
              className={CHIP}
            >
              {one.folder} ({one.count})
            </Link>
          ))}
        </nav>
      )}
      <HouseForm method="get" className="flex flex-wrap items-end gap-2" role="search">
        {shelf !== 'active' && (
          <input
            type="hidden"
            name="regal"
            value={paths.shelf(home.path, shelf).split('regal=')[1]}
          />
        )}
        <TextField
          name="q"
          label="Titel enthält"
          type="search"
          maxLength={100}
          defaultValue={search}
          className="grow md:max-w-[24rem]"
        />
        <Button variant="secondary" icon={Search}>
          Suchen
        </Button>
      </HouseForm>
    </div>
  )
}
