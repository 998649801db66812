import { z } from 'zod'
import { emailAddress } from '#server/platform/text.ts'
import { newPassword, next, presentPassword, schoolSlug } from '../inputs.ts'

export const signInInput = z.strictObject({
  school: schoolSlug.optional(),
  email: emailAddress,
  password: presentPassword,
  next,
})

export const linkInput = z.strictObject({ email: emailAddress, next })
export const forgottenInput = z.strictObject({ email: emailAddress })
export const resetInput = z.strictObject({ password: newPassword })
