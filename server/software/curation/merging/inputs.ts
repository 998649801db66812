import { z } from 'zod'
import { MERGED_FIELDS, SIDES } from './contract.ts'

const id = z.uuid('Bitte wählen Sie einen Eintrag.')
const version = z.coerce.number().int().min(1)
const side = z.enum(SIDES).optional()

/** `sourceId` goes into `targetId`; each field says whose fact stays, the target's unless it says otherwise. */
export const mergeInput = z.strictObject({
  ...{ sourceId: id, targetId: id, sourceVersion: version, targetVersion: version },
  ...(Object.fromEntries(MERGED_FIELDS.map((field) => [field, side])) as Record<
    (typeof MERGED_FIELDS)[number],
    typeof side
  >),
})
export type MergeInput = z.output<typeof mergeInput>

export const distinctInput = z.strictObject({ oneId: id, otherId: id })
export const unmergeInput = z.strictObject({ mergeId: id })
