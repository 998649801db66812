import { z } from 'zod'
import { emailAddress } from '#server/platform/text.ts'
import { names, newPassword, optionalNewPassword, schoolRole, schoolSlug } from '../inputs.ts'

export const registerInput = z.strictObject({
  school: schoolSlug,
  role: schoolRole,
  ...names,
  email: emailAddress,
})

/** One address serves two kinds of links: the own one, and the one in the school's mailbox. */
export const confirmInput = z.strictObject({
  password: optionalNewPassword,
  decision: z.enum(['register', 'confirm', 'refuse']),
})

export const setUpInput = z.strictObject({ ...names, email: emailAddress, password: newPassword })
