import type { ReactNode } from 'react'
import { Table } from '#app/ui/table.tsx'
import type { EquipmentClass, Rule } from '#server/concepts/equipment/contract.ts'
import { kindNames, lifecycleNames, ruleWords } from '#server/concepts/equipment/words.ts'

/** The lines of a standard in the order of the classes. */
export function RuleTable({
  rules,
  classes,
  act,
}: {
  rules: Rule[]
  classes: EquipmentClass[]
  act?: (rule: Rule, name: string) => ReactNode
}) {
  const ruleOf = new Map(rules.map((rule) => [rule.classId, rule]))
  const rows = classes.flatMap((one) => {
    const rule = ruleOf.get(one.id)
    return rule ? [{ ...one, rule }] : []
  })
  return (
    <Table
      caption="Zeilen des Standards"
      stacks
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', title: 'Klasse', cell: ({ name }) => name },
        { key: 'kind', title: 'Art', cell: ({ kind }) => kindNames[kind] },
        { key: 'rule', title: 'Anspruch', cell: ({ rule }) => ruleWords(rule) },
        { key: 'stage', title: 'Stand', cell: ({ lifecycle }) => lifecycleNames[lifecycle] },
        ...(act
          ? [
              {
                ...{ key: 'act', title: <span className="sr-only">Ändern</span> },
                cell: ({ rule, name }: (typeof rows)[number]) => act(rule, name),
              },
            ]
          : []),
      ]}
    />
  )
}
