import { z } from 'zod'
import { optionalLine } from '#server/platform/text.ts'
import { LIMITS } from '../contract.ts'
import type { Ticked } from './contract.ts'

const INCOMPLETE = 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.'

export const version = z.coerce.number(INCOMPLETE).int().min(1).max(1_000_000_000)
/** Which date of a booking with several; the page knows it. */
export const termin = z.coerce.number(INCOMPLETE).int().min(1).max(1000)

/** "key:4" of a line of which there are several. */
const amount = z.string().regex(/^[0-9a-f-]{36}:\d{1,5}$/, INCOMPLETE)

/** The list as it was ticked; what is missing is explained in one note. */
export const listInput = z
  .strictObject({
    ...{ version, termin },
    present: z.array(z.uuid(INCOMPLETE)).max(LIMITS.lines, INCOMPLETE),
    amount: z.array(amount).max(LIMITS.lines, INCOMPLETE),
    note: optionalLine({ max: LIMITS.note }),
    takenBy: optionalLine({ max: LIMITS.name }),
  })
  .transform(({ present, amount: amounts, ...rest }) => ({
    ...rest,
    ticked: [
      ...present.map((key): Ticked => ({ key, went: 1, note: '' })),
      ...amounts.map((one): Ticked => {
        const [key = '', went = '0'] = one.split(':')
        return { key, went: Number(went), note: '' }
      }),
    ],
  }))
export type GivenList = z.output<typeof listInput>

export const dateInput = z.strictObject({ version, termin })
export const terminInput = z.strictObject({ termin })
export const wipeInput = z.strictObject({ code: z.string(INCOMPLETE).max(24) })
