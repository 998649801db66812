import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { type Choice, SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'

type Attached = { id: string; title: string; context: string; path: string; isOwn: boolean }

/** PLGs that work with the app, as far as the reader may know them. */
export function PlgList({
  plgs: { attached, choices },
}: {
  plgs: { attached: Attached[]; choices: Choice[] }
}) {
  if (attached.length === 0 && choices.length === 0) return null
  return (
    <Card title="PLGs, die damit arbeiten" className={attached.length === 0 ? 'print:hidden' : ''}>
      <ul className="divide-y divide-linie">
        {attached.map(({ id, title, context, path, isOwn }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-zeile">
            <div className="min-w-0">
              <Link
                to={path}
                className="-my-2.5 inline-flex min-h-11 items-center font-semibold underline"
              >
                {title}
              </Link>
              <p className="text-sm text-leise">{context}</p>
            </div>
            {isOwn && (
              <HouseForm className="">
                <input type="hidden" name="plg" value={id} />
                <Button variant="tertiary" name="intent" value="detachPlg">
                  Entfernen<span className="sr-only">: {title}</span>
                </Button>
              </HouseForm>
            )}
          </li>
        ))}
      </ul>
      {choices.length > 0 && (
        <HouseForm className="mt-3 flex flex-wrap items-end gap-3 print:hidden">
          <SelectField name="plg" label="Ihre PLG arbeitet damit?" choices={choices} />
          <Button variant="secondary" name="intent" value="attachPlg">
            Hinzufügen
          </Button>
        </HouseForm>
      )}
    </Card>
  )
}
