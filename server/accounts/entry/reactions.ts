import { mintToken } from '#server/auth/tokens.ts'
import { delivering } from '#server/platform/bus.ts'
import { sendLetter } from '#server/platform/mail.ts'
import { passwordChanged } from '../events.ts'
import { passwordChangedLetter } from '../mails/password-changed.ts'
import { resetLetter } from '../mails/reset.ts'
import { signInLinkLetter } from '../mails/sign-in-link.ts'
import * as sql from '../sql.ts'
import { resetAsked, signInLinkAsked } from './events.ts'

/**
 * Here it is found out whether an address is known: in a job, so that nobody at the door can measure it.
 * The token is made here too and stands in no queue.
 */
export const reactions = [
  delivering(signInLinkAsked, 'accounts.sendSignInLink', async ({ email, next }) => {
    const person = await sql.findPersonByEmail(email)
    if (!person?.isActive) return
    const token = await mintToken('sign_in', { personId: person.id, payload: { next } })
    await sendLetter(signInLinkLetter(person, token))
  }),
  delivering(resetAsked, 'accounts.sendResetLink', async ({ email }) => {
    const person = await sql.findPersonByEmail(email)
    if (!person?.isActive) return
    const token = await mintToken('reset_password', { personId: person.id })
    await sendLetter(resetLetter(person, token))
  }),
  delivering(passwordChanged, 'accounts.tellPasswordChanged', async ({ personId }) => {
    const person = await sql.findPerson(personId)
    if (person?.isActive) await sendLetter(passwordChangedLetter(person))
  }),
]
