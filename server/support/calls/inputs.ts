import { z } from 'zod'
import { clientKey, line, paragraph } from '#server/platform/text.ts'
import { CALL_KINDS, LIMITS } from '../contract.ts'
import { optionalDay, version } from '../inputs.ts'

const about = {
  title: line({ ...LIMITS.callTitle, missing: 'Bitte geben Sie dem Aufruf einen Titel.' }),
  text: paragraph({ max: LIMITS.callText, missing: 'Bitte schreiben Sie, worum es geht.' }),
  kind: z.enum(CALL_KINDS, 'Bitte wählen Sie eine Art.'),
  hasFunding: z.boolean().default(false),
  closesOn: optionalDay,
}

export const newCallInput = z.strictObject({ ...about, clientKey })
export const editCallInput = z.strictObject({ ...about, version })
export const moveCallInput = z.strictObject({ version })

export type NewCall = z.output<typeof newCallInput>
export type EditCall = z.output<typeof editCallInput>
