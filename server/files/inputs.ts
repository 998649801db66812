import { z } from 'zod'
import { clientKey } from '#server/platform/text.ts'
import { CHILDREN, type Thing, WIDTHS } from './contract.ts'
import { refusals } from './words.ts'

/** What the bytes are for: a thing, or a file that they are a new version of. */
type Target = Thing | { file: string }

const back = z.string().max(500).optional()

/** A new file of a thing, or with `of` a new version of that file. */
export const uploadInput = z
  .strictObject({
    thingKind: z
      .string()
      .regex(/^[a-z][a-z-]{0,39}$/)
      .optional(),
    thingId: z.uuid().optional(),
    of: z.uuid().optional(),
    clientKey,
    children: z.enum(CHILDREN, refusals.children).optional(),
    back,
  })
  .transform(({ thingKind, thingId, of, ...rest }, context) => {
    const isNew = thingKind !== undefined && thingId !== undefined
    if (of && !isNew) return { ...rest, to: { file: of } as Target }
    if (!of && isNew) return { ...rest, to: { kind: thingKind, id: thingId } as Target }
    context.addIssue({ code: 'custom', message: refusals.staleForm })
    return z.NEVER
  })

export const fileInput = z.strictObject({ back })

/** What an address asks for; anything odd is the file as it is. */
export const servingInput = z.object({
  version: z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null),
  width: z.coerce
    .number()
    .refine((width) => (WIDTHS as readonly number[]).includes(width))
    .nullable()
    .catch(null),
})

export type Upload = z.output<typeof uploadInput>
