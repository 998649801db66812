import { z } from 'zod'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { line } from '#server/platform/text.ts'
import {
  GRADE_BANDS,
  LONGEST_NAME,
  LONGEST_PASSWORD,
  SHORTEST_PASSWORD,
  SUBJECTS,
} from './contract.ts'

const TOO_LONG = `Bitte höchstens ${LONGEST_PASSWORD} Zeichen (Umlaute zählen doppelt).`
const TOO_SHORT = `Bitte mindestens ${SHORTEST_PASSWORD} Zeichen. Leerzeichen sind erlaubt.`

/** Never cleaned, cut or folded: a password is what was typed. */
const typedPassword = (missing: string) =>
  z
    .string({ error: missing })
    .refine((value) => Buffer.byteLength(value) <= LONGEST_PASSWORD, TOO_LONG)

export const presentPassword = typedPassword('Bitte geben Sie Ihr Passwort ein.')

export const newPassword = typedPassword('Bitte wählen Sie ein Passwort.').refine(
  (value) => [...value].length >= SHORTEST_PASSWORD,
  TOO_SHORT,
)

export const optionalNewPassword = newPassword.optional()

/** The address of a school as it stands in a select. */
export const schoolSlug = z
  .string({ error: 'Bitte wählen Sie eine Schule.' })
  .regex(/^[a-z0-9-]{1,100}$/, 'Bitte wählen Sie eine Schule aus der Liste.')

export const schoolRole = z.enum(SCHOOL_ROLES, { error: 'Bitte wählen Sie Ihre Rolle.' })
export const networkRole = z.enum(NETWORK_ROLES, { error: 'Bitte wählen Sie ein Amt.' })

export const names = {
  firstName: line({ max: LONGEST_NAME, missing: 'Bitte geben Sie Ihren Vornamen ein.' }),
  lastName: line({ max: LONGEST_NAME, missing: 'Bitte geben Sie Ihren Nachnamen ein.' }),
}

/** Where to go on afterwards; passes through safeRedirect before it is used. */
export const next = z.string().max(500).optional()

/** A form in a list of forms: the key tells which of them was sent. */
export const row = { clientKey: z.string().max(64).optional() }

export const nothing = z.strictObject({})
export const renameInput = z.strictObject(names)

export const interestsInput = z.strictObject({
  subjects: z.array(z.enum(SUBJECTS)).max(SUBJECTS.length),
  gradeBands: z.array(z.enum(GRADE_BANDS)).max(GRADE_BANDS.length),
})

export const changePasswordInput = z.strictObject({
  currentPassword: presentPassword.optional(),
  newPassword,
})

export const endSessionInput = z.strictObject({
  ...row,
  session: z.string().regex(/^[0-9a-f]{64}$/, 'Dieses Gerät ist schon abgemeldet.'),
})

export const lookInput = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.enum(['100', '115', '130']),
  density: z.enum(['comfortable', 'compact']),
  shortcuts: z.enum(['off', 'on']).default('off'),
})
