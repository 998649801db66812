import { z } from 'zod'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { line } from '#server/platform/text.ts'
import { CONCEPT_ROLES } from '../contract.ts'
import { LIMITS } from './contract.ts'
import { words } from './words.ts'

const subject = z.enum(SUBJECTS, words.missingSubject).optional()

export const giveRoleInput = z
  .strictObject({
    person: z.uuid(words.missingPerson),
    role: z.enum(CONCEPT_ROLES, words.missingRole),
    subject,
  })
  .refine(({ role, subject }) => role !== 'subject_lead' || subject !== undefined, {
    ...{ path: ['subject'], message: words.missingSubject },
  })
  .transform(({ subject, ...rest }) => ({
    ...rest,
    subject: rest.role === 'subject_lead' ? (subject ?? '') : '',
  }))
export const takeRoleInput = z.strictObject({
  person: z.uuid(words.missingPerson),
  role: z.enum(CONCEPT_ROLES, words.missingRole),
  subject: z.string().max(60).default(''),
})
export const settingsInput = z.strictObject({
  title: line({ ...LIMITS.title, missing: words.missingTitle }),
  version: z.number().int().min(0).max(2_000_000_000),
})
export type RoleInput = z.output<typeof giveRoleInput>
