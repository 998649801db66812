import { Button } from '#app/ui/button.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { type Effect, effectIn } from '#server/medialab/effect/contract.ts'
import { paths } from '#server/medialab/paths.ts'
import { whenWords } from './when.ts'

type Answer = { theirs?: string | undefined } | undefined
type Row = Effect['dates'][number]

const COLUMNS = [
  {
    key: 'number',
    title: 'Buchung',
    cell: ({ number }: Row) => (
      <Link to={paths.booking(number)} className="underline">
        {number}
      </Link>
    ),
  },
  { key: 'when', title: 'Termin', cell: (date: Row) => whenWords(date) },
  { key: 'school', title: 'Schule', cell: ({ school }: Row) => school ?? 'ohne Schule' },
  { key: 'offers', title: 'Angebot', cell: ({ offers }: Row) => offers },
]

/**
 * What a change would do to dates that are booked, before it is saved. Stands inside the form, above its button; sends
 * along what was seen.
 */
export function EffectNotice({ reply }: { reply: Answer }) {
  const effect = effectIn(reply?.theirs)
  if (!effect) return null
  return (
    <Notice tone="achtung" title="Diese gebuchten Termine passen dann nicht mehr">
      <input type="hidden" name="seen" value={effect.key} />
      <Table
        caption="Termine, die nicht mehr passen"
        stacks
        columns={COLUMNS}
        rows={effect.dates}
        rowKey={({ id }) => id}
      />
      {effect.more > 0 && (
        <p className="mt-2">Und {plural(effect.more, 'weiterer Termin', 'weitere Termine')}.</p>
      )}
      <p className="mt-2">
        Wenn Sie trotzdem speichern, bleiben sie gebucht, und wer gebucht hat, erfährt es. Sprechen
        Sie ab, was stattdessen geht.
      </p>
    </Notice>
  )
}

/** The button of such a form: says so when one saves in spite of what was shown. */
export function SaveButton({
  reply,
  name,
  value,
  variant,
  children,
}: {
  reply: Answer
  name?: string
  value?: string
  variant?: 'primary' | 'secondary' | 'danger'
  children: string
}) {
  const isWarned = effectIn(reply?.theirs) !== undefined
  return (
    <Button name={name} value={value} variant={variant}>
      {isWarned ? 'Trotzdem speichern' : children}
    </Button>
  )
}
