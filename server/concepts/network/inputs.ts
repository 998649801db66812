import { z } from 'zod'
import { clientKey } from '#server/platform/text.ts'
import { words } from './words.ts'

export const adoptGoalInput = z.strictObject({ clientKey, conceptId: z.uuid(words.chooseConcept) })
export type AdoptGoal = z.output<typeof adoptGoalInput>

export const undoAdoptingInput = z.strictObject({ conceptId: z.uuid(words.chooseConcept) })
export type UndoAdopting = z.output<typeof undoAdoptingInput>
