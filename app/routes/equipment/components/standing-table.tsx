import { number } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { EquipmentClass, Rule } from '#server/concepts/equipment/contract.ts'
import { kindNames, ruleWords } from '#server/concepts/equipment/words.ts'

export type StandingLine = {
  classId: string
  class: EquipmentClass
  rule: Rule | null
  entitled: number | null
  held: { count: number; usable: number | null } | null
  missing: number | null
}

/** What a school is entitled to, has and lacks. Shows classes of the standard, and others of which there is something. */
export function StandingTable({ lines }: { lines: StandingLine[] }) {
  return (
    <Table
      caption="Klassen der Ausstattung im Vergleich"
      stacks
      rows={lines.filter(({ rule, held }) => rule !== null || (held?.count ?? 0) > 0)}
      rowKey={({ classId }) => classId}
      columns={[
        { key: 'class', title: 'Klasse', cell: (line) => <ClassCell {...line} /> },
        {
          ...{ key: 'entitled', title: 'Steht Ihnen zu', align: 'right' },
          cell: ({ entitled, rule }) =>
            entitled === null ? (rule ? 'Zahlen fehlen' : '–') : number(entitled),
        },
        {
          ...{ key: 'held', title: 'Vorhanden', align: 'right' },
          cell: ({ held }) => (held ? <Held {...held} /> : 'nicht gezählt'),
        },
        {
          ...{ key: 'missing', title: 'Es fehlen', align: 'right' },
          cell: ({ missing }) => (missing === null ? '–' : number(missing)),
        },
      ]}
    />
  )
}

function ClassCell({ class: { name, kind }, rule }: StandingLine) {
  return (
    <>
      <span className="wrap-anywhere">{name}</span>
      <span className="block text-sm font-normal text-leise">
        {rule ? ruleWords(rule) : `${kindNames[kind]}, nicht im Standard`}
      </span>
    </>
  )
}

function Held({ count, usable }: { count: number; usable: number | null }) {
  return (
    <>
      {number(count)}
      {usable !== null && usable !== count && (
        <span className="block text-sm text-leise">{number(usable)} nutzbar</span>
      )}
    </>
  )
}
