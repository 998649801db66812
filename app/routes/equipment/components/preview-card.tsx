import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { day, number } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import type { EquipmentClass } from '#server/concepts/equipment/contract.ts'

type Row = { classId: string; count: number; usable: number | null }
type Review = { id: string; site: string; fileName: string; takenOn: string; rows: Row[] }

/** What a list would change; nothing of it counts yet. */
export function PreviewCard({
  review,
  classes,
  stock,
  reply,
  back,
}: {
  review: Review
  classes: EquipmentClass[]
  stock: (Row & { site: string })[]
  reply: Reply
  back: string
}) {
  const names = new Map(classes.map(({ id, name }) => [id, name]))
  const before = new Map(
    stock.filter(({ site }) => site === review.site).map((row) => [row.classId, row]),
  )
  return (
    <Card
      title="Das würde sich ändern"
      lead={`${review.fileName}, gezählt am ${day(review.takenOn)}${review.site ? `, ${review.site}` : ''}. Noch ist nichts übernommen.`}
    >
      <Table
        caption="Vorschau der Liste"
        rows={review.rows}
        rowKey={({ classId }) => classId}
        columns={[
          { key: 'class', title: 'Klasse', cell: ({ classId }) => names.get(classId) ?? '' },
          {
            ...{ key: 'before', title: 'Bisher', align: 'right' },
            cell: ({ classId }) => {
              const known = before.get(classId)
              return known ? number(known.count) : '–'
            },
          },
          { key: 'now', title: 'Neu', align: 'right', cell: ({ count }) => number(count) },
          {
            ...{ key: 'usable', title: 'Nutzbar', align: 'right' },
            cell: ({ usable }) => (usable === null ? '–' : number(usable)),
          },
        ]}
      />
      <HouseForm reply={reply} className="mt-4 flex flex-wrap gap-3">
        <input type="hidden" name="preview" value={review.id} />
        <Button name="intent" value="accept">
          Liste übernehmen
        </Button>
        <ButtonLink to={back}>Verwerfen</ButtonLink>
      </HouseForm>
    </Card>
  )
}
