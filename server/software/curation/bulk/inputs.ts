import { z } from 'zod'
import { BULK_FIELDS, type BulkField, MOST_AT_ONCE } from './contract.ts'
import { bulkRefusals } from './words.ts'

/** `change` is "costModel:free": the field and what it is set to. */
export const bulkInput = z.strictObject({
  ids: z.array(z.uuid(), bulkRefusals.nothing).min(1, bulkRefusals.nothing).max(MOST_AT_ONCE),
  change: z
    .string({ error: bulkRefusals.unknown })
    .transform((text, context): { field: BulkField; value: string } => {
      const [field = '', value = ''] = text.split(':')
      const values: readonly string[] | undefined = Object.hasOwn(BULK_FIELDS, field)
        ? BULK_FIELDS[field as BulkField]
        : undefined
      if (!values?.includes(value))
        context.addIssue({ code: 'custom', message: bulkRefusals.unknown })
      return { field: field as BulkField, value }
    }),
})
export type BulkEdit = z.output<typeof bulkInput>
