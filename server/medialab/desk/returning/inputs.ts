import { z } from 'zod'
import { LIMITS } from '../contract.ts'
import { termin } from '../handing/inputs.ts'

const NOT_LISTED = 'Bitte wählen Sie aus der Liste.'

export const scanInput = z.strictObject({
  termin,
  code: z.string('Bitte scannen Sie ein Gerät oder geben Sie seinen Code ein.').max(LIMITS.search),
})

/** What else is there: ticked, or of several so many as "id:4". */
export const bringInput = z
  .strictObject({
    termin,
    line: z.array(z.uuid(NOT_LISTED)).max(LIMITS.lines, NOT_LISTED),
    amount: z.array(z.string().regex(/^[0-9a-f-]{36}:\d{1,5}$/, NOT_LISTED)).max(LIMITS.lines),
  })
  .transform(({ termin: position, line, amount }) => ({
    termin: position,
    brought: [
      ...line.map((id) => ({ id, count: Infinity })),
      ...amount.map((one) => ({ id: one.slice(0, 36), count: Number(one.slice(37)) })),
    ],
  }))

export const lineInput = z.strictObject({ termin, line: z.uuid(NOT_LISTED) })
export const withdrawInput = z.strictObject({
  termin,
  damage: z.coerce.number(NOT_LISTED).int().min(1).max(1_000_000_000),
})
