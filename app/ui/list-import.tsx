import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { FileField } from './field.tsx'
import type { Reply } from './form-context.ts'
import { HouseForm } from './form.tsx'
import { List } from './list.tsx'

/**
 * Choosing a list that is looked at before anything is taken from it. Sent by the browser itself, not by fetch: what is too
 * large is then answered with a page.
 *
 * @param children what else is to be said about the list
 */
export function ListUpload({
  reply,
  title = 'Liste auswählen',
  children,
  ...file
}: {
  reply: Reply
  title?: string
  label: string
  accept: string
  hint: string
  children?: ReactNode
}) {
  return (
    <Card title={title}>
      <HouseForm reply={reply} encType="multipart/form-data" reloadDocument>
        <FileField name="file" {...file} />
        {children}
        <div>
          <Button name="intent" value="review">
            Prüfen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

type Taken = { id: string; title: string; about: ReactNode; more?: ReactNode }

/** Lists that were taken over. */
export function TakenLists({ lists }: { lists: Taken[] }) {
  if (lists.length === 0) return null
  return (
    <Card title="Schon übernommen">
      <List>
        {lists.map(({ id, title, about, more }) => (
          <li key={id} className="py-zeile">
            <p className="font-semibold wrap-anywhere">{title}</p>
            <p className="text-sm text-leise">{about}</p>
            {more}
          </li>
        ))}
      </List>
    </Card>
  )
}
